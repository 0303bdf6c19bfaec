import { z } from "@medusajs/framework/zod"
import { cancelPlanWorkflow } from "../../../../../../workflows/plan-payments/workflows/cancel-plan"
import { planPaymentsWorkflow } from "../../../../../../workflows/plan-payments/workflows/plan-payments"
import { CHANGED_ORDER, changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { planBody } from "../../../../../lib/plan-bodies"
import { route } from "../../../../../lib/route"
import { inAddress, version } from "../../../../../lib/schemas"

export const PUT = route({
  method: "put",
  path: "orders/{id}/plan",
  right: "manage",
  summary:
    "Plan the order's payments in place of what is left of an earlier plan. The same plan again changes nothing.",
  id: orderIdOf,
  body: planBody,
  answer: CHANGED_ORDER,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await planPaymentsWorkflow(scope).run({ input: { ...body, ...change, order_id: id } })
    return { order: await changedOrder(scope, id), changed: result.changed }
  },
})

export const DELETE = route({
  method: "delete",
  path: "orders/{id}/plan",
  right: "delete",
  summary: "Cancel what is left of the order's planned payments. What was paid stays.",
  id: orderIdOf,
  query: z.strictObject({ version: inAddress(version).optional() }),
  answer: CHANGED_ORDER,
  handler: async ({ scope, id, query, change }) => {
    const { result } = await cancelPlanWorkflow(scope).run({ input: { ...query, ...change, order_id: id } })
    return { order: await changedOrder(scope, id), changed: result.changed }
  },
})
