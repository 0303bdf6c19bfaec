import { readBlock } from "./clipboard"
import type { AmountText } from "../../../lib/amount-text"
import type { GridColumn, GridRow } from "./layout"
import { planPaste, type PastePlan } from "./paste"
import type { GridPlace } from "./bulk"
import type { Block } from "./selection"
import type { Hold } from "./views"

interface Pasting {
  readonly plain: string
  readonly thousands?: "." | "," | undefined
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly block: Block
  readonly as: AmountText
  readonly titleOf: (column: GridColumn) => string
  readonly lockAt: (row: GridRow, column: GridColumn) => string | null
  /** Why a cell cannot hold so little; null where it can. */
  readonly tooLittleAt: (place: GridPlace, units: bigint) => Hold | null
}

/** Plans a paste into the grid: the plan counts items and what pays them only, without heads and sums. */
export function pasteInto({ plain, thousands, rows, columns, block, as, ...grid }: Pasting): PastePlan {
  const items = rows.flatMap((row) => (row.kind === "item" ? [row] : []))
  const money = columns.slice(2, columns.length - 3)
  return planPaste(readBlock(plain), {
    target: {
      rows: items.map(({ id, row }) => ({ key: id, title: row.title })),
      columns: money.map((column) => ({
        id: column.id,
        title: grid.titleOf(column),
        takes: column.kind === "money" && column.column.kind === "refund" ? "negative" : "positive",
      })),
      lockOf: (row, column) => {
        const [at, of] = [items[row], money[column]]
        return at && of ? grid.lockAt(at, of) : "read_only"
      },
      tooLittle: ({ row, column }, units) => {
        const [at, of] = [items[row], money[column]]
        return at && of ? grid.tooLittleAt({ row: at, column: of }, units) : null
      },
    },
    at: {
      top: within(block.top - 1, items.length),
      bottom: within(block.bottom - 1, items.length),
      left: within(block.left - 2, money.length),
      right: within(block.right - 2, money.length),
    },
    as,
    thousands,
  })
}

const within = (index: number, length: number): number =>
  Math.min(Math.max(index, 0), Math.max(length - 1, 0))

/** The block that a paste landed in, with what was left alone; null where it landed nowhere. */
export function landedIn(
  { put, locked, refused }: PastePlan,
  { rows, columns }: { readonly rows: readonly GridRow[]; readonly columns: readonly GridColumn[] },
): Block | null {
  const places = [...put, ...locked, ...refused]
  if (places.length === 0) return null
  const [down, across] = [
    new Map(rows.map(({ id }, at) => [id, at])),
    new Map(columns.map(({ id }, at) => [id, at])),
  ]
  const [tops, lefts] = [
    places.map(({ row }) => down.get(row) ?? 0),
    places.map(({ column }) => across.get(column) ?? 0),
  ]
  return {
    top: Math.min(...tops),
    bottom: Math.max(...tops),
    left: Math.min(...lefts),
    right: Math.max(...lefts),
  }
}
