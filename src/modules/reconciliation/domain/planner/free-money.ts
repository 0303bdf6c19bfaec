import type { Candidate } from "../allocation/strategy"
import { least } from "../money"
import { isOfLine, type Allocation } from "../open-item"
import { planTakeBack, type Restored, type TakeBackInput, type TakeBackPlan } from "./take-back"

export interface FreeInput extends Pick<TakeBackInput, "candidates" | "live" | "movedAway" | "on"> {
  /** The credit that is to be free. */
  readonly itemId: bigint
  /** Minor units; null for all that is free, or can be freed. */
  readonly amount: bigint | null
  /** Takes it off the lines that it pays, the newest first. */
  readonly release: boolean
}

export interface FreePlan {
  /** As it stands once the plan is written. */
  readonly money: Candidate
  /** What is wanted, what is free without taking anything off, and what can be free at most. */
  readonly amount: bigint
  readonly free: bigint
  readonly most: bigint
  /** Everything that it settles. */
  readonly paying: readonly Allocation[]
  /** What of lines cannot be taken off them. */
  readonly kept: TakeBackPlan["kept"]
  /** Takes nothing back where the money is free, or cannot be. */
  readonly plan: TakeBackPlan
}

/**
 * Plans to have so much of some money free. What it settled of no line is with somebody else by now, and is not released:
 * what was paid back, taken back, kept, or moved on.
 */
export function planFree(input: FreeInput): FreePlan {
  const { candidates, live, itemId, release, on, movedAway } = input
  const money = candidateIn(candidates, itemId)
  const paying = live.filter(({ creditItemId }) => creditItemId === itemId)
  const ofLines = paying.filter(({ debitItemId }) => isOfLine(candidateIn(candidates, debitItemId).item))
  const around = { candidates, live, movedAway, on }
  const { kept } = planTakeBack({ ...around, release: ofLines, restore: [] })
  const bound = new Set(kept.map(({ allocation }) => allocation.id))
  const releasable = ofLines.filter(({ id }) => !bound.has(id))
  const most = releasable.reduce((sum, one) => sum + one.amount, money.open)
  const amount = input.amount ?? (release ? most : money.open)
  const lacking = release && amount <= most ? amount - money.open : 0n
  const plan = planTakeBack({ ...around, ...takenFor(lacking, releasable) })
  return {
    money: { ...money, open: openAfter(money, plan) },
    amount,
    free: money.open,
    most,
    paying,
    kept,
    plan,
  }
}

/** The newest allocations that give so much; of the last one what is too much is put again. */
function takenFor(
  lacking: bigint,
  releasable: readonly Allocation[],
): { readonly release: readonly Allocation[]; readonly restore: readonly Restored[] } {
  const release: Allocation[] = []
  let left = lacking > 0n ? lacking : 0n
  for (const allocation of releasable.toReversed()) {
    if (left === 0n) break
    release.push(allocation)
    const part = least(left, allocation.amount)
    left -= part
    const { creditItemId, debitItemId, amount } = allocation
    if (part < amount) return { release, restore: [{ creditItemId, debitItemId, amount: amount - part }] }
  }
  return { release, restore: [] }
}

/** What a credit has open once a plan is written. */
function openAfter({ item, open }: Candidate, { releases, proposals }: TakeBackPlan): bigint {
  const back = releases.filter(({ credit }) => credit.id === item.id)
  const put = proposals.filter(({ credit }) => credit.id === item.id)
  const given = back.reduce((sum, { allocation }) => sum + allocation.amount, open)
  return put.reduce((sum, { amount }) => sum - amount, given)
}

export function candidateIn(candidates: readonly Candidate[], id: bigint): Candidate {
  const found = candidates.find(({ item }) => item.id === id)
  if (!found) throw new Error(`item ${id} was not loaded`)
  return found
}
