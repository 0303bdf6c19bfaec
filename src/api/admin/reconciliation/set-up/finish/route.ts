import { ledgerOf } from "../../../../../workflows/ledger-of"
import { finishSetUpWorkflow } from "../../../../../workflows/set-up/workflows/finish-set-up"
import { requireOwn } from "../../../../lib/require-right"
import { route } from "../../../../lib/route"
import { requireRightsOver } from "../../../../lib/settings-rights"
import { setUpAnswer } from "../../../../lib/set-up-answer"
import { finishSetUpBody } from "../../../../lib/set-up-bodies"

export const POST = route({
  method: "post",
  path: "set-up/finish",
  right: "manage",
  summary:
    "Finish the set-up: set its settings, record its balances and start its back-fill. It may be repeated after a crash; what is done is done once. `finished.done` says what was done. Asks beside for the right of each part: run for a back-fill, write_off for limits of write-offs.",
  body: finishSetUpBody,
  answer: { set_up: "SetUpView" },
  handler: async ({ scope, body, change, rights }) => {
    // The rights over one draft allow no other; a draft of one version stays as it is.
    const draft = await ledgerOf(scope).setUp.draftOf(body.version)
    const changes = Object.entries({ ...draft.start, ...draft.rules }).map(([name, value]) => ({
      name,
      value,
    }))
    await requireRightsOver(scope, changes, { actor: change.actor, rights })
    if (draft.history.answer === "bring") requireOwn("run", await rights())
    const { result } = await finishSetUpWorkflow(scope).run({ input: { ...body, ...change } })
    return { set_up: await setUpAnswer(scope, result) }
  },
})
