import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { payOpeningOf } from "../../../../../../../workflows/opening-balances/steps/opening-balances"
import { payOpeningBody } from "../../../../../../lib/opening-bodies"
import { openingIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "opening-balances/{id}/pay/preview",
  right: "view",
  summary: "What paying an opening balance with what lies on the account would do. Changes nothing.",
  id: openingIdOf,
  body: payOpeningBody,
  answer: { preview: "PaidOpeningBalanceView" },
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).openingBalances.previewPay(
      payOpeningOf({ ...body, ...change, opening_balance_id: id }),
    ),
  }),
})
