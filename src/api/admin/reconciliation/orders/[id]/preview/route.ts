import { z } from "@medusajs/framework/zod"
import { previewOrder } from "../../../../../../workflows/reconcile-orders/preview-order"
import { orderNotFound } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { strategy } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "orders/{id}/preview",
  right: "view",
  summary: "What reconciling the order would do now. Changes nothing.",
  id: orderIdOf,
  body: z.strictObject({ strategy: strategy.optional() }),
  answer: { allocation_plan: "AllocationPlanView" },
  handler: async ({ scope, id, body, change: { actor, cause } }) => {
    const plan = await previewOrder(scope, id, { ...body, context: { actor, cause } })
    if (!plan) throw orderNotFound(id)
    return { allocation_plan: plan }
  },
})
