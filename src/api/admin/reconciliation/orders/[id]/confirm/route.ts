import { z } from "@medusajs/framework/zod"
import { confirmOrderWorkflow } from "../../../../../../workflows/confirm-order/workflows/confirm-order"
import { CHANGED_ORDER, changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { version } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "orders/{id}/confirm",
  right: "manage",
  summary:
    "Say that a person has looked at what a back-fill inferred of the order: it is inferred no more. Moves nothing; the journal keeps who and when.",
  id: orderIdOf,
  body: z.strictObject({ version: version.optional() }),
  answer: CHANGED_ORDER,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await confirmOrderWorkflow(scope).run({ input: { ...body, ...change, order_id: id } })
    return { order: await changedOrder(scope, id), changed: result.changed }
  },
})
