import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { GiveTermsBody } from "../../../types/http"
import { readHistories } from "../../host/read-orders"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"
import { orderNotFound } from "../../plan-payments/steps/plan-payments"
import { termsAsked } from "../terms-asked"

export interface GiveTermsInput extends GiveTermsBody {
  order_id: string
  /** The same key twice gives them once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  /** What set it off; kept in the journal. Default "workflow". */
  cause?: string | undefined
}

export interface GivenTerms {
  order_id: string
  /** False when the order had these very terms already. */
  changed: boolean
}

/** Brings the ledger up to the order as it is, then gives it its terms. */
export const giveTermsStep = createStep(
  "reconciliation-give-terms",
  async (input: GiveTermsInput, { container }) => new StepResponse(await give(container, input)),
)

async function give(
  container: MedusaContainer,
  { order_id: orderId, due, version, idempotency_key: idempotencyKey, ...input }: GiveTermsInput,
): Promise<GivenTerms> {
  const actor = input.actor ?? { type: "system" as const, id: null }
  const context = { actor, cause: input.cause ?? "workflow", reason: input.reason }
  const terms = termsAsked(due)
  const [found] = await readHistories(container, [orderId], { deliveries: terms.kind === "on_delivery" })
  if (!found) throw orderNotFound(orderId)
  const { recheckAt, ...history } = found
  const { orders } = ledgerOf(container)
  await syncWriteOffCredits(container, await orders.reconcile(history, { context, recheckAt }))
  const { deliveries } = history
  const given = { orderId, terms, deliveries, context, expectedVersion: version, idempotencyKey }
  return { order_id: orderId, changed: (await orders.giveTerms(given)).changed }
}
