import { useVirtualizer } from "@tanstack/react-virtual"
import { useLayoutEffect, useMemo, useState, type RefObject } from "react"
import { DrawnRange } from "./drawn-range"
import { useGrid } from "./use-grid"

/** Head, Total and Unallocated. */
export const NOT_ITEMS = 3
/** More items than this stand close to each other, and can be searched. */
export const MANY_ITEMS = 8
const MOST_ROWS = 60
const MOST_COLUMNS = 60
const MOST_CELLS = 800
const ROW_HEIGHT = 31
const LINE_HEIGHT = 26
/** Rows that lie under the head and the sums, of those that the box has room for. */
const ROWS_COVERED = 3

/**
 * Above so many items, columns or cells only what is in sight is drawn: with every key the browser paints all that is
 * drawn anew, in sight or not.
 */
export const isWindowed = (items: number, columns: number): boolean =>
  items > MOST_ROWS || columns > MOST_COLUMNS || items * columns > MOST_CELLS

export interface ShownRows {
  readonly indexes: readonly number[]
  /** Pixels of what is not drawn. */
  readonly before: number
  readonly after: number
}

/** Indexes of columns; below zero stands for a gap of what is not drawn. */
export interface ShownColumns {
  readonly indexes: readonly number[]
  readonly gaps: { readonly before: number; readonly after: number }
}

interface Rows {
  readonly count: number
  readonly scroll: RefObject<HTMLElement | null>
  readonly windowed: boolean
  /** How many lines are unfolded beneath an item. */
  readonly linesOf: (index: number) => number
}

/** Draws only what is in sight, and the row that has the focus, which would else lose it. */
export function useShownRows({ count, scroll, windowed, linesOf }: Rows): ShownRows {
  const focus = useGrid((store) => store.focus.row - 1)
  const [drawn] = useState(() => new DrawnRange())
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised: it is asked anew each time
  const rows = useVirtualizer({
    count,
    enabled: windowed,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => ROW_HEIGHT + LINE_HEIGHT * linesOf(index),
    overscan: 0,
    initialRect: { width: 1200, height: 600 },
    rangeExtractor: ({ startIndex, endIndex }) =>
      drawn.around({ first: startIndex, last: Math.max(endIndex - ROWS_COVERED, startIndex) }, focus, count),
  })
  useLayoutEffect(() => rows.measure(), [rows, linesOf])
  const items = rows.getVirtualItems()
  const [first, last] = windowed ? [items[0]?.index ?? 0, items.at(-1)?.index ?? -1] : [0, count - 1]
  const before = windowed ? (items[0]?.start ?? 0) : 0
  const after = windowed ? rows.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  return useMemo(() => ({ indexes: from(first, last), before, after }), [first, last, before, after])
}

/** Columns in their order, and where they are drawn. */
interface Columns {
  readonly count: number
  readonly width: number
  /** Pixels of the box in which other columns stay in sight. */
  readonly sides: number
  readonly scroll: RefObject<HTMLElement | null>
  readonly windowed: boolean
}

/** The same of the columns between those that stay in sight: the amount before, sums after. */
export function useShownColumns({ count, width, sides, scroll, windowed }: Columns): ShownColumns {
  const [first, last] = [2, count - 3]
  const covered = Math.floor(sides / width)
  const focus = useGrid((store) => store.focus.column - first)
  const [drawn] = useState(() => new DrawnRange())
  // oxlint-disable-next-line react/incompatible-library -- the same
  const columns = useVirtualizer({
    horizontal: true,
    count: Math.max(last - first, 0),
    enabled: windowed,
    getScrollElement: () => scroll.current,
    estimateSize: () => width,
    overscan: 0,
    initialRect: { width: 1200, height: 600 },
    rangeExtractor: ({ startIndex, endIndex }) =>
      drawn.around(
        { first: startIndex, last: Math.max(endIndex - covered, startIndex) },
        focus,
        last - first,
      ),
  })
  useLayoutEffect(() => columns.measure(), [columns, width])
  const items = columns.getVirtualItems()
  const [left, right] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1]
  const before = windowed ? (items[0]?.start ?? 0) : 0
  const after = windowed ? columns.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  // The same object while the same is drawn: each row would else be drawn with every key.
  return useMemo(
    () =>
      windowed
        ? {
            indexes: [1, -1, ...from(left + first, right + first), -2, count - 3, count - 2, count - 1],
            gaps: { before, after },
          }
        : { indexes: from(1, count - 1), gaps: { before: 0, after: 0 } },
    [windowed, left, right, first, count, before, after],
  )
}

const from = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)
