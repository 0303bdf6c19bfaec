import { undoChangeWorkflow } from "../../../../../../workflows/edit-allocations/workflows/undo-change"
import { undoBody } from "../../../../../lib/edit-bodies"
import { changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/undo",
  right: "manage",
  summary:
    "Move back what a change of the order's history moved, by counter-entries. Undoing an undo does it again. Refused with the list where later amounts rest on it, unless these are to be taken back too.",
  id: orderIdOf,
  body: undoBody,
  answer: { edit: "AllocationsChangeView", order: "OrderReconciliation" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await undoChangeWorkflow(scope).run({ input: { ...body, ...change, order_id: id } })
    return { edit: result, order: await changedOrder(scope, id) }
  },
})
