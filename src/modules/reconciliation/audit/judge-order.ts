import type { AuditFinding } from "../../../types/http"
import { decimalOf } from "../domain/money"
import { exactSum, negated, partOf, quantise, signOf } from "../domain/quantise"
import {
  exact,
  present,
  quantityOf,
  type HostCreditLine,
  type HostLine,
  type HostOrder,
} from "../ingest/host-order"
import { amountOf, isFractional, isSame, isWrittenTwice, less, shownDue } from "./amounts"
import type { Context, OrderFacts } from "./facts"
import { findingOf, type Tell } from "./finding"
import { ofPayments } from "./judge-said"
import { matched, moneyOf, type Counted, type Unmatched } from "./transactions"

/** What an order comes to, by its rows. Exact amounts. */
interface Sums {
  readonly lines: string
  /** The least that a line or a delivery costs, and which it is. */
  readonly least: { readonly id: string; readonly amount: string } | null
  readonly credits: string
  readonly moneyCredits: string
  /** What the host will take off when goods come back that are on their way. */
  readonly returning: string
  /** Some goods have come back: what the order cost before is no more to be seen. */
  readonly hasReturns: boolean
  readonly captured: string
  readonly refunded: string
  readonly counted: string
}

interface Judged {
  readonly facts: OrderFacts
  readonly sums: Sums
  readonly context: Context
  readonly tell: Tell
}

/**
 * What contradicts itself in the host's rows of one order. It reads what the host keeps; what its own flows leave behind
 * as a matter of course stays silent.
 *
 * @param order the order with its lines as the reader gives it; null where the host cannot add it up
 * @throws host_amount_missing
 */
export function judgeOrder(facts: OrderFacts, order: HostOrder, context: Context): AuditFinding[] {
  const rows = moneyOf(facts)
  const about = {
    order: { id: facts.id, display_id: facts.display_id },
    currency: facts.currency_code,
    amount: "0",
    stored: null,
    expected: null,
  }
  const judged: Judged = {
    facts,
    sums: sumsOf(facts, order, context),
    context,
    tell: (kind, more) => findingOf(kind, { ...about, ...more }, context),
  }
  const unmatched = matched(facts, rows, context.digits)
  const ofRows = ofTransactions(judged, unmatched)
  const found = [
    ...ofRows,
    ...ofTotals(judged),
    ...ofCancelled(judged),
    ...ofCurrency(judged),
    ...ofTexts(judged),
    // What a transaction or a row is missing for, the summary and the payment say still.
    ...(ofRows.length > 0 ? [] : ofSummary(judged)),
    ...(ofRows.length > 0 || unmatched.namesLost ? [] : ofPayments(facts, judged.tell, context.digits)),
  ]
  // What was kept beside goes wrong with whatever else is wrong, and is told of alone.
  return found.length > 0 ? found : ofPending(judged)
}

function sumsOf(facts: OrderFacts, order: HostOrder, { moneyReferences }: Context): Sums {
  const [items, methods] = [present(order.items), present(order.shipping_methods)]
  const lines = [...items, ...methods].map(({ id, raw_total: raw }) => ({
    id,
    amount: exact(raw, { line: id }),
  }))
  const credits = present(order.credit_lines)
  const isMoney = ({ reference }: HostCreditLine): boolean => moneyReferences.includes(reference ?? "")
  const creditsOf = (some: readonly HostCreditLine[]): string =>
    exactSum(some.map(({ id, raw_amount: raw }) => exact(raw, { credit_line: id })))
  const money = moneyOf(facts)
  return {
    lines: exactSum(lines.map(({ amount }) => amount)),
    least: lines.reduce<Sums["least"]>(
      (least, line) => (least === null || signOf(less(line.amount, least.amount)) < 0 ? line : least),
      null,
    ),
    credits: creditsOf(credits),
    moneyCredits: creditsOf(credits.filter(isMoney)),
    returning: exactSum(items.map(returningOf)),
    hasReturns: items.some((line) => backOf(line) > 0),
    captured: exactSum(money.flatMap(({ kind, amount }) => (kind === "capture" ? [amount] : []))),
    refunded: exactSum(money.flatMap(({ kind, amount }) => (kind === "refund" ? [negated(amount)] : []))),
    counted: exactSum((facts.transactions ?? []).map(amountOf)),
  }
}

const backOf = ({ detail }: HostLine): number =>
  quantityOf(detail?.return_received_quantity) + quantityOf(detail?.return_dismissed_quantity)

/** The part of a line that is on its way back; the host's total of a line is of what was not yet received. */
function returningOf(line: HostLine): string {
  const { id, quantity, detail, raw_total: raw } = line
  const requested = quantityOf(detail?.return_requested_quantity)
  const kept = quantityOf(quantity) - backOf(line)
  return requested === 0 || kept <= 0 ? "0" : partOf(exact(raw, { line: id }), requested, kept)
}

function ofTransactions({ facts, tell }: Judged, found: Unmatched): AuditFinding[] {
  const of = ({ transaction: { id, at } }: Counted) => ({ row: id, at })
  return [
    ...found.unfounded.map((one) =>
      tell(signOf(one.amount) > 0 ? "transaction_without_capture" : "transaction_without_refund", {
        ...of(one),
        amount: one.amount,
        stored: one.amount,
        expected: "0",
      }),
    ),
    ...found.uncounted.map(({ kind, amount, paymentId, providerId, row: { id, at } }) =>
      tell(kind === "capture" ? "capture_without_transaction" : "refund_without_transaction", {
        row: id,
        payment: paymentId,
        provider: providerId,
        at,
        amount,
        stored: "0",
        expected: amount,
      }),
    ),
    ...found.differing.map((one) =>
      tell("transaction_amount_differs", {
        ...of(one),
        payment: one.of.paymentId,
        provider: one.of.providerId,
        amount: less(one.amount, one.of.amount),
        stored: one.amount,
        expected: one.of.amount,
      }),
    ),
    ...found.again.map((one) =>
      tell("transaction_twice", {
        ...of(one),
        payment: one.of.paymentId,
        provider: one.of.providerId,
        amount: one.amount,
        stored: exactSum([one.of.amount, one.amount]),
        expected: one.of.amount,
      }),
    ),
    ...found.foreign.map((one) =>
      tell("transaction_of_other_order", {
        ...of(one),
        others: one.orders.filter(({ id }) => id !== facts.id),
        amount: one.amount,
        stored: one.amount,
        expected: "0",
      }),
    ),
  ]
}

/** What is due when so much is counted as paid, as the host computes it. */
function dueOf({ lines, credits, returning }: Sums, paid: string, digits: number): string {
  // The host leaves credit lines out that come to its epsilon at most.
  return exactSum([lines, negated(shownDue(credits, digits)), negated(returning), negated(paid)])
}

const keptOf = ({ captured, refunded }: Sums): string => less(captured, refunded)

const disagrees = ({ sums, context: { digits }, tell }: Judged, stored: string | null): AuditFinding => {
  const expected = shownDue(dueOf(sums, keptOf(sums), digits), digits)
  return tell("balance_disagrees", { amount: less(stored ?? "0", expected), stored, expected })
}

/**
 * The host shows what is due by the sum of transactions that it keeps in the order's summary. Where that is the sum of its
 * captures and refunds, it is right; where it is that of its transactions, what is wrong is told by one of these.
 */
function ofSummary(judged: Judged): AuditFinding[] {
  const { facts, sums, context } = judged
  const { digits } = context
  const kept = keptOf(sums)
  if (facts.summary === null)
    return signOf(sums.lines) === 0 && signOf(kept) === 0 ? [] : [disagrees(judged, null)]
  const counted = facts.summary.counted ?? sums.counted
  if ([kept, sums.counted].some((paid) => isSame(counted, paid, digits))) return []
  const [shown, right] = [counted, kept].map((paid) => shownDue(dueOf(sums, paid, digits), digits))
  return shown === undefined || isSame(shown, right ?? "0", digits) ? [] : [disagrees(judged, shown)]
}

/** What the host noted as due when it last changed the order, which others may read. */
function ofPending(judged: Judged): AuditFinding[] {
  const { facts, sums, context } = judged
  const pending = facts.summary?.pending ?? null
  if (pending === null) return []
  const right = [keptOf(sums), sums.counted].flatMap((paid) => {
    const due = dueOf(sums, paid, context.digits)
    const withSmallCredits = less(due, less(sums.credits, shownDue(sums.credits, context.digits)))
    // Goods on their way back are taken off where it is shown, and not yet where it is kept.
    return [due, shownDue(due, context.digits), withSmallCredits, exactSum([due, sums.returning])]
  })
  return right.some((due) => isSame(pending, due, context.digits)) ? [] : [disagrees(judged, pending)]
}

function ofTotals({ facts, sums, context: { digits }, tell }: Judged): AuditFinding[] {
  const { lines, least, credits, moneyCredits, refunded } = sums
  const found: AuditFinding[] = []
  const isBelow = (amount: string): boolean => quantise(amount, digits) < 0n
  if (least !== null && isBelow(least.amount)) {
    found.push(
      tell("negative_total", { row: least.id, amount: least.amount, stored: least.amount, expected: "0" }),
    )
  } else if (isBelow(lines)) {
    found.push(tell("negative_total", { amount: lines, stored: lines, expected: "0" }))
  }
  // What a refund paid out is credited beside it; stored value may outlive the goods that it paid.
  const credited = less(facts.version > 1 ? less(credits, moneyCredits) : credits, refunded)
  const rest = less(lines, credited)
  if (!isBelow(lines) && signOf(credited) > 0 && isBelow(rest) && !sums.hasReturns) {
    found.push(tell("credits_exceed_total", { amount: rest, stored: credited, expected: lines }))
  }
  if (facts.status === "canceled" || facts.is_draft === true || facts.status === "draft") return found
  const asked = shownDue(dueOf(sums, facts.summary?.counted ?? sums.counted, digits), digits)
  if (!isFractional(asked, digits)) return found
  const payable = decimalOf(quantise(asked, digits), digits)
  return [...found, tell("unrounded_total", { amount: asked, stored: asked, expected: payable })]
}

function ofCancelled({ facts, sums, context: { digits }, tell }: Judged): AuditFinding[] {
  const kept = keptOf(sums)
  if (facts.status !== "canceled" || quantise(kept, digits) <= 0n) return []
  return [
    tell("cancelled_order_captured", {
      at: facts.canceled_at,
      amount: kept,
      stored: kept,
      expected: "0",
    }),
  ]
}

function ofCurrency({ facts, tell }: Judged): AuditFinding[] {
  return (facts.transactions ?? [])
    .filter(({ currency }) => currency.toLowerCase() !== facts.currency_code.toLowerCase())
    .map(({ id, at, currency, ...amount }) =>
      tell("currency_differs", {
        row: id,
        at,
        amount: amountOf(amount),
        stored: amountOf(amount),
        expected: null,
        detail: `${currency.toUpperCase()} ≠ ${facts.currency_code.toUpperCase()}`,
      }),
    )
}

/** A row whose number and exact text are two amounts: sums of the one differ from sums of the other. */
function ofTexts({ facts, context: { digits }, tell }: Judged): AuditFinding[] {
  return [...(facts.transactions ?? []), ...(facts.credits ?? [])]
    .filter((row) => isWrittenTwice(row, digits))
    .map((row) =>
      tell("amount_written_twice", {
        row: row.id,
        at: row.at,
        amount: less(row.raw ?? "0", row.plain ?? "0"),
        stored: row.plain,
        expected: row.raw,
      }),
    )
}
