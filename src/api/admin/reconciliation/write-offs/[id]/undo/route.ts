import { z } from "@medusajs/framework/zod"
import { undoWriteOffWorkflow } from "../../../../../../workflows/write-off/workflows/undo-write-off"
import { writeOffIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { reason } from "../../../../../lib/schemas"
import { WRITE_OFF_ANSWER } from "../../../../../lib/write-off-answer"

export const POST = route({
  method: "post",
  path: "write-offs/{id}/undo",
  right: "write_off",
  summary: "Undo a write-off: what it had settled is open again.",
  id: writeOffIdOf,
  body: z.strictObject({ reason }),
  answer: WRITE_OFF_ANSWER,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await undoWriteOffWorkflow(scope).run({
      input: { ...body, ...change, write_off_id: id },
    })
    return result
  },
})
