import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { GiveDocumentNumberBody } from "../../../types/http"
import { ledgerOf } from "../../ledger-of"

export interface GiveDocumentNumberInput extends GiveDocumentNumberBody {
  /** "order_12" or "item_345", as lists name it; or the host's id of an order, a capture or a refund. */
  transaction_id: string
  /** The same key twice gives it once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  /** What set it off; kept with the number. Default "workflow". */
  cause?: string | undefined
}

/** Keeps the number that a transaction's paper has; the one before it stays in the history. */
export const giveDocumentNumberStep = createStep(
  "reconciliation-give-document-number",
  async (input: GiveDocumentNumberInput, { container }) => {
    const { actor = { type: "system" as const, id: null }, cause = "workflow" } = input
    return new StepResponse(
      await ledgerOf(container).documentNumbers.give({
        transactionId: input.transaction_id,
        number: input.number,
        kind: input.kind,
        issuedOn: input.issued_on,
        context: { actor, cause },
        idempotencyKey: input.idempotency_key,
      }),
    )
  },
)
