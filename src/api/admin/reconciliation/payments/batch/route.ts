import { recordPaymentsWorkflow } from "../../../../../workflows/record-payment/workflows/record-payments"
import { BATCH } from "../../../../lib/payment-answers"
import { LARGEST_BATCH_BYTES, paymentsBody } from "../../../../lib/payment-bodies"
import { route } from "../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/batch",
  right: "manage",
  summary: "Record up to 200 payments at once: all, or with only_valid those that can be recorded.",
  body: paymentsBody,
  largestBodyBytes: LARGEST_BATCH_BYTES,
  answer: BATCH,
  records: true,
  findsByBody: true,
  handler: async ({ scope, body, change }) => {
    const { result } = await recordPaymentsWorkflow(scope).run({ input: { ...body, ...change } })
    return result
  },
})
