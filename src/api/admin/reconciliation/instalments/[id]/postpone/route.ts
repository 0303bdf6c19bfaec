import { z } from "@medusajs/framework/zod"
import { changeInstalmentWorkflow } from "../../../../../../workflows/change-instalment/workflows/change-instalment"
import { CHANGED_ORDER, changedOrder } from "../../../../../lib/order-answer"
import { instalmentIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { day, version } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "instalments/{id}/postpone",
  right: "manage",
  summary: "Move the day on which an instalment falls due; one that failed is awaited again.",
  id: instalmentIdOf,
  body: z.strictObject({ due_on: day, version: version.optional() }),
  answer: CHANGED_ORDER,
  handler: async ({ scope, id, body, change }) => {
    const input = { ...body, ...change, instalment_id: id, action: "postpone" as const }
    const { result } = await changeInstalmentWorkflow(scope).run({ input })
    return { order: await changedOrder(scope, result.order_id), changed: result.changed }
  },
})
