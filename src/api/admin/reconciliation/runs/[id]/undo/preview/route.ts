import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { undoOf } from "../../../../../../../workflows/runs/steps/runs"
import { runIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"
import { previewAnswer } from "../../../../../../lib/run-answer"
import { undoRunBody } from "../../../../../../lib/run-bodies"
import { cursor } from "../../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "runs/{id}/undo/preview",
  right: "view",
  summary:
    "What undoing a run would take back, and what would stay and why: done, looked at and taken back, page by page. Changes nothing.",
  id: runIdOf,
  query: z.strictObject({ cursor: cursor.optional() }),
  body: undoRunBody,
  answer: { preview: "RunPreview" },
  handler: async ({ scope, id, body, change, query }) => ({
    preview: await previewAnswer(
      scope,
      await ledgerOf(scope).runs.previewUndo(undoOf({ ...body, ...change, run_id: id }), query.cursor),
    ),
  }),
})
