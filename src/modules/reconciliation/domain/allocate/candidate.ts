import { openAmount, type OpenItem } from "../open-item"
import type { Candidate } from "./strategy"

/** When the order of an item was placed; of money on account, when it came. */
export interface Placed {
  readonly placedAt: string
  readonly placedOn: string
}

/** An item as a plan begins with it. */
export function candidateOf(item: OpenItem, { placedAt, placedOn }: Placed): Candidate {
  return { item, open: openAmount(item), taxed: item.taxesAllocated, placedAt, placedOn }
}

/** The item as the plan leaves it. */
export function itemAfter({ item, open, taxed }: Candidate): OpenItem {
  return { ...item, allocated: item.amount - open, taxesAllocated: taxed }
}
