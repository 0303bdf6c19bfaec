/** Indexes from the first to the last, both with it. */
export interface IndexRange {
  readonly first: number
  readonly last: number
}

/** How many are drawn beyond what is in sight, on the side that a person goes to and on the other. */
const AHEAD = 8
const BEHIND = 2

/**
 * Which of many rows or columns are drawn. They stay the same until something is in sight that is not: each change of
 * them makes the browser lay out the whole table, which takes longer than all else that a key does.
 */
export class DrawnRange {
  private drawn: IndexRange = { first: 0, last: -1 }
  private focus: number | null = null
  /** What was in sight when the focus went beyond it: the page scrolls there only once it is drawn. */
  private left: IndexRange | null = null

  /**
   * @param visible what is in sight
   * @param focus what has the focus; beyond the range where nothing of it has
   */
  around(visible: IndexRange, focus: number, count: number): number[] {
    const went = this.focus !== null && focus !== this.focus && focus >= 0 && focus < count
    this.focus = focus
    if (went && !isWithin({ first: focus, last: focus }, this.drawn)) {
      const span = visible.last - visible.first
      this.left = visible
      this.drawn = { first: focus - span, last: focus + span }
    } else if (!this.isOnTheWay(visible)) {
      this.left = null
      if (!isWithin(visible, this.drawn)) this.drawn = this.next(visible)
    }
    const [first, last] = [Math.max(this.drawn.first, 0), Math.min(this.drawn.last, count - 1)]
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)
  }

  private isOnTheWay({ first, last }: IndexRange): boolean {
    return this.left?.first === first && this.left.last === last
  }

  private next({ first, last }: IndexRange): IndexRange {
    const goesBack = first < this.drawn.first && this.drawn.last >= 0
    return goesBack
      ? { first: first - AHEAD, last: last + BEHIND }
      : { first: first - BEHIND, last: last + AHEAD }
  }
}

const isWithin = (inner: IndexRange, outer: IndexRange): boolean =>
  inner.first >= outer.first && inner.last <= outer.last
