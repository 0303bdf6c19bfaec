import { z } from "@medusajs/framework/zod"
import { cancelRunWorkflow } from "../../../../../../workflows/runs/workflows/cancel-run"
import { runIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { runAnswer } from "../../../../../lib/run-answer"

export const POST = route({
  method: "post",
  path: "runs/{id}/cancel",
  right: "run",
  summary: "Stop a run: what is in work is done, no other account is begun, and what was placed stays.",
  id: runIdOf,
  body: z.strictObject({}),
  answer: { run: "RunView" },
  handler: async ({ scope, id, change }) => {
    const { result } = await cancelRunWorkflow(scope).run({ input: { ...change, run_id: id } })
    return { run: await runAnswer(scope, result) }
  },
})
