import { deletionOf } from "../../../../../../../../workflows/edit-allocations/steps/edit-allocations"
import { ledgerOf } from "../../../../../../../../workflows/ledger-of"
import { paymentDeletionBody } from "../../../../../../../lib/edit-bodies"
import { paymentIdOf } from "../../../../../../../lib/path-id"
import { route } from "../../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/allocations/delete/preview",
  right: "view",
  summary:
    "What taking back all that a payment settles would do: the orders it reopens, what rests on it, what stays. Changes nothing.",
  id: paymentIdOf,
  body: paymentDeletionBody,
  answer: { preview: "AllocationsPreview" },
  handler: async ({ scope, id, body, change }) => ({
    preview: await ledgerOf(scope).edits.previewTakeBack(deletionOf({ ...body, ...change, payment_id: id })),
  }),
})
