import type { AuditFinding } from "../../../types/http"
import { ReconciliationError } from "../domain/errors"
import { present, type HostOrder } from "../ingest/host-order"
import type { Context, OrderFacts } from "./facts"
import { findingOf } from "./finding"

/**
 * An order that the host, or we, cannot add up: what says so, and the item that has no amount, where that is what lacks.
 *
 * @param order as far as it could be read
 */
export function unreadable(
  facts: Pick<OrderFacts, "id" | "display_id" | "currency_code">,
  order: HostOrder | null,
  { failure, context }: { readonly failure: unknown; readonly context: Context },
): AuditFinding {
  const row = failure instanceof ReconciliationError ? (failure.ids["line"] ?? null) : null
  const item = present(order?.items).find(({ id }) => id === row)
  return findingOf(
    "order_unreadable",
    {
      order: { id: facts.id, display_id: facts.display_id },
      row,
      title: item?.title ?? item?.product_title ?? null,
      currency: facts.currency_code,
      amount: "0",
      stored: null,
      expected: null,
      detail: failure instanceof Error ? failure.message : String(failure),
    },
    context,
  )
}
