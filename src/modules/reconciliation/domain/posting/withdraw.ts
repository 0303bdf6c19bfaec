import type { Proposal, Strategy } from "../allocation/strategy"
import type { Release } from "../allocation/release"
import type { Allocation, OpenItem } from "../open-item"
import { isWhole, TAKEN_BACK, type Kept } from "../planner/take-back"
import type { DocumentState } from "./document-state"
import { replay } from "./replay"

export interface WithdrawInput {
  readonly documentId: bigint
  readonly orderId: string
  readonly placedAt: string
  readonly placedOn: string
  /** Every item of the order, as stored. */
  readonly items: readonly OpenItem[]
  /** Those and every other item that their allocations touch, by id. */
  readonly known: ReadonlyMap<bigint, OpenItem>
  /** Live allocations that touch the order. */
  readonly live: readonly Allocation[]
  /** Items whose order has gone to another account since. */
  readonly movedAway: ReadonlySet<bigint>
  readonly strategy: Strategy
  /** The day on which it is done. */
  readonly on: string
}

export interface WithdrawPlan {
  readonly releases: readonly Release[]
  /** The opposite of each posting, with negative ids. */
  readonly items: readonly OpenItem[]
  /** What settles the one with the other. */
  readonly proposals: readonly Proposal[]
}

/**
 * Plans to take back all that was posted of an order, as if the host had never shown it: what its items pay or are paid by
 * is free, and each posting gets its opposite, dated as itself. Where an allocation cannot be taken back, nothing is.
 */
export function planWithdrawal(input: WithdrawInput): WithdrawPlan | { readonly stays: Kept } {
  const own = new Set(input.items.map(({ id }) => id))
  const touching = input.live.filter((one) => own.has(one.creditItemId) || own.has(one.debitItemId))
  const releases: Release[] = []
  for (const allocation of touching) {
    const [credit, debit] = [
      input.known.get(allocation.creditItemId),
      input.known.get(allocation.debitItemId),
    ]
    if (!credit || !debit) throw new Error(`an item of allocation ${allocation.id} was not loaded`)
    if (allocation.instalmentId !== null) return { stays: "instalment_bound" }
    if (input.movedAway.has(credit.id) || input.movedAway.has(debit.id)) return { stays: "order_moved" }
    if (isWhole(credit) || isWhole(debit)) return { stays: "not_by_hand" }
    releases.push({ allocation, credit, debit, rule: TAKEN_BACK, on: input.on })
  }
  const { items, proposals } = replay({
    ...input,
    items: input.items.map(freed),
    hostVersion: 0,
    stateAt: null,
    paidLines: [],
    states: [nothingOf(input)],
  })
  return { releases, items, proposals }
}

/** What belongs to the order alone is wholly free again once all that touches it is released. */
const freed = (item: OpenItem): OpenItem => ({
  ...item,
  allocated: 0n,
  taxesAllocated: item.taxes.map(() => 0n),
})

/** An order of which the host shows nothing. Its moment is the earliest, so that each posting is taken back at its own. */
const nothingOf = ({ placedAt, placedOn }: WithdrawInput): DocumentState => ({
  at: placedAt,
  on: placedOn,
  version: 0,
  lines: [],
  money: [],
  balance: 0n,
  creditedLines: [],
  canceled: null,
})
