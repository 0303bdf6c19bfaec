import { z } from "@medusajs/framework/zod"
import { giveDocumentNumberWorkflow } from "../../../../../../workflows/document-numbers/workflows/give-document-number"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { transactionIdOf } from "../../../../../lib/path-id"
import { orNull, route } from "../../../../../lib/route"
import { day, text } from "../../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "transactions/{id}/document-number",
  right: "view",
  summary:
    "The number of the invoice or credit note that another program made of a transaction, and every one that it was given, the newest first.",
  id: transactionIdOf,
  answer: {
    document_number: orNull("DocumentNumberView"),
    history: { type: "array", items: { $ref: "#/components/schemas/GivenDocumentNumberView" } },
  },
  handler: async ({ scope, id }) => {
    const history = await ledgerOf(scope).documentNumbers.history(id)
    return { document_number: history[0]?.document_number ?? null, history }
  },
})

const body = z
  .strictObject({
    number: text(60)
      .regex(/^\P{Cc}*$/u, "has control characters")
      .trim()
      .min(1)
      .nullable(),
    kind: z.enum(["invoice", "credit_note"]).optional(),
    issued_on: day.optional(),
  })
  .refine(({ number, kind, issued_on: on }) => number !== null || (kind === undefined && on === undefined), {
    error: "kind and issued_on are of a number",
    path: ["number"],
  })

export const PUT = route({
  method: "put",
  path: "transactions/{id}/document-number",
  right: "manage",
  summary:
    "Say what another program's invoice or credit note of a transaction is called, or with null that it has none. The transaction is named as lists name it, or by the host's id of the order, the capture or the refund. The same number again changes nothing; the one before it stays in the history.",
  id: transactionIdOf,
  body,
  answer: { document_number: orNull("DocumentNumberView"), changed: { type: "boolean" } },
  handler: async ({ scope, id, body: given, change }) => {
    const { result } = await giveDocumentNumberWorkflow(scope).run({
      input: { ...given, ...change, transaction_id: id },
    })
    return result
  },
})
