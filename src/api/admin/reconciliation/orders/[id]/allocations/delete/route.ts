import { deleteAllocationsWorkflow } from "../../../../../../../workflows/edit-allocations/workflows/delete-allocations"
import { deletionBody } from "../../../../../../lib/edit-bodies"
import { changedOrder } from "../../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/allocations/delete",
  right: "manage",
  summary:
    "Take back what pays the order, or what some of its columns pay on it. What fulfils a planned payment stays. The money stays too and pays nothing until somebody puts it again.",
  id: orderIdOf,
  body: deletionBody,
  answer: { edit: "AllocationsChangeView", order: "OrderReconciliation" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await deleteAllocationsWorkflow(scope).run({
      input: { ...body, ...change, order_id: id },
    })
    return { edit: result, order: await changedOrder(scope, id) }
  },
})
