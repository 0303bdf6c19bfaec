import { ledgerOf } from "../../../../../workflows/ledger-of"
import { runIdOf } from "../../../../lib/path-id"
import { route } from "../../../../lib/route"
import { runAnswer } from "../../../../lib/run-answer"

export const GET = route({
  method: "get",
  path: "runs/{id}",
  right: "view",
  summary: "A run with how far it is and what it did.",
  id: runIdOf,
  answer: { run: "RunView" },
  handler: async ({ scope, id }) => ({
    run: await runAnswer(scope, await ledgerOf(scope).runs.retrieve(id)),
  }),
})
