import { undoMoveWorkflow } from "../../../../../../workflows/money/workflows/undo-move"
import { undoMoveBody } from "../../../../../lib/money-bodies"
import { moveIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "moves/{id}/undo",
  right: "manage",
  summary:
    "Take a move of money back: it is where it was, and pays there what it had been taken off, where that is still open.",
  id: moveIdOf,
  body: undoMoveBody,
  answer: { undone: "UndoneMoveView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await undoMoveWorkflow(scope).run({ input: { ...body, ...change, move_id: id } })
    return { undone: result }
  },
})
