import { ledgerOf } from "../../../../workflows/ledger-of"
import { saveSetUpWorkflow } from "../../../../workflows/set-up/workflows/save-set-up"
import { route } from "../../../lib/route"
import { setUpAnswer } from "../../../lib/set-up-answer"
import { saveSetUpBody } from "../../../lib/set-up-bodies"

/** Five hundred balances as they are typed. */
const LARGEST_BODY_BYTES = 500_000

export const GET = route({
  method: "get",
  path: "set-up",
  right: "view",
  summary:
    "The set-up: what is answered so far of the one that is under way, with its version, and when the last one was finished and what it did.",
  answer: { set_up: "SetUpView" },
  handler: async ({ scope }) => ({
    set_up: await setUpAnswer(scope, await ledgerOf(scope).setUp.read()),
  }),
})

export const POST = route({
  method: "post",
  path: "set-up",
  right: "manage",
  summary:
    "Keep what is answered so far of the set-up: the whole draft, with the version last read, 0 to begin one. Nothing of it is in force before it is finished; 409 where somebody else saved meanwhile.",
  body: saveSetUpBody,
  largestBodyBytes: LARGEST_BODY_BYTES,
  answer: { set_up: "SetUpView" },
  handler: async ({ scope, body, change }) => {
    const { result } = await saveSetUpWorkflow(scope).run({ input: { ...body, ...change } })
    return { set_up: await setUpAnswer(scope, result) }
  },
})
