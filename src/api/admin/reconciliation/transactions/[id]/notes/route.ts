import { z } from "@medusajs/framework/zod"
import { LONGEST_NOTE } from "../../../../../../modules/reconciliation/notes/refusals"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { addNoteWorkflow } from "../../../../../../workflows/notes/workflows/add-note"
import { namedNotes } from "../../../../../lib/actors"
import { transactionNumberOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { text } from "../../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "transactions/{id}/notes",
  right: "view",
  summary:
    "Notes on a transaction, the oldest first, with who wrote, checked and took them back. `id` is the transaction's `number` in the lists.",
  id: transactionNumberOf,
  answer: { notes: { type: "array", items: { $ref: "#/components/schemas/NoteView" } } },
  handler: async ({ scope, id }) => ({
    notes: await namedNotes(scope, await ledgerOf(scope).notes.list(id)),
  }),
})

export const POST = route({
  method: "post",
  path: "transactions/{id}/notes",
  right: "manage",
  summary:
    "Write a note on a transaction. It may mark the transaction to be checked, with a text or without.",
  id: transactionNumberOf,
  body: z.strictObject({ text: text(LONGEST_NOTE).optional(), to_check: z.boolean().optional() }),
  answer: { note: "NoteView" },
  records: true,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await addNoteWorkflow(scope).run({
      input: { ...body, ...change, transaction_id: id },
    })
    const [note] = await namedNotes(scope, [result])
    return { note }
  },
})
