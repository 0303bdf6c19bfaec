import { refundLinesWorkflow } from "../../../../../../workflows/refund-lines/workflows/refund-lines"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { refundLinesBody } from "../../../../../lib/schemas"
import { requirePaymentOfOrder } from "../../../../../lib/payment-of-order"

/**
 * Refunds a payment of the order for the rows that are named, through the host. The same key again refunds nothing
 * and answers with the same refund.
 */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, refundLinesBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const orderId = orderIdOf(request)
  await requirePaymentOfOrder(request.scope, { orderId, paymentId: body.payment_id })
  const actor = actorOf(request)
  const { result: refund } = await refundLinesWorkflow(request.scope).run({
    input: { ...body, order_id: orderId, actor, created_by: actor.id, idempotency_key: key },
  })
  response.json({ order: await changedOrder(request.scope, orderId), refund })
})
