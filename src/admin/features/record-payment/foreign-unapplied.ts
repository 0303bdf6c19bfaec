import { decimalOf, minorUnitsOf } from "../../../modules/reconciliation/domain/money"
import type { OrderReconciliation } from "../../../types/http"

/** Money that has a column on the order's page is placed there; what is offered here lies elsewhere on the account. */
export function foreignUnapplied(
  { items, columns, document_id: documentId, digits }: OrderReconciliation,
  unapplied: string,
): string | null {
  const shown = new Set(columns.map(({ id }) => id))
  const own = items
    .filter(({ id, document_id: of, side }) => side === "credit" && (of === documentId || shown.has(id)))
    .reduce(
      (sum, { amount, allocated }) => sum + minorUnitsOf(amount, digits) - minorUnitsOf(allocated, digits),
      0n,
    )
  const foreign = minorUnitsOf(unapplied, digits) - own
  return foreign > 0n ? decimalOf(foreign, digits) : null
}
