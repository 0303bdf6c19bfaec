import { decideWriteOffWorkflow } from "../../../../../../workflows/write-off/workflows/decide-write-off"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { writeOffRequestIdOf } from "../../../../../lib/path-id"
import { decideWriteOffBody } from "../../../../../lib/schemas"

/** Makes a write-off that another person asked for. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, decideWriteOffBody, "POST write-off-requests/:id/approve")
  const { result } = await decideWriteOffWorkflow(request.scope).run({
    input: { ...asked, decision: "approve", request_id: writeOffRequestIdOf(request) },
  })
  response.json(result)
})
