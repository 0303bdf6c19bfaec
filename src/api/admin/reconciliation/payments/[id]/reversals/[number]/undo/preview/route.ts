import { ledgerOf } from "../../../../../../../../../workflows/ledger-of"
import { undoReversalOf } from "../../../../../../../../../workflows/money/steps/money"
import { undoBody } from "../../../../../../../../lib/money-bodies"
import { paymentIdOf, reversalNumber } from "../../../../../../../../lib/path-id"
import { route } from "../../../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/reversals/{number}/undo/preview",
  right: "view",
  summary:
    "What undoing a reversal would do: what is free again, the orders before and after. Changes nothing.",
  id: paymentIdOf,
  parts: { number: reversalNumber },
  body: undoBody,
  answer: { preview: "UndoneReversalView" },
  handler: async ({ scope, id, parts: { number }, body, change }) => ({
    preview: await ledgerOf(scope).reversals.previewUndo(
      undoReversalOf({ ...body, ...change, payment_id: id, number }),
    ),
  }),
})
