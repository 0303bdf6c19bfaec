import type { Candidate, Proposal, Strategy } from "../allocation/strategy"
import { putAsPlanned } from "../instalments/fulfil"
import { least } from "../money"
import { debtOf } from "../open-item"
import { followPlans, planFor, type PlansInWork } from "../instalments/plan-instalments"

/** An amount that goes to a place of its own, whatever the strategy says. */
export interface Pin {
  readonly creditId: bigint
  readonly debitId: bigint
  /** Minor units; what is no longer open is not taken. */
  readonly amount: bigint
}

export interface PlanInput {
  readonly credits: readonly Candidate[]
  readonly debits: readonly Candidate[]
  readonly strategy: Strategy
  readonly pins?: readonly Pin[]
  /** Planned payments that money on account fulfils where it comes to their order. */
  readonly plans?: PlansInWork
}

/** What a plan proposes and what it leaves; a preview is a plan, applying is a plan and a transaction. */
export interface AllocationPlan {
  readonly allocate: readonly Proposal[]
  readonly leftover: readonly Leftover[]
}

export interface Leftover {
  readonly credit: Candidate["item"]
  /** Minor units. */
  readonly amount: bigint
  readonly reason: LeftoverReason
  /** How many orders have exactly this amount open. */
  readonly equalOrders: number
  /** The same as an English sentence. */
  readonly because: string
}

/** Why money stays unallocated. */
export type LeftoverReason = "nothing_owed" | "several_equal" | "order_later" | "none_equal"

/** Proposes allocations: pinned amounts first, then the strategy. Pure, and the same for the same input. */
export function planAllocations({
  credits,
  debits,
  strategy,
  pins = [],
  plans = NONE,
}: PlanInput): AllocationPlan {
  const pinned = placePins(pins, { credits, debits, plans })
  const left = { credits: credits.filter(isOpen), debits: debits.filter(isOpen) }
  const chosen = strategy(left.credits, left.debits)
  const allocate = plans.size === 0 ? chosen : followPlans(chosen, { ...left, plans, strategy })
  return { allocate: [...pinned, ...allocate], leftover: leftoversOf(credits, debits) }
}

const NONE: PlansInWork = new Map()
const isOpen = ({ open }: Candidate): boolean => open > 0n

function placePins(
  pins: readonly Pin[],
  { credits, debits, plans }: Required<Pick<PlanInput, "credits" | "debits" | "plans">>,
): Proposal[] {
  if (pins.length === 0) return []
  const creditById = new Map(credits.map((credit) => [credit.item.id, credit]))
  const debitById = new Map(debits.map((debit) => [debit.item.id, debit]))
  return pins.flatMap((pin) => {
    const credit = creditById.get(pin.creditId)
    const debit = debitById.get(pin.debitId)
    if (!credit || !debit) return []
    const amount = least(pin.amount, least(credit.open, debit.open))
    if (amount <= 0n) return []
    return putAsPlanned(credit, debit, {
      amount,
      rule: "pinned",
      plan: planFor(credit.item, debit.item, plans),
    })
  })
}

function leftoversOf(credits: readonly Candidate[], debits: readonly Candidate[]): Leftover[] {
  const left = credits.filter((credit) => credit.open > 0n)
  if (left.length === 0) return []
  const balances = openBalances(debits)
  return left.map((credit) => ({
    credit: credit.item,
    amount: credit.open,
    ...reasonFor(credit.open, balances),
  }))
}

/** How many orders have each open balance. */
function openBalances(debits: readonly Candidate[]): Map<bigint, number> {
  const balances = new Map<string, bigint>()
  for (const { item, open } of debits) {
    const debt = debtOf(item)
    if (open > 0n) balances.set(debt, (balances.get(debt) ?? 0n) + open)
  }
  const orders = new Map<bigint, number>()
  for (const balance of balances.values()) orders.set(balance, (orders.get(balance) ?? 0) + 1)
  return orders
}

function reasonFor(amount: bigint, orders: ReadonlyMap<bigint, number>): Omit<Leftover, "credit" | "amount"> {
  const equalOrders = orders.get(amount) ?? 0
  const reason =
    orders.size === 0
      ? "nothing_owed"
      : equalOrders > 1
        ? "several_equal"
        : equalOrders === 1
          ? "order_later"
          : "none_equal"
  return { reason, equalOrders, because: SENTENCES[reason](equalOrders) }
}

const SENTENCES: Readonly<Record<LeftoverReason, (orders: number) => string>> = {
  nothing_owed: () => "Nothing is owed any more.",
  several_equal: (orders) =>
    `${orders} orders have exactly this open balance; choosing one would be a guess.`,
  order_later: () => "The order with this open balance was placed after the money came.",
  none_equal: () => "No order has exactly this open balance.",
}
