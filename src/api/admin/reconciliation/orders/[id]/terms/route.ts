import { giveTermsWorkflow } from "../../../../../../workflows/give-terms/workflows/give-terms"
import { CHANGED_ORDER, changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { termsBody } from "../../../../../lib/terms-body"

export const PUT = route({
  method: "put",
  path: "orders/{id}/terms",
  right: "manage",
  summary:
    "Give the order terms of payment of its own: what it has open falls due by them. The same terms again change nothing.",
  id: orderIdOf,
  body: termsBody,
  answer: CHANGED_ORDER,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await giveTermsWorkflow(scope).run({ input: { ...body, ...change, order_id: id } })
    return { order: await changedOrder(scope, id), changed: result.changed }
  },
})
