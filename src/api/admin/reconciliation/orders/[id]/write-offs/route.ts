import { writeOffWorkflow } from "../../../../../../workflows/write-off/workflows/write-off"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { writeOffBody } from "../../../../../lib/schemas"

/** Writes off a short payment of an order or keeps a small surplus, or asks a second person to. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, writeOffBody, "POST orders/:id/write-offs")
  const { result } = await writeOffWorkflow(request.scope).run({
    input: { ...asked, order_id: orderIdOf(request) },
  })
  response.json(result)
})
