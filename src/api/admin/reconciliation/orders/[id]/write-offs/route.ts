import { writeOffWorkflow } from "../../../../../../workflows/write-off/workflows/write-off"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { WRITE_OFF_ANSWER } from "../../../../../lib/write-off-answer"
import { orderWriteOffBody } from "../../../../../lib/write-off-bodies"

export const POST = route({
  method: "post",
  path: "orders/{id}/write-offs",
  right: "write_off",
  summary:
    "Write off a short payment of an order, or of one of its rows, or keep a small surplus. Above the store's threshold it becomes a request for a second person.",
  id: orderIdOf,
  body: orderWriteOffBody,
  answer: WRITE_OFF_ANSWER,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await writeOffWorkflow(scope).run({ input: { ...body, ...change, order_id: id } })
    return result
  },
})
