import { undoWriteOffWorkflow } from "../../../../../../workflows/write-off/workflows/undo-write-off"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { writeOffIdOf } from "../../../../../lib/path-id"
import { undoWriteOffBody } from "../../../../../lib/schemas"

/** Undoes a write-off: what it had settled is open again. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, undoWriteOffBody, "POST write-offs/:id/undo")
  const { result } = await undoWriteOffWorkflow(request.scope).run({
    input: { ...asked, write_off_id: writeOffIdOf(request) },
  })
  response.json(result)
})
