import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { undoPayBackOf } from "../../../../../../../workflows/money/steps/money"
import { undoBody } from "../../../../../../lib/money-bodies"
import { payBackIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "pay-backs/{id}/undo/preview",
  right: "view",
  summary: "What undoing a pay-back would do. Changes nothing.",
  id: payBackIdOf,
  body: undoBody,
  answer: { preview: "UndonePayBackView" },
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).money.previewUndoPayBack(
      undoPayBackOf({ ...body, ...change, pay_back_id: id }),
    ),
  }),
})
