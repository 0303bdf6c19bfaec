import { z } from "@medusajs/framework/zod"
import { takeNoteBackWorkflow } from "../../../../../../../../workflows/notes/workflows/take-note-back"
import { namedNotes } from "../../../../../../../lib/actors"
import { noteId, transactionNumberOf } from "../../../../../../../lib/path-id"
import { route } from "../../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "transactions/{id}/notes/{note_id}/take-back",
  right: "manage",
  summary:
    "Take back a note that was written by mistake, and its mark with it. It stays listed, with who took it back.",
  id: transactionNumberOf,
  parts: { note_id: noteId },
  body: z.strictObject({}),
  answer: { note: "NoteView" },
  handler: async ({ scope, id, parts, change }) => {
    const { result } = await takeNoteBackWorkflow(scope).run({
      input: { ...change, transaction_id: id, note_id: parts.note_id },
    })
    const [note] = await namedNotes(scope, [result])
    return { note }
  },
})
