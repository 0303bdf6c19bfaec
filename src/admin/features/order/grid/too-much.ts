import type { OrderReconciliation } from "../../../../types/http"
import type { Wish } from "../../../../modules/reconciliation/domain/order/draft"
import { cellName, type CellAmounts } from "./cell-amounts"
import type { GridColumn, GridRow } from "./layout"
import type { Excess, Sheet } from "./sheet"

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

/** An item or a payment of which more is put than there is. */
export interface Over {
  readonly of: { readonly row: GridRow } | { readonly column: GridColumn }
  /** Minor units above zero. */
  readonly by: bigint
  /** Where to look: a cell that makes it too much, else the sum that says so. */
  readonly at: { readonly row: string; readonly column: string }
}

interface Drafted {
  readonly order: Pick<OrderReconciliation, "rows">
  readonly columns: readonly GridColumn[]
  readonly tooMuch: ReadonlySet<string>
}

/** Where it is too much: items first. */
export function oversIn({ order, columns, tooMuch }: Drafted, { excess }: Pick<Sheet, "excess">): Over[] {
  if (excess.rows.size + excess.columns.size === 0) return []
  const cells = [...tooMuch].map((name) => {
    const space = name.lastIndexOf(" ")
    return { row: name.slice(0, space), column: name.slice(space + 1) }
  })
  const items = order.rows.flatMap((row): Over[] => {
    const [id, by] = [row.key, excess.rows.get(row.key)]
    const at = cells.find((cell) => cell.row === id) ?? { row: id, column: "unallocated" }
    return by === undefined ? [] : [{ of: { row: { id, kind: "item", row } }, by, at }]
  })
  const payments = columns.flatMap((column): Over[] => {
    const [id, by] = [column.id, excess.columns.get(column.id)]
    const at = cells.find((cell) => cell.column === id) ?? { row: "unallocated", column: id }
    return by === undefined ? [] : [{ of: { column }, by, at }]
  })
  return [...items, ...payments]
}
