import { fill } from "./fill"
import { byLine, byOccurrence } from "./order-of"
import type { Strategy } from "./strategy"

/** Money fills the items in the order in which their order lists them, first to last. */
export const lineOrder: Strategy = (credits, debits) =>
  fill(credits.toSorted(byOccurrence), debits.toSorted(byLine), "line_order")
