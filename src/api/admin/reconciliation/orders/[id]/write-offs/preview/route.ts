import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { writeOffOf } from "../../../../../../../workflows/write-off/steps/write-off"
import { orderIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"
import { orderWriteOffBody } from "../../../../../../lib/write-off-bodies"

export const POST = route({
  method: "post",
  path: "orders/{id}/write-offs/preview",
  right: "view",
  summary:
    "What a write-off of the order would do, and whether a second person must approve it. Changes nothing.",
  id: orderIdOf,
  body: orderWriteOffBody.partial({ reason: true }),
  answer: { preview: "WriteOffPreview" },
  handler: async ({ scope, id, body, change: { actor, cause } }) => ({
    preview: await ledgerOf(scope).previews.writeOff(writeOffOf({ ...body, order_id: id, actor, cause })),
  }),
})
