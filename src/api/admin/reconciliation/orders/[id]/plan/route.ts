import { cancelPlanWorkflow } from "../../../../../../workflows/plan-payments/workflows/cancel-plan"
import { planPaymentsWorkflow } from "../../../../../../workflows/plan-payments/workflows/plan-payments"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { orderAnswer } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { check, readBody, readQuery } from "../../../../../lib/read-body"
import { idempotencyKey, planPaymentsBody, versionQuery } from "../../../../../lib/schemas"

/** Plans the order's payments in place of what is left of an earlier plan. */
export const PUT = answer(async (request, response) => {
  const body = await readBody(request, planPaymentsBody)
  const key = check(request.headers["idempotency-key"], idempotencyKey, "idempotency_key_invalid")
  const orderId = orderIdOf(request)
  const { result } = await planPaymentsWorkflow(request.scope).run({
    input: {
      ...body,
      order_id: orderId,
      idempotency_key: key,
      actor: actorOf(request),
      cause: "PUT orders/:id/plan",
    },
  })
  response.json({ order: await orderAnswer(request.scope, orderId), changed: result.changed })
})

/** Cancels what is left of the order's plan; what was paid stays. */
export const DELETE = answer(async (request, response) => {
  const { version } = readQuery(request, versionQuery)
  const orderId = orderIdOf(request)
  const { result } = await cancelPlanWorkflow(request.scope).run({
    input: { order_id: orderId, version, actor: actorOf(request), cause: "DELETE orders/:id/plan" },
  })
  response.json({ order: await orderAnswer(request.scope, orderId), changed: result.changed })
})
