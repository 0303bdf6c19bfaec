/** Where the picture's columns stand from its left edge, in pixels. */
export interface Columns {
  /** Names of payers end here, at the right; amounts end before the bar. */
  readonly payerNames: number
  readonly amounts: number
  readonly leftBar: number
  readonly rightBar: number
  readonly debtNames: number
  readonly debtNamesWidth: number
  /** No room for more than one amount in a line beneath a name. */
  readonly isTight: boolean
}

export const BAR = 10
const GAP = 12
const FIGURE = 8
const LEAST_NAMES = 120
const MOST_NAMES = 260
const ROOMY = 230

/**
 * @param width of the whole picture
 * @param figures how many characters the longest amount has
 */
export function columnsOf(width: number, figures: number): Columns {
  const amounts = figures * FIGURE + 4
  const names = Math.min(MOST_NAMES, Math.max(LEAST_NAMES, width * 0.22))
  const debtNamesWidth = names + GAP
  const leftBar = names + GAP + amounts + GAP
  const debtNames = width - debtNamesWidth
  return {
    payerNames: names,
    amounts,
    leftBar,
    rightBar: debtNames - GAP - amounts - GAP - BAR,
    debtNames,
    debtNamesWidth,
    isTight: debtNamesWidth < ROOMY,
  }
}
