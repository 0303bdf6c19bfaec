import { applyUnappliedWorkflow } from "../../../../../../workflows/record-payment/workflows/apply-unapplied"
import { requireForDifferences } from "../../../../../lib/differences"
import { accountIdOf } from "../../../../../lib/path-id"
import { APPLIED } from "../../../../../lib/payment-answers"
import { applyBody } from "../../../../../lib/payment-bodies"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "accounts/{id}/apply",
  right: "manage",
  summary: "Put what lies unapplied on the account on some of its orders.",
  id: accountIdOf,
  body: applyBody,
  answer: APPLIED,
  handler: async ({ scope, id, body, change, rights }) => {
    await requireForDifferences({ orders: body.orders, rights })
    const { result } = await applyUnappliedWorkflow(scope).run({
      input: { ...body, ...change, account_id: id },
    })
    return result
  },
})
