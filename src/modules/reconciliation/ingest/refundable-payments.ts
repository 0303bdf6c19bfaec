import type { RefundablePaymentView } from "../../../types/http"
import { dayOf } from "../domain/day"
import { methodOfProvider, type MethodTable } from "../domain/method"
import { decimalOf } from "../domain/money"
import { quantiseCumulatively } from "../domain/quantise"
import { exact, moment, present, type HostOrder, type HostPayment } from "./host-order"
import { isMirror } from "./mirror-names"

interface RefundableContext {
  readonly digits: number
  readonly timeZone: string
  readonly paymentMethods: MethodTable
}

/**
 * Which payments of an order its host can pay back, newest first. What the ledger's own mirror wrote into the order was
 * recorded here, and is paid back here.
 */
export function refundablePaymentsOf(
  order: Pick<HostOrder, "payment_collections">,
  context: RefundableContext,
): RefundablePaymentView[] {
  return present(order.payment_collections)
    .flatMap(({ payments }) => present(payments))
    .filter((payment) => !isMirror(payment))
    .flatMap((payment) => refundableOf(payment, context))
    .toSorted((one, other) => (one.occurred_on < other.occurred_on ? 1 : -1))
}

/** A payment of which something is left; none of another. */
function refundableOf(
  payment: HostPayment,
  { digits, timeZone, paymentMethods }: RefundableContext,
): RefundablePaymentView[] {
  const [captures, refunds] = [present(payment.captures), present(payment.refunds)]
  const days = captures.map((row) => dayOf(moment(row.created_at), timeZone)).toSorted()
  const sumOf = (rows: typeof captures): bigint =>
    quantiseCumulatively(
      rows.map((row) => exact(row.raw_amount)),
      digits,
    ).reduce((sum, part) => sum + part, 0n)
  const captured = sumOf(captures)
  const left = captured - sumOf(refunds)
  const [first] = days
  if (first === undefined || left <= 0n) return []
  const providerId = payment.provider_id ?? null
  return [
    {
      payment_id: payment.id,
      method: methodOfProvider(providerId, paymentMethods),
      provider_id: providerId,
      occurred_on: first,
      captured: decimalOf(captured, digits),
      refundable: decimalOf(left, digits),
      captures: captures.map(({ id }) => id),
    },
  ]
}
