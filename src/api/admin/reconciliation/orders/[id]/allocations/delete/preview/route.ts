import { deletionOf } from "../../../../../../../../workflows/edit-allocations/steps/edit-allocations"
import { ledgerOf } from "../../../../../../../../workflows/ledger-of"
import { deletionBody } from "../../../../../../../lib/edit-bodies"
import { orderIdOf } from "../../../../../../../lib/path-id"
import { route } from "../../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/allocations/delete/preview",
  right: "view",
  summary:
    "What taking allocations back would do, with all that has come to rest on them and what stays. Changes nothing.",
  id: orderIdOf,
  body: deletionBody,
  answer: { preview: "AllocationsPreview" },
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).edits.previewTakeBack(deletionOf({ ...body, ...change, order_id: id })),
  }),
})
