import { answer } from "../../../../lib/answer"
import { orderAnswer } from "../../../../lib/order-answer"

/** One order's matrix, states, codes and version. */
export const GET = answer(async (request, response) => {
  response.json({ order: await orderAnswer(request.scope, request.params["id"] ?? "") })
})
