import { previewPayment } from "../../../../../workflows/record-payment/steps/record-payment"
import { RECORDED_PREVIEW } from "../../../../lib/payment-answers"
import { paymentBody } from "../../../../lib/payment-bodies"
import { route } from "../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/preview",
  right: "view",
  summary: "What recording a payment would do to its orders and their items. Records nothing.",
  body: paymentBody,
  answer: RECORDED_PREVIEW,
  findsByBody: true,
  handler: async ({ scope, body, change }) => previewPayment(scope, { ...body, ...change }),
})
