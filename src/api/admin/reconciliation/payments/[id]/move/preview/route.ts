import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { moveOf } from "../../../../../../../workflows/money/steps/money"
import { moveBody } from "../../../../../../lib/money-bodies"
import { paymentIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/move/preview",
  right: "view",
  summary:
    "What moving money would do: both accounts and the orders that differ, before and after. Changes nothing.",
  id: paymentIdOf,
  body: moveBody,
  answer: { preview: "MoneyMoveView" },
  findsByBody: true,
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).money.previewMove(
      await moveOf(scope, { ...body, ...change, payment_id: id }),
    ),
  }),
})
