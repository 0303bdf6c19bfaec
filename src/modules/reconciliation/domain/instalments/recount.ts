import { candidateOf, type Placed } from "../allocation/candidate"
import { put } from "../allocation/fill"
import type { Candidate, Proposal, Strategy } from "../allocation/strategy"
import { fulfil, planInWork } from "./fulfil"
import { NO_LINE, type Instalment } from "./instalment"
import {
  isCharge,
  isMoneyIn,
  isOfLine,
  isTakenBack,
  openAmount,
  type Allocation,
  type OpenItem,
} from "../open-item"
import type { PinnedLine } from "./pinned-line"
import type { Release } from "../allocation/release"
import { takenBackOf } from "./taken-back"

/** One order's part of the ledger, as a plan of payments needs it. */
export interface OrderLedger extends Placed {
  readonly items: readonly OpenItem[]
  /** Live allocations that touch the order. */
  readonly allocations: readonly Allocation[]
  /** Credits of which a person has set something free: they stay as that person left them. */
  readonly waiting?: ReadonlySet<bigint> | undefined
}

type Ledger = Pick<OrderLedger, "items" | "allocations" | "waiting">

interface Paid {
  readonly allocation: Allocation
  readonly credit: OpenItem
  readonly debit: OpenItem
  /** Minor units of it that were taken back since: they are no money any more and stay where they were put. */
  readonly takenBack: bigint
}

/**
 * What the order's own money pays of its lines, past what instalments bind. What stands in for money that
 * was taken back is not among it: put elsewhere, it would leave the reversal to the money that is gone.
 */
export function unboundPayments(ledger: Ledger): Paid[] {
  const { items, allocations, waiting } = ledger
  const byId = new Map(items.map((item) => [item.id, item]))
  const payments = allocations.flatMap((allocation) => {
    const credit = byId.get(allocation.creditItemId)
    const debit = byId.get(allocation.debitItemId)
    return credit && debit && isMoneyIn(credit) && isOfLine(debit) ? [{ allocation, credit, debit }] : []
  })
  const takenBack = takenBackOf(payments, ledger)
  return payments
    .filter(({ allocation }) => allocation.instalmentId === null)
    .filter(({ credit, debit }) => debit.kind !== "reversal" && !waiting?.has(credit.id))
    .map((one) => ({ ...one, takenBack: takenBack.get(one.allocation.id) ?? 0n }))
    .filter(({ allocation, takenBack: gone }) => gone < allocation.amount)
}

/** The same line by line: what a plan for all of the order may count as paid. */
export function paidLines(ledger: Ledger): PinnedLine[] {
  return unboundPayments(ledger).map(({ allocation, debit, takenBack }) => ({
    lineKey: debit.lineKey ?? "",
    amount: allocation.amount - takenBack,
  }))
}

/** What each line of an order has open, as the order lists them; every line it ever charged is among them. */
export function openLines(items: readonly OpenItem[]): PinnedLine[] {
  const lines = new Map<string, { position: number; amount: bigint }>()
  for (const item of items) {
    if (!isCharge(item) || item.lineKey === null) continue
    const line = lines.get(item.lineKey) ?? { position: item.position, amount: 0n }
    lines.set(item.lineKey, { ...line, amount: line.amount + item.amount - item.allocated })
  }
  return [...lines]
    .toSorted(([, one], [, other]) => one.position - other.position)
    .map(([lineKey, { amount }]) => ({ lineKey, amount }))
}

/** The same, and last what it owes without a line, because money was taken back: what instalments may keep. */
export function owedLines(items: readonly OpenItem[]): PinnedLine[] {
  const owed = items.filter((item) => isTakenBack(item) || (isCharge(item) && item.lineKey === null))
  const amount = owed.reduce((sum, item) => sum + openAmount(item), 0n)
  return amount > 0n ? [...openLines(items), { lineKey: NO_LINE, amount }] : openLines(items)
}

export interface Recount extends OrderLedger {
  /** The new plan. */
  readonly instalments: readonly Instalment[]
  /** Take back what own money pays and no instalment binds, to put it again by the plan. */
  readonly countsPaid: boolean
  readonly strategy: Strategy
  readonly namesOf: (credit: Candidate) => readonly string[]
  /** The day on which it is done. */
  readonly on: string
}

/** Puts an order's own money where a new plan wants it: by the plan, and the rest by the strategy. */
export function recount(input: Recount): { releases: Release[]; proposals: Proposal[] } {
  const paid = input.countsPaid ? unboundPayments(input) : []
  const releases = paid.map(({ allocation, credit, debit }): Release => ({
    allocation,
    credit,
    debit,
    rule: "replanned",
    on: input.on,
  }))
  const candidates = new Map(input.items.map((item) => [item.id, candidateOf(item, input)]))
  for (const { allocation, credit, debit } of paid) {
    giveBack(candidates.get(credit.id), allocation.amount, allocation.creditTaxes)
    giveBack(candidates.get(debit.id), allocation.amount, allocation.debitTaxes)
  }
  // Only whole allocations can be taken back, so what is no money any more goes where it was, as it was.
  const kept = paid.flatMap(({ allocation, credit, debit, takenBack }) => {
    const [from, to] = [candidates.get(credit.id), candidates.get(debit.id)]
    return from && to && takenBack > 0n ? [put(from, to, { amount: takenBack, rule: allocation.rule })] : []
  })
  const open = (of: (item: OpenItem) => boolean): Candidate[] =>
    [...candidates.values()].filter((candidate) => candidate.open > 0n && of(candidate.item))
  const isFree = (item: OpenItem): boolean => isMoneyIn(item) && !input.waiting?.has(item.id)
  const fulfilled = fulfil({
    credits: open(isFree),
    debits: open(isCharge),
    plan: planInWork(input.instalments),
    namesOf: input.namesOf,
  })
  return { releases, proposals: [...kept, ...fulfilled, ...input.strategy(open(isFree), open(isCharge))] }
}

function giveBack(candidate: Candidate | undefined, amount: bigint, taxes: readonly bigint[]): void {
  if (!candidate) return
  candidate.open += amount
  candidate.taxed = candidate.taxed.map((taken, rate) => taken - (taxes[rate] ?? 0n))
}
