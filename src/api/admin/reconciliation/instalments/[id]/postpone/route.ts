import { changeInstalmentWorkflow } from "../../../../../../workflows/change-instalment/workflows/change-instalment"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { instalmentIdOf } from "../../../../../lib/instalment-id"
import { changedOrder } from "../../../../../lib/order-answer"
import { postponeInstalmentBody } from "../../../../../lib/schemas"

/** Moves the day on which an instalment falls due; one that failed is awaited again. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, postponeInstalmentBody, "POST instalments/:id/postpone")
  const { result } = await changeInstalmentWorkflow(request.scope).run({
    input: { ...asked, instalment_id: instalmentIdOf(request), action: "postpone" },
  })
  response.json({ order: await changedOrder(request.scope, result.order_id), changed: result.changed })
})
