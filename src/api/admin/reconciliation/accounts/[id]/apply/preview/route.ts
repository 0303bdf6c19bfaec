import { previewApplication } from "../../../../../../../workflows/record-payment/steps/apply-unapplied"
import { accountIdOf } from "../../../../../../lib/path-id"
import { APPLIED_PREVIEW } from "../../../../../../lib/payment-answers"
import { applyBody } from "../../../../../../lib/payment-bodies"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "accounts/{id}/apply/preview",
  right: "view",
  summary: "What applying unapplied money would do. Changes nothing.",
  id: accountIdOf,
  body: applyBody,
  answer: APPLIED_PREVIEW,
  handler: async ({ scope, id, body, change }) =>
    previewApplication(scope, { ...body, ...change, account_id: id }),
})
