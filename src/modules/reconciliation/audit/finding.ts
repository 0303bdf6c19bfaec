import type { AuditedOrder, AuditFinding, AuditGroup, AuditKind } from "../../../types/http"
import { magnitude, written } from "./amounts"
import type { Context } from "./facts"

/** Which sentence of the summary each kind counts in. */
export const GROUPS: Readonly<Record<AuditKind, AuditGroup>> = {
  transaction_without_capture: "balances",
  transaction_without_refund: "balances",
  capture_without_transaction: "balances",
  refund_without_transaction: "balances",
  transaction_amount_differs: "balances",
  transaction_twice: "balances",
  transaction_of_other_order: "balances",
  balance_disagrees: "balances",
  payment_of_no_order: "payments",
  payment_of_several_orders: "payments",
  payment_without_collection: "payments",
  capture_without_payment: "payments",
  refund_without_payment: "payments",
  cancelled_order_captured: "payments",
  refunded_more_than_captured: "payments",
  captured_more_than_payment: "payments",
  payment_says_otherwise: "payments",
  currency_differs: "payments",
  unrounded_total: "amounts",
  negative_total: "amounts",
  credits_exceed_total: "amounts",
  negative_money: "amounts",
  amount_written_twice: "amounts",
  order_unreadable: "amounts",
}

interface About {
  readonly order?: AuditedOrder | null
  readonly others?: readonly AuditedOrder[]
  readonly payment?: string | null
  readonly provider?: string | null
  readonly row?: string | null
  readonly title?: string | null
  readonly currency: string
  /** What is in question, exact and signed; its size is told. */
  readonly amount: string
  readonly stored: string | null
  readonly expected: string | null
  readonly at?: string | Date | null
  readonly detail?: string
}

/** Makes a finding of what is known of the order or payment, and of this. */
export type Tell = (kind: AuditKind, about: Partial<About>) => AuditFinding

/** Fractions of a coin are shown where they are what is found; where two rows differ by less, a person sees one amount. */
export function findingOf(
  kind: AuditKind,
  { order = null, others = [], currency, at = null, ...about }: About,
  { digits, freshSince }: Pick<Context, "digits" | "freshSince">,
): AuditFinding {
  const moment = at === null ? null : new Date(at).toISOString()
  return {
    kind,
    group: GROUPS[kind],
    order,
    others: [...others],
    payment_id: about.payment ?? null,
    provider_id: about.provider ?? null,
    row_id: about.row ?? null,
    row_title: about.title ?? null,
    currency_code: currency.toLowerCase(),
    digits,
    amount: magnitude(about.amount, digits),
    stored: about.stored === null ? null : written(about.stored, digits),
    expected: about.expected === null ? null : written(about.expected, digits),
    at: moment,
    is_fresh: moment !== null && moment >= freshSince,
    detail: about.detail ?? null,
  }
}
