import { z } from "@medusajs/framework/zod"
import { readHistories } from "../../../../../../workflows/host/read-orders"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
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
  handler: async ({ scope, id, body }) => {
    const [history] = await readHistories(scope, [id])
    if (!history) throw orderNotFound(id)
    return { allocation_plan: await ledgerOf(scope).orders.preview(history, body.strategy) }
  },
})
