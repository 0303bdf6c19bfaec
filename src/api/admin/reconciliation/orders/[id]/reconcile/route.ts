import { reconcileOrdersWorkflow } from "../../../../../../workflows/reconcile-orders/workflows/reconcile-orders"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { orderAnswer, orderNotFound } from "../../../../../lib/order-answer"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { reconcileOrderBody } from "../../../../../lib/schemas"
import { orderIdOf } from "../../../../../lib/path-id"

/** Reads the order from the host now and posts and settles what is missing. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, reconcileOrderBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const orderId = orderIdOf(request)
  const asked = { operation: "reconcile_order", key, content: [orderId, body.strategy, body.version] }
  const done = await ledgerOf(request.scope).answerOnce(asked, async () => {
    const { result } = await reconcileOrdersWorkflow(request.scope).run({
      input: { order_ids: [orderId], cause: "POST orders/:id/reconcile", actor: actorOf(request), ...body },
    })
    const [reconciled] = result.orders
    if (!reconciled) throw orderNotFound(orderId)
    return { changed: reconciled.changed, allocation_plan: reconciled.allocation_plan }
  })
  response.json({ order: await orderAnswer(request.scope, orderId), ...done })
})
