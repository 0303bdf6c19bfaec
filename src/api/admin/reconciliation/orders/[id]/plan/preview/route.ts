import { previewPlan } from "../../../../../../../workflows/plan-payments/preview-plan"
import { orderIdOf } from "../../../../../../lib/path-id"
import { planBody } from "../../../../../../lib/plan-bodies"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/plan/preview",
  right: "view",
  summary: "What planning the order's payments would do. Changes nothing.",
  id: orderIdOf,
  body: planBody,
  answer: { preview: "PlanPreview" },
  handler: async ({ scope, id, body, change: { actor, cause } }) => ({
    preview: await previewPlan(scope, { ...body, order_id: id, actor, cause }),
  }),
})
