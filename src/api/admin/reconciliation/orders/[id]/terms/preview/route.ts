import { previewTerms } from "../../../../../../../workflows/give-terms/preview-terms"
import { orderIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"
import { termsBody } from "../../../../../../lib/terms-body"

export const POST = route({
  method: "post",
  path: "orders/{id}/terms/preview",
  right: "view",
  summary: "What other terms of payment would do to the order. Changes nothing.",
  id: orderIdOf,
  body: termsBody,
  answer: { preview: "TermsPreview" },
  handler: async ({ scope, id, body, change: { actor, cause } }) => ({
    preview: await previewTerms(scope, { ...body, order_id: id, actor, cause }),
  }),
})
