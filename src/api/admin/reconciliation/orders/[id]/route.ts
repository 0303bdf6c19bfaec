import { orderAnswer } from "../../../../lib/order-answer"
import { orderIdOf } from "../../../../lib/path-id"
import { route } from "../../../../lib/route"

export const GET = route({
  method: "get",
  path: "orders/{id}",
  right: "view",
  summary: "One order's matrix of payments and items, its state, code and version.",
  id: orderIdOf,
  answer: { order: "OrderAnswer" },
  handler: async ({ scope, id }) => ({ order: await orderAnswer(scope, id) }),
})
