import { changeInstalmentWorkflow } from "../../../../../../workflows/change-instalment/workflows/change-instalment"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { instalmentIdOf } from "../../../../../lib/instalment-id"
import { changedOrder } from "../../../../../lib/order-answer"
import { failInstalmentBody } from "../../../../../lib/schemas"

/** Notes that an instalment failed; money that comes later still fulfils it. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, failInstalmentBody, "POST instalments/:id/fail")
  const { result } = await changeInstalmentWorkflow(request.scope).run({
    input: { ...asked, instalment_id: instalmentIdOf(request), action: "fail" },
  })
  response.json({ order: await changedOrder(request.scope, result.order_id), changed: result.changed })
})
