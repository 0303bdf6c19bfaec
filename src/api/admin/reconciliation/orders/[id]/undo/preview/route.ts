import { undoOf } from "../../../../../../../workflows/edit-allocations/steps/edit-allocations"
import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { undoBody } from "../../../../../../lib/edit-bodies"
import { orderIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/undo/preview",
  right: "view",
  summary: "What undoing a change would do, with all that has come to rest on it. Changes nothing.",
  id: orderIdOf,
  body: undoBody,
  answer: { preview: "AllocationsPreview" },
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).edits.previewTakeBack(undoOf({ ...body, ...change, order_id: id })),
  }),
})
