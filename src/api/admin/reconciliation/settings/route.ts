import { ledgerOf } from "../../../../workflows/ledger-of"
import { changeSettingsWorkflow } from "../../../../workflows/settings/workflows/change-settings"
import { route } from "../../../lib/route"
import { settingsAnswer } from "../../../lib/settings-answer"
import { changeSettingsBody } from "../../../lib/settings-bodies"
import { requireRightsOver } from "../../../lib/settings-rights"

export const GET = route({
  method: "get",
  path: "settings",
  right: "view",
  summary: "Every option with its value, where it comes from, whether it is fixed, and who changed it last.",
  answer: { settings: "SettingsView" },
  handler: async ({ scope }) => ({
    settings: await settingsAnswer(scope, await ledgerOf(scope).configuration.view()),
  }),
})

export const POST = route({
  method: "post",
  path: "settings",
  right: "manage",
  summary:
    "Change settings over the configuration, or take them back to it. In force for whatever begins afterwards, in every process.",
  body: changeSettingsBody,
  answer: { settings: "SettingsView" },
  handler: async ({ scope, body, change, rights }) => {
    await requireRightsOver(scope, body.changes, { actor: change.actor, rights })
    const { result } = await changeSettingsWorkflow(scope).run({ input: { ...body, ...change } })
    return { settings: await settingsAnswer(scope, result) }
  },
})
