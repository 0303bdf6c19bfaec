import { undoRunWorkflow } from "../../../../../../workflows/runs/workflows/undo-run"
import { runIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { runAnswer } from "../../../../../lib/run-answer"
import { undoRunBody } from "../../../../../lib/run-bodies"

export const POST = route({
  method: "post",
  path: "runs/{id}/undo",
  right: "run",
  summary:
    "Take back what a run did, in the background, as a run of its own. What something rests on since is refused with a list, kept, or taken back with that.",
  id: runIdOf,
  body: undoRunBody,
  answer: { run: "RunView" },
  records: true,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await undoRunWorkflow(scope).run({ input: { ...body, ...change, run_id: id } })
    return { run: await runAnswer(scope, result) }
  },
})
