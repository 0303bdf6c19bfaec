import { z } from "@medusajs/framework/zod"
import { rebuildOrderWorkflow } from "../../../../../../workflows/checks/workflows/rebuild-order"
import { orderAnswer } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { version } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "orders/{id}/rebuild",
  right: "delete",
  summary:
    "Take back all that is posted of the order and post anew what the store shows, from its beginning. History stays: each posting gets its opposite.",
  id: orderIdOf,
  body: z.strictObject({ version: version.optional() }),
  answer: { order: "OrderAnswer", rebuilt: "RebuildView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await rebuildOrderWorkflow(scope).run({ input: { ...body, ...change, order_id: id } })
    return { order: await orderAnswer(scope, id), rebuilt: result }
  },
})
