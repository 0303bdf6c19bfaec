import { editAllocationsWorkflow } from "../../../../../../workflows/edit-allocations/workflows/edit-allocations"
import { editBody, LARGEST_EDIT_BYTES } from "../../../../../lib/edit-bodies"
import { changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/allocations",
  right: "manage",
  summary:
    "Change by hand what pays what. Each cell names a row and a column of the order's matrix and what the cell shall show; what is not named stays. All or nothing.",
  id: orderIdOf,
  body: editBody,
  largestBodyBytes: LARGEST_EDIT_BYTES,
  answer: { edit: "AllocationsChangeView", order: "OrderReconciliation" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await editAllocationsWorkflow(scope).run({
      input: { ...body, ...change, order_id: id },
    })
    return { edit: result, order: await changedOrder(scope, id) }
  },
})
