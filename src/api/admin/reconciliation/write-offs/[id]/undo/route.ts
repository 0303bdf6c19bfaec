import { undoWriteOffWorkflow } from "../../../../../../workflows/write-off/workflows/undo-write-off"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { writeOffIdOf } from "../../../../../lib/path-id"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { undoWriteOffBody } from "../../../../../lib/schemas"

/** Undoes a write-off: what it had settled is open again. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, undoWriteOffBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await undoWriteOffWorkflow(request.scope).run({
    input: {
      ...body,
      write_off_id: writeOffIdOf(request),
      cause: "POST write-offs/:id/undo",
      idempotency_key: key,
      actor: actorOf(request),
    },
  })
  response.json(result)
})
