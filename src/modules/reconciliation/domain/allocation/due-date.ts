import { fill } from "./fill"
import { byDueDay, byOccurrence } from "./order-of"
import type { Strategy } from "./strategy"

/** Money pays what falls due first. */
export const dueDate: Strategy = (credits, debits) =>
  fill(credits.toSorted(byOccurrence), debits.toSorted(byDueDay), "due_date")
