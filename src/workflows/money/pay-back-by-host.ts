import type { MedusaContainer } from "@medusajs/framework/types"
import type { PayBackView } from "../../types/http"
import { ledgerOf } from "../ledger-of"
import { refundRows } from "../refund-lines/refund-rows"
import type { PayBackInput } from "./inputs"

/**
 * Has the host refund what one of its payments has left. It takes the same road as a refund of chosen rows: one of an
 * order at a time, kept under its key before the host is asked, and what became of it told by the host's own refunds. So
 * a process that dies neither pays twice nor loses what was paid: the same key again tells the truth.
 *
 * @throws payment_not_found | not_of_host | surplus_too_small | surplus_not_alone | surplus_unknown_to_host, and what
 *   refundRows throws
 */
export async function payBackByHost(container: MedusaContainer, input: PayBackInput): Promise<PayBackView> {
  const ledger = ledgerOf(container)
  const { payment_id: id, amount, reason, idempotency_key: key } = input
  const request = { operation: "pay_back_by_host", key, content: [id, amount, reason] }
  return ledger.answerOnce(request, async () => {
    const { orderId, paymentId } = await ledger.money.hostPaymentOf(id)
    const { result, payment, effects } = await ledger.money.watch(id, async ({ open }) =>
      refundRows(container, {
        orderId,
        paymentId,
        amount: amount ?? open,
        lines: [],
        surplus: { asked: amount ?? null },
        reasonId: null,
        note: reason ?? null,
        createdBy: input.actor?.id ?? null,
        idempotencyKey: key ?? null,
        actor: input.actor ?? { type: "system", id: null },
      }),
    )
    return { id: null, amount: result.amount, payment, paid_back: null, host_refund: result, ...effects }
  })
}
