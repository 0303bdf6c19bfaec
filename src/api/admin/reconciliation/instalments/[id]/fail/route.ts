import { z } from "@medusajs/framework/zod"
import { changeInstalmentWorkflow } from "../../../../../../workflows/change-instalment/workflows/change-instalment"
import { CHANGED_ORDER, changedOrder } from "../../../../../lib/order-answer"
import { instalmentIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { text, version } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "instalments/{id}/fail",
  right: "manage",
  summary: "Note that an instalment failed; money that comes later still fulfils it.",
  id: instalmentIdOf,
  body: z.strictObject({ note: text(500).optional(), version: version.optional() }),
  answer: CHANGED_ORDER,
  handler: async ({ scope, id, body, change }) => {
    const input = { ...body, ...change, instalment_id: id, action: "fail" as const }
    const { result } = await changeInstalmentWorkflow(scope).run({ input })
    return { order: await changedOrder(scope, result.order_id), changed: result.changed }
  },
})
