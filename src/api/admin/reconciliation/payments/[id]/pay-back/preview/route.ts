import { previewPayBack } from "../../../../../../../workflows/money/preview-pay-back"
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
  handler: async ({ scope, id, body, change }) => ({
    preview: await previewPayBack(scope, { ...body, ...change, payment_id: id }),
  }),
})
