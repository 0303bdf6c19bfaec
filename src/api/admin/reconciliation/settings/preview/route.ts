import { ledgerOf } from "../../../../../workflows/ledger-of"
import { route } from "../../../../lib/route"
import { previewSettingsBody } from "../../../../lib/settings-bodies"

export const POST = route({
  method: "post",
  path: "settings/preview",
  right: "view",
  summary: "What a change of settings would touch and what it would leave as it is, counted in the ledger.",
  body: previewSettingsBody,
  answer: { preview: "SettingsPreview" },
  handler: async ({ scope, body }) => ({
    preview: await ledgerOf(scope).configuration.preview(body.changes),
  }),
})
