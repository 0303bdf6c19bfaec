import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { payBackOf } from "../../../../../../../workflows/money/steps/money"
import { payBackBody } from "../../../../../../lib/money-bodies"
import { paymentIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/pay-back/preview",
  right: "view",
  summary: "What paying money back would do to its account. No provider is asked. Changes nothing.",
  id: paymentIdOf,
  body: payBackBody,
  answer: { preview: "PayBackView" },
  handler: async ({ scope, id, body, change }) => {
    const { money } = ledgerOf(scope)
    // Of money that did not come through the store it is refused already here, before anybody is asked to press.
    if (body.via === "host") await money.hostPaymentOf(id)
    return { preview: await money.previewPayBack(payBackOf({ ...body, ...change, payment_id: id })) }
  },
})
