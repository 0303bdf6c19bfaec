import { TransactionState } from "@medusajs/framework/orchestration"
import { ReconciliationError } from "../../../../../../modules/reconciliation/domain/errors"
import { chooseRefundLinesStepId } from "../../../../../../workflows/refund-lines/steps/choose-refund-lines"
import { refundLinesWorkflow } from "../../../../../../workflows/refund-lines/workflows/refund-lines"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { orderAnswer } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { readBody } from "../../../../../lib/read-body"
import { refundLinesBody } from "../../../../../lib/schemas"
import { refusePaymentOfAnother } from "../../../../../lib/payment-of-order"

/** Refunds a payment of the order for the rows that are named, through the host. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, refundLinesBody)
  const orderId = orderIdOf(request)
  await refusePaymentOfAnother(request.scope, { orderId, paymentId: body.payment_id })
  const actor = actorOf(request)
  const { errors, transaction } = await refundLinesWorkflow(request.scope).run({
    input: { ...body, order_id: orderId, actor, created_by: actor.id },
    throwOnError: false,
  })
  const [first] = errors
  // The errors of a refund that was made are those of reading the order, which is tried again.
  if (first && transaction.getState() !== TransactionState.DONE) {
    if (first.action === chooseRefundLinesStepId) throw first.error
    throw refusedByHost(first.error as Error, { order_id: orderId, payment_id: body.payment_id })
  }
  response.json({ order: await orderAnswer(request.scope, orderId) })
})

function refusedByHost({ message }: Error, ids: Record<string, string>): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "refund_refused",
    message: `The refund was refused: ${message}`,
    ids,
    remedy:
      "Look at the payment's refunds first: the host may have made it before it refused. Then try again.",
  })
}
