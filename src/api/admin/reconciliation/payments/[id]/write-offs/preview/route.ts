import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { writeOffOf } from "../../../../../../../workflows/write-off/steps/write-off"
import { paymentIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"
import { moneyWriteOffBody } from "../../../../../../lib/write-off-bodies"

export const POST = route({
  method: "post",
  path: "payments/{id}/write-offs/preview",
  right: "view",
  summary:
    "What keeping a small surplus of money on account would do, and whether a second person must approve it. Changes nothing.",
  id: paymentIdOf,
  body: moneyWriteOffBody.partial({ reason: true }),
  answer: { preview: "WriteOffPreview" },
  handler: async ({ scope, id, body: { amount }, change: { actor, cause } }) => {
    const input = { amount, kind: "surplus" as const, payment_id: id, actor, cause }
    return { preview: await ledgerOf(scope).previews.writeOff(writeOffOf(input)) }
  },
})
