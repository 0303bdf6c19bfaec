import { useVirtualizer, type Range } from "@tanstack/react-virtual"
import { useLayoutEffect, type RefObject } from "react"
import { useGrid } from "./use-grid"

/** Head, Total and Unallocated. */
export const NOT_ITEMS = 3
/** More items than this stand close to each other, and can be searched. */
export const MANY_ITEMS = 8
/** Above so many, only what is in sight is drawn. */
export const MOST_DRAWN = 60
const ROW_HEIGHT = 31
const OVERSCAN = 6

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

/** Draws only what is in sight, and the row that has the focus, which would else lose it. */
export function useShownRows(count: number, scroll: RefObject<HTMLElement | null>): ShownRows {
  const focus = useGrid((store) => store.focus.row - 1)
  const isWindowed = count > MOST_DRAWN
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised: it is asked anew each time
  const rows = useVirtualizer({
    count,
    enabled: isWindowed,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialRect: { width: 1200, height: 600 },
    rangeExtractor: (range) => withFocus(range, focus),
  })
  if (!isWindowed) return { indexes: Array.from({ length: count }, (_, index) => index), before: 0, after: 0 }
  const items = rows.getVirtualItems()
  return {
    indexes: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: rows.getTotalSize() - (items.at(-1)?.end ?? 0),
  }
}

/** Columns in their order, and where they are drawn. */
interface Columns {
  readonly count: number
  readonly width: number
  readonly scroll: RefObject<HTMLElement | null>
}

/** The same of the columns between those that stay in sight: the amount before, sums after. */
export function useShownColumns({ count, width, scroll }: Columns): ShownColumns {
  const [first, last] = [2, count - 3]
  const focus = useGrid((store) => store.focus.column - first)
  const isWindowed = count > MOST_DRAWN
  // oxlint-disable-next-line react/incompatible-library -- the same
  const columns = useVirtualizer({
    horizontal: true,
    count: Math.max(last - first, 0),
    enabled: isWindowed,
    getScrollElement: () => scroll.current,
    estimateSize: () => width,
    overscan: OVERSCAN,
    initialRect: { width: 1200, height: 600 },
    rangeExtractor: (range) => withFocus(range, focus),
  })
  useLayoutEffect(() => columns.measure(), [columns, width])
  if (!isWindowed) {
    return {
      indexes: Array.from({ length: count - 1 }, (_, index) => index + 1),
      gaps: { before: 0, after: 0 },
    }
  }
  const items = columns.getVirtualItems()
  return {
    indexes: [1, -1, ...items.map(({ index }) => index + first), -2, count - 3, count - 2, count - 1],
    gaps: { before: items[0]?.start ?? 0, after: columns.getTotalSize() - (items.at(-1)?.end ?? 0) },
  }
}

function withFocus({ startIndex, endIndex, overscan, count }: Range, focus: number): number[] {
  const start = Math.max(startIndex - overscan, 0)
  const end = Math.min(endIndex + overscan, count - 1)
  const shown = Array.from({ length: Math.max(end - start + 1, 0) }, (_, index) => start + index)
  const isNear = focus >= start - OVERSCAN * 2 && focus <= end + OVERSCAN * 2
  if (!isNear || focus < 0 || focus >= count || shown.includes(focus)) return shown
  const [from, to] = [Math.min(focus, start), Math.max(focus, end)]
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
