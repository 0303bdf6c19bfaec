import type { MirrorWork } from "../../modules/reconciliation/mirrors/mirrors"
import { MIRROR_TAG, namesOfMirror, takesBack } from "../../modules/reconciliation/ingest/mirror-names"
import {
  countedOfMirror,
  isAbove,
  isNothing,
  leftOf,
  takenOff,
} from "../../modules/reconciliation/ingest/mirror-standing"
import type { HostTransaction } from "../../modules/reconciliation/ingest/host-order"
import { capturesOf, onceNamed, refundsOf, type Before, type HostSide, type SeenPayment } from "./host-side"

/**
 * Makes the host count nothing of a mirror any more, whatever of it is there. Never by the host's refund workflow, which
 * would write a credit line: nobody was paid, and the sale stays what it was.
 */
export async function takeBack(host: HostSide, work: MirrorWork, before: Before): Promise<void> {
  const names = namesOfMirror(work.hostName)
  const payment = await host.payment(names.payment)
  if (!payment) return
  await before("give back")
  const refundId = await giveBack(host, payment, work)
  const transactions = await host.transactionsOf(work.orderId)
  const counted = countedOfMirror(transactions, names)
  if (!isNothing(counted)) {
    if (refundId === undefined) await waitForOthers(host, names.payment, transactions)
    await before("count back")
    await onceNamed(async () =>
      host.orders.addOrderTransactions({
        id: names.takenBack,
        order_id: work.orderId,
        amount: takenOff(counted),
        currency_code: work.currencyCode,
        reference: "refund",
        reference_id: refundId ?? names.payment,
      }),
    )
  }
  await before("cancel")
  if (!payment.canceled_at) await host.payments.cancelPayment(names.payment)
  await before("close")
  const paidOut = leftOf(
    refundsOf(payment).flatMap((row) => (takesBack(row) ? [] : [row.raw_amount])),
    [],
  )
  await host.payments.updatePaymentCollections(names.collection, {
    status: "canceled",
    captured_amount: paidOut,
    refunded_amount: paidOut,
  })
}

/**
 * All of it was refunded, and not by us: the host gives it back on paper, because the order is being cancelled, and counts that
 * a moment later. What nobody has counted after a while, nobody will.
 *
 * @throws Error so that it is tried again
 */
async function waitForOthers(
  host: HostSide,
  paymentId: string,
  transactions: readonly HostTransaction[],
): Promise<void> {
  const payment = await host.payment(paymentId)
  const named = new Set(transactions.map(({ reference_id: id }) => id))
  const others = payment ? refundsOf(payment).filter((row) => !takesBack(row) && !named.has(row.id)) : []
  const since = Date.now() - PATIENCE_MILLISECONDS
  if (!named.has(paymentId) && others.some(({ created_at: at }) => new Date(at).getTime() > since))
    throw new Error("the host is giving the payment back itself")
}

/** As long as the host may take from a refund to its transaction. */
const PATIENCE_MILLISECONDS = 2 * 60_000

/** @returns the id of the refund that takes it back; undefined where nothing was left to take back */
async function giveBack(host: HostSide, payment: SeenPayment, work: MirrorWork): Promise<string | undefined> {
  const made = refundsOf(payment).find(takesBack)
  if (made) return made.id
  const left = leftOf(
    capturesOf(payment).map((row) => row.raw_amount),
    refundsOf(payment).map((row) => row.raw_amount),
  )
  if (!isAbove(left)) return undefined
  const refund = {
    payment_id: payment.id,
    amount: left,
    note: work.note,
    created_by: `${MIRROR_TAG}:${work.id}`,
    metadata: { [MIRROR_TAG]: { key: work.id, takes_back: true } },
  }
  try {
    await host.payments.refundPayment(refund)
  } catch (error) {
    // Somebody refunded at the same moment: what is left by now is another amount.
    const again = await host.payment(payment.id)
    if (!again || refundsOf(again).length === refundsOf(payment).length) throw error
    return giveBack(host, again, work)
  }
  const after = await host.payment(payment.id)
  return after && refundsOf(after).find(takesBack)?.id
}
