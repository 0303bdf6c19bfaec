import type { Command } from "./commands"
import type { GridColumn, GridRow } from "./layout"
import { jumpFrom, stepFrom, type Block, type Spot } from "./selection"

/** The grid as somebody moves in it. */
export interface Terrain {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly focus: Spot
  readonly isFilled: (spot: Spot) => boolean
  /** Whether an item asks for something. */
  readonly isOpenRow: (row: GridRow) => boolean
}

const SCREEN_ROWS = 10
const SCREEN_COLUMNS = 5

/** Where a command leads; null when it leads nowhere. */
export function goalOf(command: Command, terrain: Terrain): Spot | null {
  const { rows, columns, focus, isFilled } = terrain
  const size = { rows: rows.length, columns: columns.length }
  if (command.do === "move") return stepFrom(focus, command.to, size)
  if (command.do === "jump") return jumpFrom(focus, command.to, { ...size, isFilled })
  if (command.do === "screen") {
    const isUpright = command.to === "up" || command.to === "down"
    return stepFrom(focus, command.to, { ...size, by: isUpright ? SCREEN_ROWS : SCREEN_COLUMNS })
  }
  if (command.do === "edge") return edgeOf(command.to, terrain)
  return command.do === "next_open" ? nextOpen(command.back, terrain) : null
}

function edgeOf(to: "row_start" | "row_end" | "first" | "last", { rows, columns, focus }: Terrain): Spot {
  const last = { row: rows.length - 1, column: columns.length - 1 }
  if (to === "row_start") return { ...focus, column: 0 }
  if (to === "row_end") return { ...focus, column: last.column }
  return to === "first" ? { row: 0, column: 0 } : last
}

function nextOpen(back: boolean, { rows, focus, isOpenRow }: Terrain): Spot | null {
  const open = rows.flatMap((row, index) => (isOpenRow(row) ? [index] : []))
  const next = back
    ? (open.findLast((index) => index < focus.row) ?? open.at(-1))
    : (open.find((index) => index > focus.row) ?? open[0])
  return next === undefined ? null : { ...focus, row: next }
}

/** What a command selects without moving: a row's or a column's amounts, or all. Null for other commands. */
export function blockFor(command: Command, { rows, columns, focus }: Terrain): Block | null {
  const [items, money] = [itemsOf(rows), moneyOf(columns)]
  if (command.do === "select_row") return { top: focus.row, bottom: focus.row, ...money }
  if (command.do === "select_column") return { ...items, left: focus.column, right: focus.column }
  return command.do === "select_all" ? { ...items, ...money } : null
}

/** Indexes of the items among the rows: the head stands above them, two sums below. */
const itemsOf = ({ length }: readonly GridRow[]): Pick<Block, "top" | "bottom"> => ({
  top: 1,
  bottom: length - 3,
})

/** Indexes of what moves or is planned among the columns: item and amount stand before, three sums after. */
const moneyOf = ({ length }: readonly GridColumn[]): Pick<Block, "left" | "right"> => ({
  left: 2,
  right: length - 4,
})
