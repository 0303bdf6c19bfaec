import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { startRunWorkflow } from "../../../../workflows/runs/workflows/start-run"
import { namedRuns } from "../../../lib/actors"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { runAnswer } from "../../../lib/run-answer"
import { startRunBody } from "../../../lib/run-bodies"
import { cursor, limit } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "runs",
  right: "view",
  summary: "A page of runs over many accounts, the newest first, each with how far it is and what it did.",
  query: z.strictObject({
    state: z
      .enum(["queued", "running", "cancelling", "cancelled", "finished", "failed", "undone"])
      .optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("runs", "RunView"),
  handler: async ({ scope, query }) => {
    const { runs, nextCursor } = await ledgerOf(scope).runs.list(query)
    return { runs: await namedRuns(scope, runs), next_cursor: nextCursor, limit: query.limit }
  },
})

export const POST = route({
  method: "post",
  path: "runs",
  right: "run",
  summary:
    "Reconcile many accounts in the background, or bring orders from before the installation into the ledger: all of them, or those of a scope. Answers at once with the run.",
  body: startRunBody,
  answer: { run: "RunView" },
  records: true,
  handler: async ({ scope, body, change }) => {
    const { result } = await startRunWorkflow(scope).run({ input: { ...body, ...change } })
    return { run: await runAnswer(scope, result) }
  },
})
