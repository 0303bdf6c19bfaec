import type { Wish } from "../../../../modules/reconciliation/domain/order/draft"
import { cellName, type CellAmounts } from "./cell-amounts"
import type { Excess } from "./sheet"

export const magnitude = (units: bigint): bigint => (units < 0n ? -units : units)

/**
 * The cells that make an item or a payment too much: the latest raises of it, as many as the excess takes. What was
 * there before, and fitted, is not at fault.
 *
 * @param wishes oldest first
 * @param before what cells show without changes
 */
export function tooMuchIn(wishes: readonly Wish[], excess: Excess, before: CellAmounts): ReadonlySet<string> {
  const cells = new Set<string>()
  if (excess.rows.size + excess.columns.size === 0) return cells
  const [rows, columns] = [new Map(excess.rows), new Map(excess.columns)]
  for (const { row, column, amount } of wishes.toReversed()) {
    const name = cellName(row, column.toString())
    const raise = magnitude(amount) - magnitude(before.get(row, column.toString()) ?? 0n)
    if (raise <= 0n) continue
    const places = [
      [rows, row],
      [columns, column.toString()],
    ] as const
    for (const [left, key] of places) {
      const over = left.get(key) ?? 0n
      if (over <= 0n) continue
      cells.add(name)
      left.set(key, over - raise)
    }
  }
  return cells
}
