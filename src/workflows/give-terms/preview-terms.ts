import type { MedusaContainer } from "@medusajs/framework/types"
import type { TermsPreview } from "../../types/http"
import { readHistories } from "../host/read-orders"
import { ledgerOf } from "../ledger-of"
import { orderNotFound } from "../plan-payments/steps/plan-payments"
import type { GiveTermsInput } from "./steps/give-terms"
import { termsAsked } from "./terms-asked"

/** What giveTermsWorkflow would do now. @throws order_not_found, and what Orders.giveTerms throws */
export async function previewTerms(
  container: MedusaContainer,
  { order_id: orderId, due, ...input }: Omit<GiveTermsInput, "idempotency_key">,
): Promise<TermsPreview> {
  const terms = termsAsked(due)
  const [history] = await readHistories(container, [orderId], { deliveries: terms.kind === "on_delivery" })
  if (!history) throw orderNotFound(orderId)
  const { actor = { type: "system" as const, id: null }, cause = "workflow", reason } = input
  return ledgerOf(container).previews.terms(history, {
    orderId,
    terms,
    deliveries: history.deliveries,
    context: { actor, cause, reason },
    expectedVersion: input.version,
  })
}
