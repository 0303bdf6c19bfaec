import { changeInstalmentWorkflow } from "../../../../../../workflows/change-instalment/workflows/change-instalment"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { instalmentIdOf } from "../../../../../lib/instalment-id"
import { changedOrder } from "../../../../../lib/order-answer"
import { cancelInstalmentBody } from "../../../../../lib/schemas"

/** Cancels what is left of an instalment; what was paid stays. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, cancelInstalmentBody, "POST instalments/:id/cancel")
  const { result } = await changeInstalmentWorkflow(request.scope).run({
    input: { ...asked, instalment_id: instalmentIdOf(request), action: "cancel" },
  })
  response.json({ order: await changedOrder(request.scope, result.order_id), changed: result.changed })
})
