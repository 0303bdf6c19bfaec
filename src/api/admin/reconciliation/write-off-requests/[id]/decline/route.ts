import { decideWriteOffWorkflow } from "../../../../../../workflows/write-off/workflows/decide-write-off"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { writeOffRequestIdOf } from "../../../../../lib/path-id"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { decideWriteOffBody } from "../../../../../lib/schemas"

/** Declines a write-off that was asked for. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, decideWriteOffBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await decideWriteOffWorkflow(request.scope).run({
    input: {
      ...body,
      decision: "decline",
      request_id: writeOffRequestIdOf(request),
      cause: "POST write-off-requests/:id/decline",
      idempotency_key: key,
      actor: actorOf(request),
    },
  })
  response.json(result)
})
