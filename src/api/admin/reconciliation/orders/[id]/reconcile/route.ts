import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { reconcileOrdersWorkflow } from "../../../../../../workflows/reconcile-orders/workflows/reconcile-orders"
import { orderAnswer, orderNotFound } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { strategy, version } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "orders/{id}/reconcile",
  right: "run",
  summary:
    "Read the order from the host now, and post and settle what is missing. Repeating it adds nothing.",
  id: orderIdOf,
  body: z.strictObject({ strategy: strategy.optional(), version: version.optional() }),
  answer: { order: "OrderAnswer", changed: { type: "boolean" }, allocation_plan: "AllocationPlanView" },
  handler: async ({ scope, id, body, change: { idempotency_key: key, ...by } }) => {
    const asked = { operation: "reconcile_order", key, content: [id, body.strategy, body.version] }
    const done = await ledgerOf(scope).answerOnce(asked, async () => {
      const input = { order_ids: [id], ...by, ...body }
      const { result } = await reconcileOrdersWorkflow(scope).run({ input })
      const [reconciled] = result.orders
      if (!reconciled) throw orderNotFound(id)
      return { changed: reconciled.changed, allocation_plan: reconciled.allocation_plan }
    })
    return { order: await orderAnswer(scope, id), ...done }
  },
})
