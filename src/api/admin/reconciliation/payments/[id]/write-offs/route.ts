import { writeOffWorkflow } from "../../../../../../workflows/write-off/workflows/write-off"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { paymentIdOf } from "../../../../../lib/path-id"
import { keepDepositBody } from "../../../../../lib/schemas"

/** Keeps a small surplus of money on account, or asks a second person to. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, keepDepositBody, "POST payments/:id/write-offs")
  const { result } = await writeOffWorkflow(request.scope).run({
    input: { ...asked, kind: "surplus", payment_id: paymentIdOf(request) },
  })
  response.json(result)
})
