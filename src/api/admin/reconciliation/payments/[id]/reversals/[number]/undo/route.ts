import { undoReversalWorkflow } from "../../../../../../../../workflows/money/workflows/undo-reversal"
import { undoBody } from "../../../../../../../lib/money-bodies"
import { paymentIdOf, reversalNumber } from "../../../../../../../lib/path-id"
import { route } from "../../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/reversals/{number}/undo",
  right: "manage",
  summary:
    "Take a reversal back that was recorded by mistake: what it had opened is owed no more, and the money pays what it had paid. The number is 1 of the reversal 12.1.",
  id: paymentIdOf,
  parts: { number: reversalNumber },
  body: undoBody,
  answer: { undone: "UndoneReversalView" },
  handler: async ({ scope, id, parts: { number }, body, change }) => {
    const { result } = await undoReversalWorkflow(scope).run({
      input: { ...body, ...change, payment_id: id, number },
    })
    return { undone: result }
  },
})
