import { writeOffWorkflow } from "../../../../../../workflows/write-off/workflows/write-off"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { writeOffBody } from "../../../../../lib/schemas"

/** Writes off a small rest of an order or keeps a small surplus, or asks a second person to. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, writeOffBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await writeOffWorkflow(request.scope).run({
    input: {
      ...body,
      order_id: orderIdOf(request),
      cause: "POST orders/:id/write-offs",
      idempotency_key: key,
      actor: actorOf(request),
    },
  })
  response.json(result)
})
