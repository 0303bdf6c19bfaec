import { moveMoneyWorkflow } from "../../../../../../workflows/money/workflows/move-money"
import { moveBody } from "../../../../../lib/money-bodies"
import { paymentIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/move",
  right: "manage",
  summary:
    "Move money to the customer whose it is, or back to nobody. What it pays already is moved only with release. The id is an open item's, or a capture's of the host.",
  id: paymentIdOf,
  body: moveBody,
  answer: { move: "MoneyMoveView" },
  records: true,
  findsByBody: true,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await moveMoneyWorkflow(scope).run({ input: { ...body, ...change, payment_id: id } })
    return { move: result }
  },
})
