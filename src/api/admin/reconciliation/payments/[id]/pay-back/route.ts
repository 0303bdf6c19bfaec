import { payBackWorkflow } from "../../../../../../workflows/money/workflows/pay-back"
import { payBackBody } from "../../../../../lib/money-bodies"
import { paymentIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/pay-back",
  right: "manage",
  refunds: true,
  summary:
    "Pay back money on account, or what a payment has left, without an order: record that it went out, or have the store refund it through its payment provider. The id is an open item's, or a capture's of the host.",
  id: paymentIdOf,
  body: payBackBody,
  answer: { pay_back: "PayBackView" },
  records: true,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await payBackWorkflow(scope).run({ input: { ...body, ...change, payment_id: id } })
    return { pay_back: result }
  },
})
