import { ledgerOf } from "../../../../../workflows/ledger-of"
import { mirrorBody } from "../../../../lib/mirror-body"
import { route } from "../../../../lib/route"

export const POST = route({
  method: "post",
  path: "mirrors/preview",
  right: "view",
  summary: "What showing the store what was applied while the mirror was off would come to. Changes nothing.",
  body: mirrorBody,
  answer: { mirrored: { type: "array", items: { $ref: "#/components/schemas/UnmirroredView" } } },
  handler: async ({ scope, body }) => ({
    mirrored: await ledgerOf(scope).mirrors.previewTakeUp(body.order_ids ?? null),
  }),
})
