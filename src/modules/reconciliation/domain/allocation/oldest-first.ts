import { fill } from "./fill"
import { byLine, byOccurrence } from "./order-of"
import type { Strategy } from "./strategy"

/** Money pays the oldest order first, its items in line order; across orders and days. */
export const oldestFirst: Strategy = (credits, debits) =>
  fill(credits.toSorted(byOccurrence), debits.toSorted(byLine), "oldest_first")
