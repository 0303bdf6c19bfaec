import { previewPayments } from "../../../../../../workflows/record-payment/steps/record-payments"
import { BATCH } from "../../../../../lib/payment-answers"
import { LARGEST_BATCH_BYTES, paymentsBody } from "../../../../../lib/payment-bodies"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/batch/preview",
  right: "view",
  summary: "What recording many payments would do, row by row, or why a row cannot be. Records nothing.",
  body: paymentsBody,
  largestBodyBytes: LARGEST_BATCH_BYTES,
  answer: BATCH,
  findsByBody: true,
  handler: async ({ scope, body, change }) => previewPayments(scope, { ...body, ...change }),
})
