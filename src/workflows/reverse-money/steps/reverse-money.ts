import { randomUUID } from "node:crypto"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ReversePaymentBody } from "../../../types/http"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"

export interface ReverseMoneyInput extends Omit<ReversePaymentBody, "amount" | "occurred_at" | "reference"> {
  /** The id of an open item, or of a capture of the host (capt_…). */
  payment_id: string
  /** A decimal string; all that is left when absent. */
  amount?: string | undefined
  /** ISO; now when absent. */
  occurred_at?: string | undefined
  reference?: string | undefined
  /** The same key twice records the reversal once: for a webhook, the event's own id. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  cause?: string | undefined
}

/** Takes money back in the ledger, in one transaction; a repeated key changes nothing. */
export const reverseMoneyStep = createStep(
  "reconciliation-reverse-money",
  async (input: ReverseMoneyInput, { container }) => {
    const reversed = await ledgerOf(container).payments.reverse({
      paymentId: input.payment_id,
      kind: input.kind,
      amount: input.amount ?? null,
      reference: input.reference ?? null,
      reason: input.reason,
      occurredAt: input.occurred_at ?? null,
      idempotencyKey: input.idempotency_key ?? randomUUID(),
      context: { actor: input.actor ?? { type: "system", id: null }, cause: input.cause ?? "workflow" },
    })
    return new StepResponse(await syncWriteOffCredits(container, reversed))
  },
)
