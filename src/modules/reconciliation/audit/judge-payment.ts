import type { AuditFinding } from "../../../types/http"
import { exactSum, negated, quantise, signOf } from "../domain/quantise"
import { amountOf, isSame, isWrittenTwice, less, sumOf } from "./amounts"
import type { Context, LooseFacts, PaidOrder, PaymentFacts } from "./facts"
import { findingOf, type Tell } from "./finding"

interface Judged {
  readonly facts: PaymentFacts
  readonly captured: string
  readonly refunded: string
  readonly digits: number
  readonly tell: Tell
}

const named = ({ id, display_id: number }: PaidOrder) => ({ id, display_id: number })

/** What the money is not back, and so somebody must explain. */
const keptOf = ({ captured, refunded }: Judged): string => less(captured, refunded)

/** The last moment that something of a payment was written. */
function movedAt({ captures, refunds, created_at: created }: PaymentFacts): string {
  const moments = [...(captures ?? []), ...(refunds ?? [])].map(({ at }) => new Date(at).toISOString())
  return moments.toSorted().at(-1) ?? new Date(created).toISOString()
}

/**
 * What contradicts itself in one payment of the host. A payment of which nothing was taken is nobody's money: authorised,
 * cancelled or failed ones stay silent wherever they stand.
 *
 * @param naming orders whose transactions name a row of it; asked for only where no order has it
 */
export function judgePayment(
  facts: PaymentFacts,
  naming: readonly PaidOrder[],
  context: Context,
): AuditFinding[] {
  const orders = facts.collection && !facts.collection.deleted ? facts.collection.orders : []
  const [order = null] = orders
  const judged: Judged = {
    facts,
    captured: sumOf(facts.captures),
    refunded: sumOf(facts.refunds),
    digits: context.digits,
    tell: (kind, about) =>
      findingOf(
        kind,
        {
          order: order && named(order),
          payment: facts.id,
          provider: facts.provider_id,
          currency: facts.currency_code,
          amount: "0",
          stored: null,
          expected: null,
          at: movedAt(facts),
          ...about,
        },
        context,
      ),
  }
  return [
    ...ofWhom(judged, orders, naming),
    ...ofSums(judged),
    ...ofCurrency(judged, orders),
    ...ofRows(judged),
  ]
}

/** Whether the payment is joined to none, or to several. */
export function isOfNoOrder({ collection, captures, refunds }: PaymentFacts, digits: number): boolean {
  const isHeld = !isSame(sumOf(captures), sumOf(refunds), digits)
  return isHeld && (collection === null || collection.deleted || collection.orders.length === 0)
}

function ofWhom(judged: Judged, orders: readonly PaidOrder[], naming: readonly PaidOrder[]): AuditFinding[] {
  const { facts, captured, tell, digits } = judged
  const kept = keptOf(judged)
  if (isOfNoOrder(facts, digits)) {
    const { collection } = facts
    const kind =
      collection === null || collection.deleted ? "payment_without_collection" : "payment_of_no_order"
    return [tell(kind, { others: naming.map(named), amount: kept, stored: kept, expected: "0" })]
  }
  const isLive = facts.canceled_at === null || signOf(captured) !== 0
  if (orders.length < 2 || !isLive) return []
  const amount = signOf(captured) === 0 ? amountOf(facts.amount) : kept
  return [tell("payment_of_several_orders", { others: orders.slice(1).map(named), amount, stored: amount })]
}

function ofSums({ facts, captured, refunded, digits, tell }: Judged): AuditFinding[] {
  const found: AuditFinding[] = []
  const surplus = less(refunded, captured)
  if (quantise(surplus, digits) > 0n)
    found.push(tell("refunded_more_than_captured", { amount: surplus, stored: refunded, expected: captured }))
  const excess = less(captured, amountOf(facts.amount))
  if (quantise(excess, digits) > 0n)
    found.push(
      tell("captured_more_than_payment", {
        amount: excess,
        stored: captured,
        expected: amountOf(facts.amount),
      }),
    )
  return found
}

function ofCurrency({ facts, tell, ...sums }: Judged, orders: readonly PaidOrder[]): AuditFinding[] {
  const own = facts.currency_code.toLowerCase()
  const others = [...orders.map(({ currency }) => currency), facts.collection?.currency ?? own]
  const other = others.find((code) => code.toLowerCase() !== own)
  const isNothing = signOf(sums.captured) === 0 && facts.canceled_at !== null
  if (other === undefined || isNothing) return []
  const amount = signOf(sums.captured) === 0 ? amountOf(facts.amount) : sums.captured
  return [
    tell("currency_differs", {
      amount,
      stored: amount,
      detail: `${own.toUpperCase()} ≠ ${other.toUpperCase()}`,
    }),
  ]
}

function ofRows({ facts, digits, tell }: Judged): AuditFinding[] {
  const rows = [...(facts.captures ?? []), ...(facts.refunds ?? [])]
  const twice = rows.filter((row) => isWrittenTwice(row, digits))
  return [
    ...rows
      .filter((row) => quantise(amountOf(row), digits) < 0n)
      .map((row) =>
        tell("negative_money", {
          row: row.id,
          at: row.at,
          amount: amountOf(row),
          stored: amountOf(row),
          expected: negated(amountOf(row)),
        }),
      ),
    ...[...twice, ...(isWrittenTwice(facts.amount, digits) ? [{ ...facts.amount, id: facts.id }] : [])].map(
      (row) =>
        tell("amount_written_twice", {
          row: row.id,
          amount: less(row.raw ?? "0", row.plain ?? "0"),
          stored: row.plain,
          expected: row.raw,
        }),
    ),
  ]
}

/** A capture or a refund whose payment is gone: nothing of the host shows it any more. */
export function judgeLoose(
  {
    id,
    payment_id: payment,
    provider_id: provider,
    created_at: at,
    raw,
    currency_code: currency,
    orders,
  }: LooseFacts,
  kind: "capture_without_payment" | "refund_without_payment",
  context: Context,
): AuditFinding {
  const amount = exactSum([raw ?? "0"])
  const [order = null, ...others] = orders ?? []
  return findingOf(
    kind,
    {
      order: order && named(order),
      others: others.map(named),
      payment,
      provider,
      row: id,
      currency: currency ?? order?.currency ?? "",
      amount,
      stored: amount,
      expected: "0",
      at,
    },
    context,
  )
}
