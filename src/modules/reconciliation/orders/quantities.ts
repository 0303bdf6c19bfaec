import type { MatrixRow } from "../../../types/http"
import { keyOf } from "../domain/key"
import type { LedgerRow } from "./order-view"

/** A line as the host has it; a quantity may be an object of the host's own that stands for a number. */
export interface CountedLine {
  readonly id: string
  readonly detail?: { readonly quantity?: unknown } | null
}

/** How many the order has of each row: the ledger counts money, not things. */
export function withQuantities(
  rows: readonly LedgerRow[],
  lines: readonly CountedLine[] | null | undefined,
): MatrixRow[] {
  const quantities = new Map((lines ?? []).map(({ id, detail }) => [keyOf("line", id), detail?.quantity]))
  return rows.map((row) => {
    const quantity = quantities.get(row.key) ?? null
    return { ...row, quantity: quantity === null ? null : Number(quantity) }
  })
}
