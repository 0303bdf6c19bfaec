import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { undoOpeningOf } from "../../../../../../../workflows/opening-balances/steps/opening-balances"
import { undoOpeningBody } from "../../../../../../lib/opening-bodies"
import { openingIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "opening-balances/{id}/undo/preview",
  right: "view",
  summary: "What taking an opening balance back would do. Changes nothing.",
  id: openingIdOf,
  body: undoOpeningBody,
  answer: { preview: "UndoneOpeningBalanceView" },
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).openingBalances.previewUndo(
      undoOpeningOf({ ...body, ...change, opening_balance_id: id }),
    ),
  }),
})
