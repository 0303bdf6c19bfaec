import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { undoMoveOf } from "../../../../../../../workflows/money/steps/money"
import { undoMoveBody } from "../../../../../../lib/money-bodies"
import { moveIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "moves/{id}/undo/preview",
  right: "view",
  summary: "What undoing a move of money would do. Changes nothing.",
  id: moveIdOf,
  body: undoMoveBody,
  answer: { preview: "UndoneMoveView" },
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).money.previewUndoMove(undoMoveOf({ ...body, ...change, move_id: id })),
  }),
})
