import { z } from "@medusajs/framework/zod"
import { changeInstalmentWorkflow } from "../../../../../../workflows/change-instalment/workflows/change-instalment"
import { CHANGED_ORDER, changedOrder } from "../../../../../lib/order-answer"
import { instalmentIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { version } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "instalments/{id}/cancel",
  right: "delete",
  summary: "Cancel what is left of an instalment; what was paid stays.",
  id: instalmentIdOf,
  body: z.strictObject({ version: version.optional() }),
  answer: CHANGED_ORDER,
  handler: async ({ scope, id, body, change }) => {
    const input = { ...body, ...change, instalment_id: id, action: "cancel" as const }
    const { result } = await changeInstalmentWorkflow(scope).run({ input })
    return { order: await changedOrder(scope, result.order_id), changed: result.changed }
  },
})
