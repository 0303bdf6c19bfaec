import type { Direction } from "./commands"

/** A cell by the indexes of its row and column. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** A block of cells; the last ones are included. */
export interface Block {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Where a person is, and the block that goes from there to the cell that they began with. */
export interface Selection {
  readonly focus: Spot
  readonly anchor: Spot
}

export interface Size {
  readonly rows: number
  readonly columns: number
}

export function blockOf({ focus, anchor }: Selection): Block {
  return {
    top: Math.min(focus.row, anchor.row),
    bottom: Math.max(focus.row, anchor.row),
    left: Math.min(focus.column, anchor.column),
    right: Math.max(focus.column, anchor.column),
  }
}

export const isIn = ({ top, left, bottom, right }: Block, { row, column }: Spot): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** Goes to a cell; a block grows where that is asked for, else it is that one cell. */
export function going(selection: Selection, focus: Spot, extend: boolean): Selection {
  return { focus, anchor: extend ? selection.anchor : focus }
}

const STEPS: Readonly<Record<Direction, Spot>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
}

/** The cell so many steps away, or the one at the edge. */
export function stepFrom(
  { row, column }: Spot,
  to: Direction,
  { rows, columns, by = 1 }: Size & { readonly by?: number },
): Spot {
  const step = STEPS[to]
  return {
    row: within(row + step.row * by, rows),
    column: within(column + step.column * by, columns),
  }
}

/** The next cell that holds something in a direction, or the one at the edge. */
export function jumpFrom(
  spot: Spot,
  to: Direction,
  { isFilled, ...size }: Size & { readonly isFilled: (spot: Spot) => boolean },
): Spot {
  let at = spot
  for (;;) {
    const next = stepFrom(at, to, size)
    if (next.row === at.row && next.column === at.column) return at
    at = next
    if (isFilled(at)) return at
  }
}

const within = (index: number, length: number): number => Math.min(Math.max(index, 0), length - 1)
