import type { Candidate, Proposal } from "../domain/allocation/strategy"
import { decimalOf, least, positiveMinorUnitsOf } from "../domain/money"
import { isCharge, isOnAccount, isTakenBack, type OpenItem } from "../domain/open-item"
import { inPayingOrder, openOf, payOrder } from "../domain/planner/payment"
import type { WriteOffKind } from "../domain/write-offs/write-off"
import type { ChangeContext } from "../ledger/change"
import type { Account } from "../ledger/rows"
import type { WriteOffSettings } from "../settings/write-off-options"
import { postingsOf } from "../write-offs/draft"
import { decisionOn } from "../write-offs/limit"
import { placeOfOrder } from "../write-offs/place"
import { writeOffTooLarge } from "../write-offs/refusals"
import type { WriteOffPlace } from "../write-offs/types"
import { amountAboveOpen, amountsAboveMoney, lineNotOpen, linesDiffer } from "./refusals"
import type { Difference, DifferenceKind, PaidLine } from "./types"
import type { WantedOrder } from "./wanted"

/** What a payment works with while it goes from order to order. */
export interface Purse {
  readonly account: Account
  /** In the order in which they are used; what they have open shrinks. */
  readonly credits: readonly Candidate[]
  readonly context: ChangeContext
  readonly settings: WriteOffSettings
  /** When the differences happened: with the money. */
  readonly occurredAt: string
  readonly occurredOn: string
  /** A new name for a write-off. */
  readonly newName: () => string
  /** What is posted so far; the next item's id is the next below. */
  readonly items: OpenItem[]
}

export interface PlannedOrder {
  readonly proposals: readonly Proposal[]
  readonly lines: readonly PaidLine[]
  readonly onAccount: bigint
  readonly difference: Difference | null
}

const WRITE_OFF_KINDS: Readonly<Record<Exclude<DifferenceKind, "keep_open">, WriteOffKind>> = {
  write_off: "short_payment",
  cash_discount: "cash_discount",
  bank_fee: "bank_charges",
}

/**
 * Plans what one order gets: a cash discount before the money, the money, and what else is given up after it.
 *
 * @throws amount_above_open | amounts_above_money | line_not_open | lines_not_amount | write_off_too_large |
 *   write_off_above_limit | amount_malformed …
 */
export function planOrder(purse: Purse, wanted: WantedOrder): PlannedOrder {
  const place = placeOfOrder(purse.account, wanted.loaded)
  const debits = inPayingOrder(place.candidates.filter(({ item }) => isCharge(item) || isTakenBack(item)))
  const before = debits.map(({ open }) => open)
  const work = { ...wanted, place, debits, orderId: wanted.loaded.document.orderId }
  const kind = wanted.difference?.kind ?? "keep_open"
  const named = namedAmountOf(work, purse)
  const discount = kind === "cash_discount" ? giveUp(purse, work, restOf(work, named, purse)) : null
  const money = moneyOf(work, named, purse)
  const paid = payOrder(purse.credits, {
    debits,
    plan: wanted.plan,
    amount: money,
    ...(wanted.lines && { lines: wanted.lines }),
  })
  const afterwards = kind === "write_off" || kind === "bank_fee" ? giveUp(purse, work, openOf(debits)) : null
  const given = discount ?? afterwards
  return {
    proposals: [...(discount?.proposals ?? []), ...paid, ...(afterwards?.proposals ?? [])],
    lines: linesOf(debits, before, { paid, given: given?.proposals ?? [] }),
    onAccount: paid.reduce((sum, { credit, amount }) => (isOnAccount(credit) ? sum + amount : sum), 0n),
    difference: given?.difference ?? null,
  }
}

interface Work extends WantedOrder {
  readonly orderId: string
  readonly place: WriteOffPlace
  readonly debits: readonly Candidate[]
}

/** What a person said that the order gets; null where that is left to what is open and to the money. */
function namedAmountOf({ orderId, amount, lines, debits }: Work, { account }: Purse): bigint | null {
  if (!lines) return amount
  for (const [line, wanted] of lines) {
    const own = debits.filter(({ item }) => (item.lineKey ?? "") === line)
    if (own.length === 0) throw lineNotOpen(orderId, line)
    const open = openOf(own)
    if (wanted > open) throw amountAboveOpen({ orderId, line, amount: wanted, open }, account)
  }
  const sum = [...lines.values()].reduce((total, one) => total + one, 0n)
  if (amount !== null && amount !== sum) throw linesDiffer({ orderId, amount, sum }, account)
  return sum
}

/** What the money does not cover of what the order has open. */
function restOf(
  { debits, difference, atMost }: Work,
  named: bigint | null,
  { credits, account }: Purse,
): bigint {
  const open = openOf(debits)
  const given = difference?.amount
  if (given !== null && given !== undefined)
    return positiveMinorUnitsOf(given, account.digits, "orders.difference.amount")
  const money = named ?? least(least(open, openOf(credits)), atMost ?? open)
  return open > money ? open - money : 0n
}

function moneyOf(
  { orderId, debits, atMost }: Work,
  named: bigint | null,
  { credits, account }: Purse,
): bigint {
  const open = openOf(debits)
  const left = openOf(credits)
  if (named === null) return least(least(open, left), atMost ?? open)
  if (named > open) throw amountAboveOpen({ orderId, amount: named, open }, account)
  if (named > left) throw amountsAboveMoney({ orderId, amount: named, left }, account)
  return named
}

interface GivenUp {
  readonly difference: Difference
  readonly proposals: readonly Proposal[]
}

/** Gives up what the money does not cover, as far as whoever decides it may; a larger one waits for a second person. */
function giveUp(purse: Purse, { place, difference, ...work }: Work, rest: bigint): GivenUp | null {
  if (!difference || difference.kind === "keep_open") return null
  const { account, context, settings, occurredAt, occurredOn, items } = purse
  const kind = WRITE_OFF_KINDS[difference.kind]
  if (difference.amount === null && rest === 0n) return null
  const wanted = difference.amount ?? decimalOf(rest, account.digits)
  const { amount, authority } = decisionOn(place, { kind, amount: wanted, context }, settings)
  const reason = difference.reason ?? context.reason ?? REASONS[difference.kind]
  if (authority === "two_persons") {
    return { difference: { kind, amount, reason, id: null, place }, proposals: [] }
  }
  const weightOf = weighing(work)
  const weights = place.candidates.filter(({ item }) => isCharge(item)).map(weightOf)
  const most = weights.reduce((sum, one) => sum + one, 0n)
  if (kind === "cash_discount" && amount > most)
    throw writeOffTooLarge(place, decimalOf(most, account.digits))
  const id = purse.newName()
  const firstId = -BigInt(items.length + 1)
  const posted = postingsOf(place, { kind, amount, id, occurredAt, occurredOn, settings, firstId, weightOf })
  items.push(...posted.items)
  return { difference: { kind, amount, reason, id, place }, proposals: posted.proposals }
}

/**
 * Of lines that are named, what they do not get is what a discount is measured by. A line that was raised has several
 * debits: they keep its amount for the money once, in the order in which this pays them.
 */
function weighing({ lines, debits }: Pick<Work, "lines" | "debits">): (debit: Candidate) => bigint {
  const left = new Map(lines)
  const kept = new Map<bigint, bigint>()
  for (const { item, open } of debits) {
    const key = item.lineKey ?? ""
    const named = left.get(key) ?? 0n
    kept.set(item.id, least(named, open))
    left.set(key, named - least(named, open))
  }
  return ({ item, open }) => open - (kept.get(item.id) ?? 0n)
}

const REASONS: Readonly<Record<Exclude<DifferenceKind, "keep_open">, string>> = {
  write_off: "Given up when the payment was recorded.",
  cash_discount: "Discount granted with the payment.",
  bank_fee: "Kept by banks on the way.",
}

function linesOf(
  debits: readonly Candidate[],
  before: readonly bigint[],
  { paid, given }: { paid: readonly Proposal[]; given: readonly Proposal[] },
): PaidLine[] {
  const lines = new Map<string, PaidLine>()
  const sumOn = (proposals: readonly Proposal[], { id }: OpenItem): bigint =>
    proposals.reduce((sum, { debit, amount }) => (debit.id === id ? sum + amount : sum), 0n)
  for (const [place, { item }] of debits.entries()) {
    const key = item.lineKey ?? ""
    const known = lines.get(key) ?? { line: item.lineKey, title: item.title, open: 0n, gets: 0n, givenUp: 0n }
    lines.set(key, {
      ...known,
      open: known.open + (before[place] ?? 0n),
      gets: known.gets + sumOn(paid, item),
      givenUp: known.givenUp + sumOn(given, item),
    })
  }
  return [...lines.values()]
}
