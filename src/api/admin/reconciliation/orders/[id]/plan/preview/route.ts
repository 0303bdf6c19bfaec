import { previewCancelledPlan, previewPlan } from "../../../../../../../workflows/plan-payments/preview-plan"
import { orderIdOf } from "../../../../../../lib/path-id"
import { planPreviewBody } from "../../../../../../lib/plan-bodies"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/plan/preview",
  right: "view",
  summary:
    "What planning the order's payments would do, or with `cancel` what cancelling the plan would do. Changes nothing.",
  id: orderIdOf,
  body: planPreviewBody,
  answer: { preview: "PlanPreview" },
  handler: async ({ scope, id, body: { cancel, ...body }, change: { actor, cause } }) => {
    const { version } = body
    const input = { order_id: id, actor, cause }
    return {
      preview: cancel
        ? await previewCancelledPlan(scope, { ...input, version })
        : await previewPlan(scope, { ...body, ...input }),
    }
  },
})
