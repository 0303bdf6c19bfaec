import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../workflows/ledger-of"
import { readOld } from "../../../../../workflows/runs/read-old"
import { runOf } from "../../../../../workflows/runs/steps/runs"
import { route } from "../../../../lib/route"
import { previewAnswer } from "../../../../lib/run-answer"
import { startRunBody } from "../../../../lib/run-bodies"
import { cursor } from "../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "runs/preview",
  right: "view",
  summary:
    "What reconciling many accounts, or a back-fill, would do: it is done, looked at and taken back, as many accounts or orders as two seconds allow; the next ones follow by the cursor. Also counts the exact pairs that the strategy would break. Changes nothing.",
  query: z.strictObject({ cursor: cursor.optional() }),
  body: startRunBody,
  answer: { preview: "RunPreview" },
  handler: async ({ scope, body, change, query }) => ({
    preview: await previewAnswer(
      scope,
      await ledgerOf(scope).runs.preview(runOf({ ...body, ...change }), query.cursor, async (orderIds) =>
        readOld(scope, orderIds),
      ),
    ),
  }),
})
