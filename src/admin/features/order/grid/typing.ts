import { readAmount, type AmountText } from "../../../lib/amount-text"
import type { Put } from "./edits"
import type { GridColumn, GridRow } from "./layout"

/** What is typed into a cell. */
export interface Typed {
  readonly text: string
  readonly as: AmountText
  readonly row: GridRow | undefined
  readonly column: GridColumn | undefined
}

/** What is typed as an amount to put, or why it is none: the names of the reasons are those of the words. */
export function putOf({ text, as, row, column }: Typed): Put | { readonly why: string } {
  if (row?.kind !== "item" || column?.kind !== "money") return { why: "not_a_number" }
  const read = readAmount(text, as)
  if (read.kind === "refused") return { why: read.reason }
  if (read.kind === "unclear") return { why: "unclear" }
  const units = read.kind === "amount" ? read.units : 0n
  const isRefund = column.column.kind === "refund"
  if (isRefund ? units > 0n : units < 0n)
    return { why: isRefund ? "positive_in_refund" : "negative_in_payment" }
  return { row: row.id, column: column.id, units }
}
