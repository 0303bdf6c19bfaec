import { z } from "@medusajs/framework/zod"
import { retryMirrorWorkflow } from "../../../../../../workflows/mirror/workflows/retry-mirror"
import { mirrorIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "mirrors/{id}/retry",
  right: "manage",
  summary: "Try again now to show a payment to the store's order, or to take it back there.",
  id: mirrorIdOf,
  body: z.strictObject({}),
  answer: { mirror: "MirrorView" },
  handler: async ({ scope, id, change }) => {
    const { result } = await retryMirrorWorkflow(scope).run({ input: { ...change, mirror_id: id } })
    return { mirror: result }
  },
})
