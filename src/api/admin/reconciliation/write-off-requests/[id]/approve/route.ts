import { z } from "@medusajs/framework/zod"
import { decideWriteOffWorkflow } from "../../../../../../workflows/write-off/workflows/decide-write-off"
import { writeOffRequestIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { reason } from "../../../../../lib/schemas"
import { WRITE_OFF_ANSWER } from "../../../../../lib/write-off-answer"

export const POST = route({
  method: "post",
  path: "write-off-requests/{id}/approve",
  right: "write_off",
  summary: "Approve a write-off that another person asked for, and make it.",
  id: writeOffRequestIdOf,
  body: z.strictObject({ reason: reason.optional() }),
  answer: WRITE_OFF_ANSWER,
  handler: async ({ scope, id, body, change }) => {
    const input = { ...body, ...change, decision: "approve" as const, request_id: id }
    const { result } = await decideWriteOffWorkflow(scope).run({ input })
    return result
  },
})
