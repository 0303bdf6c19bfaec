import { openAmount, type OpenItem } from "../open-item"
import type { Candidate } from "./strategy"

/** When the order of an item was placed; of money on account, when it came. */
export interface Placed {
  readonly placedAt: string
  readonly placedOn: string
  /** The shop's own id of the order; without one the item is money on account, or one of the only order there is. */
  readonly orderId?: string | null | undefined
}

/** An item as a plan begins with it. */
export function candidateOf(item: OpenItem, { placedAt, placedOn, orderId }: Placed): Candidate {
  return {
    item,
    open: openAmount(item),
    taxed: item.taxesAllocated,
    placedAt,
    placedOn,
    orderId: orderId ?? "",
  }
}

/** The item as the plan leaves it. */
export function itemAfter({ item, open, taxed }: Candidate): OpenItem {
  return { ...item, allocated: item.amount - open, taxesAllocated: taxed }
}
