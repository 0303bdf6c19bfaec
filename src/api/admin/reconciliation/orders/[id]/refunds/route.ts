import { refundLinesWorkflow } from "../../../../../../workflows/refund-lines/workflows/refund-lines"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { orderAnswer } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/order-id"
import { readBody } from "../../../../../lib/read-body"
import { refundLinesBody } from "../../../../../lib/schemas"
import { refusePaymentOfAnother } from "../../../../../lib/payment-of-order"

/** Refunds a payment of the order for the rows that are named, through the host. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, refundLinesBody)
  const orderId = orderIdOf(request)
  await refusePaymentOfAnother(request.scope, { orderId, paymentId: body.payment_id })
  const actor = actorOf(request)
  await refundLinesWorkflow(request.scope).run({
    input: { ...body, order_id: orderId, actor, created_by: actor.id },
  })
  response.json({ order: await orderAnswer(request.scope, orderId) })
})
