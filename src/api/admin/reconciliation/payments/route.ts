import { recordPaymentWorkflow } from "../../../../workflows/record-payment/workflows/record-payment"
import { requireForDifferences } from "../../../lib/differences"
import { RECORDED } from "../../../lib/payment-answers"
import { paymentBody } from "../../../lib/payment-bodies"
import { route } from "../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments",
  right: "manage",
  summary:
    "Record money on a customer's account and put it on orders, or of an unknown owner on the suspense account.",
  body: paymentBody,
  answer: RECORDED,
  records: true,
  findsByBody: true,
  handler: async ({ scope, body, change, rights }) => {
    await requireForDifferences({ orders: body.orders, rights })
    const { result } = await recordPaymentWorkflow(scope).run({ input: { ...body, ...change } })
    return result
  },
})
