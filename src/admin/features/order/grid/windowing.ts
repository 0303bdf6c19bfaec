import { useVirtualizer } from "@tanstack/react-virtual"
import { useLayoutEffect, useState, type RefObject } from "react"
import { drawnOf, DrawnRange, Kept, type Drawn } from "./drawn-range"
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
  readonly drawn: readonly Drawn[]
  /** Pixels of what is not drawn after the last. */
  readonly after: number
}

/** Indexes of columns; below zero stands for a gap of what is not drawn: −1 for the first of the gaps. */
export interface ShownColumns {
  readonly indexes: readonly number[]
  /** Pixels. */
  readonly gaps: readonly number[]
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
  const [range] = useState(() => new DrawnRange())
  const [kept] = useState(() => new Kept<ShownRows>(areSameRows))
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised: it is asked anew each time
  const rows = useVirtualizer({
    count,
    enabled: windowed,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => ROW_HEIGHT + LINE_HEIGHT * linesOf(index),
    overscan: 0,
    initialRect: { width: 1200, height: 600 },
    rangeExtractor: ({ startIndex, endIndex }) =>
      range.around({ first: startIndex, last: uncovered(endIndex, ROWS_COVERED, count) }, focus, count),
  })
  useLayoutEffect(() => rows.measure(), [rows, linesOf])
  const items = windowed ? rows.getVirtualItems() : []
  return kept.of({
    drawn: windowed ? drawnOf(items) : upTo(count).map((index) => ({ index, gap: 0 })),
    after: windowed ? rows.getTotalSize() - (items.at(-1)?.end ?? 0) : 0,
  })
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
  const between = Math.max(last - first, 0)
  const covered = Math.floor(sides / width)
  const focus = useGrid((store) => store.focus.column - first)
  const [range] = useState(() => new DrawnRange())
  const [kept] = useState(() => new Kept<ShownColumns>(areSameColumns))
  // oxlint-disable-next-line react/incompatible-library -- the same
  const columns = useVirtualizer({
    horizontal: true,
    count: between,
    enabled: windowed,
    getScrollElement: () => scroll.current,
    estimateSize: () => width,
    overscan: 0,
    initialRect: { width: 1200, height: 600 },
    rangeExtractor: ({ startIndex, endIndex }) =>
      range.around({ first: startIndex, last: uncovered(endIndex, covered, between) }, focus, between),
  })
  useLayoutEffect(() => columns.measure(), [columns, width])
  if (!windowed) return kept.of({ indexes: upTo(count).slice(1), gaps: [] })
  const items = columns.getVirtualItems()
  const parts = drawnOf(items)
  const gaps = [...parts.map(({ gap }) => gap), columns.getTotalSize() - (items.at(-1)?.end ?? 0)]
  const widths = gaps.filter((gap) => gap > 0)
  const gapAt = (gap: number, place: number): number[] =>
    gap > 0 ? [-gaps.slice(0, place + 1).filter((one) => one > 0).length] : []
  const middle = parts.flatMap(({ index, gap }, place) => [...gapAt(gap, place), index + first])
  const end = gapAt(gaps.at(-1) ?? 0, gaps.length - 1)
  return kept.of({ indexes: [1, ...middle, ...end, count - 3, count - 2, count - 1], gaps: widths })
}

const upTo = (count: number): number[] => Array.from({ length: Math.max(count, 0) }, (_, index) => index)

/** The last that is really in sight: others of those that the box has room for lie under what stays in it. */
const uncovered = (last: number, covered: number, count: number): number =>
  last >= count - 1 ? last : Math.max(last - covered, 0)

const areSameRows = (one: ShownRows, other: ShownRows): boolean =>
  one.after === other.after &&
  one.drawn.length === other.drawn.length &&
  one.drawn.every(
    ({ index, gap }, place) => other.drawn[place]?.index === index && other.drawn[place]?.gap === gap,
  )

const areSameColumns = (one: ShownColumns, other: ShownColumns): boolean =>
  areSame(one.indexes, other.indexes) && areSame(one.gaps, other.gaps)

const areSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, place) => value === other[place])
