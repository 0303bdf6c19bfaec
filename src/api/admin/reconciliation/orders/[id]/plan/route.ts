import { cancelPlanWorkflow } from "../../../../../../workflows/plan-payments/workflows/cancel-plan"
import { planPaymentsWorkflow } from "../../../../../../workflows/plan-payments/workflows/plan-payments"
import { actorOf } from "../../../../../lib/actor"
import { askedOf } from "../../../../../lib/asked"
import { answer, answerQuery } from "../../../../../lib/answer"
import { changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { checkIdempotencyKey } from "../../../../../lib/read-body"
import { planPaymentsBody, versionQuery } from "../../../../../lib/schemas"

/** Plans the order's payments in place of what is left of an earlier plan. */
export const PUT = answer(async (request, response) => {
  const asked = await askedOf(request, planPaymentsBody, "PUT orders/:id/plan")
  const orderId = orderIdOf(request)
  const { result } = await planPaymentsWorkflow(request.scope).run({ input: { ...asked, order_id: orderId } })
  response.json({ order: await changedOrder(request.scope, orderId), changed: result.changed })
})

/** Cancels what is left of the order's plan; what was paid stays. */
export const DELETE = answerQuery(versionQuery, async (request, response, { version }) => {
  const key = checkIdempotencyKey(request.headersDistinct)
  const orderId = orderIdOf(request)
  const { result } = await cancelPlanWorkflow(request.scope).run({
    input: {
      order_id: orderId,
      version,
      idempotency_key: key,
      actor: actorOf(request),
      cause: "DELETE orders/:id/plan",
    },
  })
  response.json({ order: await changedOrder(request.scope, orderId), changed: result.changed })
})
