export interface Sizes {
  /** Orders that are captured, all of them in the burst. */
  readonly orders: number
  /** How often the burst and its floor are measured. */
  readonly rounds: number
  /** Orders of the negative control. */
  readonly control: number
  /** Captures at five a second. */
  readonly paced: number
  /** Pairs of checkouts. */
  readonly pairs: number
}

/** Milliseconds of CPU of Node and PostgreSQL for one order. */
export interface Cost {
  readonly ours: number
  readonly floor: number
  readonly ratio: number
}

export interface Burst extends Cost {
  readonly control: number
  /** From the first event to the last commit, milliseconds. */
  readonly milliseconds: number
  /** Megabytes of resident memory beside what stood before. */
  readonly memory: { readonly ours: number; readonly floor: number }
  /** Orders that do not stand as the floor left them. */
  readonly lost: number
}

export interface Pace extends Cost {
  /** From the event to the committed allocation, milliseconds. */
  readonly p50: number
  readonly p95: number
  /** The same order read and posted by itself, at the same pace. */
  readonly floorP50: number
  readonly floorP95: number
  readonly lost: number
}

export interface Checkouts {
  readonly pairs: number
  /** Milliseconds of CPU for one checkout, medians. */
  readonly with: number
  readonly without: number
  /** Median over the pairs. */
  readonly ratio: number
}

export interface Measured {
  readonly eventsACapture: number
  readonly burst: Burst
  readonly pace: Pace
  readonly checkouts: Checkouts
}
