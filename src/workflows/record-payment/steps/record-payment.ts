import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ReconciliationError } from "../../../modules/reconciliation/domain/errors"
import type { RecordPaymentBody } from "../../../types/http"
import { currenciesOfStore, digitsOfCurrencies } from "../../host/currencies"
import { graph } from "../../host/graph"
import { syncWriteOffCredits } from "../../host/write-off-credits"
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
    const digitsOf = await digitsOfCurrencies(container, [input.currency_code])
    const digits = digitsOf(input.currency_code)
    await refuseForeign(container, { customerId: customer.id, code: input.currency_code.toLowerCase() })
    const recorded = await ledgerOf(container).payments.record({
      customerId: customer.id,
      currencyCode: input.currency_code.toLowerCase(),
      digits,
      amount: input.amount,
      method: input.method,
      reference: input.reference ?? null,
      occurredAt: input.occurred_at ?? null,
      idempotencyKey: input.idempotency_key ?? randomUUID(),
      context: { actor: input.actor ?? { type: "system", id: null }, cause: input.cause ?? "workflow" },
    })
    const { payment, allocationPlan } = await syncWriteOffCredits(container, recorded)
    return new StepResponse({ payment, allocation_plan: allocationPlan })
  },
)

/** What is open in a currency that the store has dropped can still be paid: the customer has an account in it. */
async function refuseForeign(
  container: MedusaContainer,
  { customerId, code }: { customerId: string; code: string },
): Promise<void> {
  const currencies = await currenciesOfStore(container)
  if (currencies.includes(code)) return
  const accounts = await ledgerOf(container).accounts.listOf(customerId)
  if (accounts.some((account) => account.currency_code === code)) return
  throw new ReconciliationError({
    type: "invalid_data",
    code: "currency_not_of_store",
    message: `The store does not have the currency "${code}", and customer ${customerId} has no account in it.`,
    ids: { currency_code: code, customer_id: customerId },
    remedy: `Send the money in a currency that the store has (${currencies.join(", ")}), or add this one to the store first.`,
  })
}

function customerNotFound(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "customer_not_found",
    message: `The host has no customer ${id}.`,
    ids: { customer_id: id },
    remedy: "Send the id of a customer of this store (cus_…).",
  })
}
