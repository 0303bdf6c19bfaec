import { randomUUID } from "node:crypto"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ReconciliationError } from "../../../modules/reconciliation/domain/errors"
import type { RecordPaymentBody } from "../../../types/http"
import { digitsOfCurrencies } from "../../host/currencies"
import { graph } from "../../host/graph"
import { tellHost } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"

export interface RecordPaymentInput extends Omit<RecordPaymentBody, "reference" | "occurred_at"> {
  reference?: string | undefined
  /** ISO; now when absent. */
  occurred_at?: string | undefined
  /** The same key twice records the payment once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  cause?: string | undefined
}

/** Records money on a customer's account, in one transaction; a repeated key changes nothing. */
export const recordPaymentStep = createStep(
  "reconciliation-record-payment",
  async (input: RecordPaymentInput, { container }) => {
    const [customer] = await graph<{ id: string }>(container, "customer", {
      fields: ["id"],
      filters: { id: input.customer_id },
    })
    if (!customer) throw customerNotFound(input.customer_id)
    const digits = await digitsOfCurrencies(container, [input.currency_code])
    const recorded = await ledgerOf(container).recordPayment({
      customerId: customer.id,
      currencyCode: input.currency_code.toLowerCase(),
      digits: digits(input.currency_code),
      amount: input.amount,
      method: input.method,
      reference: input.reference ?? null,
      occurredAt: input.occurred_at ?? null,
      idempotencyKey: input.idempotency_key ?? randomUUID(),
      context: { actor: input.actor ?? { type: "system", id: null }, cause: input.cause ?? "workflow" },
    })
    return new StepResponse(await tellHost(container, recorded))
  },
)

function customerNotFound(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "customer_not_found",
    message: `The host has no customer ${id}.`,
    ids: { customer_id: id },
    remedy: "Send the id of a customer of this store (cus_…).",
  })
}
