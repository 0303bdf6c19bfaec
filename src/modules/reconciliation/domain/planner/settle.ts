import { fill, put } from "../allocation/fill"
import { byLine, byOccurrence } from "../allocation/order-of"
import type { Candidate, Proposal, Strategy } from "../allocation/strategy"
import { fulfil, type PlanInWork } from "../instalments/fulfil"
import { least } from "../money"
import { isCharge, isLineCredit, isMoneyIn, isTakenBack, type OpenItem } from "../open-item"
import type { PinnedLine } from "../instalments/pinned-line"

/** One rule of settlement within an order: which credits meet which debits. */
interface SettlementRule {
  readonly name: string
  readonly credit: (item: OpenItem) => boolean
  readonly debit: (item: OpenItem) => boolean
  /** When given, a credit meets only debits of the same group. */
  readonly group?: (item: OpenItem) => string | null
}

const isRefund = (item: OpenItem): boolean => item.kind === "refund"
const isVoid = (item: OpenItem): boolean => item.kind === "void"
const isKnownReversal = (item: OpenItem): boolean => item.kind === "reversal"
const isCreditLine = (item: OpenItem): boolean => item.kind === "credit_line"

/**
 * Money that came through the order's own payments, or that a refund taken back left here; a deposit is
 * settled by the account's policy.
 */
const isOwnMoney = (item: OpenItem): boolean => isMoneyIn(item) && item.documentId !== null

/**
 * What settles before money is spread. A credit line pays back an open refund of its order first: the
 * host writes it because of that refund. A lowered line settles what it still owes itself, then what
 * the order owes, then a refund.
 */
const BEFORE_MONEY: readonly SettlementRule[] = [
  { name: "voided_money", credit: isOwnMoney, debit: isVoid, group: (item) => item.key },
  { name: "voided_refund", credit: isVoid, debit: isRefund, group: (item) => item.key },
  { name: "reversed_void", credit: isKnownReversal, debit: isVoid, group: (item) => item.reference },
  { name: "reversed_refund", credit: isKnownReversal, debit: isRefund },
  { name: "refund_of_credit", credit: isCreditLine, debit: isRefund },
  { name: "own_line", credit: isLineCredit, debit: isCharge, group: (item) => item.lineKey },
  { name: "own_order", credit: isLineCredit, debit: isCharge },
  { name: "refund_of_line", credit: isLineCredit, debit: isRefund },
]

/** What money is left over pays back, and what stands in for money that was taken back after it had settled. */
const AFTER_MONEY: readonly SettlementRule[] = [
  { name: "refund_of_surplus", credit: (item) => isOwnMoney(item) && !isVoid(item), debit: isRefund },
  { name: "replaced_refund", credit: isVoid, debit: isRefund },
  { name: "replaced_money", credit: (item) => isOwnMoney(item) || isLineCredit(item), debit: isVoid },
]

export interface Settlement {
  readonly strategy: Strategy
  /** The order's planned payments; money that fulfils one follows its pins, whatever the strategy says. */
  readonly plan?: PlanInWork
  /** The lines that an admin chose to pay back by a refund, by the refund's key. */
  readonly chosenLines?: ReadonlyMap<string, readonly PinnedLine[]> | undefined
  /** Other names under which a plan may know a credit. */
  readonly namesOf?: (credit: Candidate) => readonly string[]
  /** Credits that a person set free by hand: they go on no charge, but still meet refunds and voids. */
  readonly waiting?: ReadonlySet<bigint>
  /** Keys of refunds that only their chosen lines pay back: the host is about to lower those. */
  readonly awaited?: ReadonlySet<string>
}

/** Proposes what an order's own credits settle on the same order, automatically; it only ever adds. */
export function settle(
  candidates: readonly Candidate[],
  { strategy, chosenLines = new Map(), plan = [], namesOf = () => [], ...left }: Settlement,
): Proposal[] {
  const { waiting = NONE, awaited = NO_KEYS } = left
  const all = candidates.filter((candidate) => candidate.open > 0n)
  const open = awaited.size === 0 ? all : all.filter(({ item }) => !isRefund(item) || !awaited.has(item.key))
  const free = waiting.size === 0 ? open : open.filter(({ item }) => !waiting.has(item.id))
  const before = [
    ...payChosenLinesBack(all, chosenLines),
    ...BEFORE_MONEY.flatMap((rule) => applyRule(rule.debit === isCharge ? free : open, rule)),
  ]
  const credits = free.filter(({ item }) => isOwnMoney(item))
  const debits = open.filter(({ item }) => isCharge(item))
  const owed = open.filter(({ item }) => isCharge(item) || isTakenBack(item))
  const spread = (): Proposal[] =>
    strategy(
      credits.filter((credit) => credit.open > 0n),
      debits.filter((debit) => debit.open > 0n),
    )
  const spreading = [
    ...fulfil({ credits, debits: owed.filter((debit) => debit.open > 0n), plan, namesOf }),
    ...spread(),
  ]
  const after = AFTER_MONEY.flatMap((rule) => applyRule(open, rule))
  // What is left of a surplus may fit now what it did not before; the next read would find that.
  return [...before, ...spreading, ...after, ...(after.length > 0 ? spread() : [])]
}

/** A refund whose lines an admin chose takes what those lines have to give before anything else. */
function payChosenLinesBack(
  open: readonly Candidate[],
  chosenLines: ReadonlyMap<string, readonly PinnedLine[]>,
): Proposal[] {
  const refunds = chosenLines.size === 0 ? [] : open.filter(({ item }) => isRefund(item))
  return refunds.flatMap((refund) =>
    (chosenLines.get(refund.item.key) ?? []).flatMap(({ lineKey, amount }) => {
      const credits = open.filter(({ item }) => isLineCredit(item) && item.lineKey === lineKey)
      let left = amount
      return credits.toSorted(byOccurrence).flatMap((credit) => {
        const part = least(left, least(credit.open, refund.open))
        left -= part
        return part > 0n ? [put(credit, refund, { amount: part, rule: "refund_of_chosen_line" })] : []
      })
    }),
  )
}
const NONE: ReadonlySet<bigint> = new Set()
const NO_KEYS: ReadonlySet<string> = new Set()

function applyRule(open: readonly Candidate[], rule: SettlementRule): Proposal[] {
  const credits = open.filter(
    ({ item, open: left }) => left > 0n && item.side === "credit" && rule.credit(item),
  )
  if (credits.length === 0) return []
  const debits = open.filter(({ item, open: left }) => left > 0n && item.side === "debit" && rule.debit(item))
  if (debits.length === 0) return []
  credits.sort(byOccurrence)
  debits.sort(byLine)
  const { group } = rule
  if (!group) return fill(credits, debits, rule.name)
  return credits.flatMap((credit) => {
    const key = group(credit.item)
    return key === null
      ? []
      : fill(
          [credit],
          debits.filter(({ item }) => group(item) === key),
          rule.name,
        )
  })
}
