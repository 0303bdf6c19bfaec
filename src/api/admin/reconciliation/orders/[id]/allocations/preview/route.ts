import { editOf } from "../../../../../../../workflows/edit-allocations/steps/edit-allocations"
import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { editBody, LARGEST_EDIT_BYTES } from "../../../../../../lib/edit-bodies"
import { orderIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/allocations/preview",
  right: "view",
  summary: "What an edit would do: states and codes before and after. Changes nothing.",
  id: orderIdOf,
  body: editBody,
  largestBodyBytes: LARGEST_EDIT_BYTES,
  answer: { preview: "AllocationsPreview" },
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).edits.previewEdit(editOf({ ...body, ...change, order_id: id })),
  }),
})
