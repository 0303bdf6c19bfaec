import { deleteAllocationsWorkflow } from "../../../../../../../workflows/edit-allocations/workflows/delete-allocations"
import { paymentDeletionBody } from "../../../../../../lib/edit-bodies"
import { paymentIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/allocations/delete",
  right: "manage",
  summary:
    "Take back all that a payment, deposit, credit or refund settles, on every order. What fulfils a planned payment stays. The id is an open item's, or a capture's of the host.",
  id: paymentIdOf,
  body: paymentDeletionBody,
  answer: { edit: "AllocationsChangeView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await deleteAllocationsWorkflow(scope).run({
      input: { ...body, ...change, payment_id: id },
    })
    return { edit: result }
  },
})
