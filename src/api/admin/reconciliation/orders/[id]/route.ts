import { answer } from "../../../../lib/answer"
import { orderAnswer } from "../../../../lib/order-answer"
import { orderIdOf } from "../../../../lib/path-id"

/** One order's matrix, states, codes and version. */
export const GET = answer(async (request, response) => {
  response.json({ order: await orderAnswer(request.scope, orderIdOf(request)) })
})
