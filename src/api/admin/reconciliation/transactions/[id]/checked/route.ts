import { z } from "@medusajs/framework/zod"
import { checkTransactionWorkflow } from "../../../../../../workflows/notes/workflows/check-transaction"
import { namedNotes } from "../../../../../lib/actors"
import { transactionNumberOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "transactions/{id}/checked",
  right: "manage",
  summary:
    "Take off every mark of a transaction: it is checked. The notes stay; those that had a mark are answered.",
  id: transactionNumberOf,
  body: z.strictObject({}),
  answer: { notes: { type: "array", items: { $ref: "#/components/schemas/NoteView" } } },
  handler: async ({ scope, id, change }) => {
    const { result } = await checkTransactionWorkflow(scope).run({
      input: { ...change, transaction_id: id },
    })
    return { notes: await namedNotes(scope, result) }
  },
})
