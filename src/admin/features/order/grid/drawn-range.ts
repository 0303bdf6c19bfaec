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

  /**
   * @param visible what is in sight
   * @param focus what has the focus, which would lose it if it were not drawn; beyond the range where nothing of it has
   */
  around(visible: IndexRange, focus: number, count: number): number[] {
    if (!isWithin(visible, this.drawn)) this.drawn = this.next(visible)
    const [first, last] = [Math.max(this.drawn.first, 0), Math.min(this.drawn.last, count - 1)]
    const drawn = Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)
    if (focus < 0 || focus >= count) return drawn
    if (focus < first) return [focus, ...drawn]
    return focus > last ? [...drawn, focus] : drawn
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

/** Something drawn, with the pixels of what is not drawn before it. */
export interface Drawn {
  readonly index: number
  readonly gap: number
}

/** Where each is drawn, by where it begins and ends among all of them. */
export function drawnOf(
  items: readonly { readonly index: number; readonly start: number; readonly end: number }[],
): Drawn[] {
  return items.map(({ index, start }, place) => ({ index, gap: start - (items[place - 1]?.end ?? 0) }))
}

/** Keeps what was there while what comes is the same, so that whoever was given it is not drawn anew. */
export class Kept<Value> {
  private value: Value | null = null

  constructor(private readonly isSame: (one: Value, other: Value) => boolean) {}

  of(value: Value): Value {
    if (this.value === null || !this.isSame(this.value, value)) this.value = value
    return this.value
  }
}
