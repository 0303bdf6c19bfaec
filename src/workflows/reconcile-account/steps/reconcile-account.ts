import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"

export interface ReconcileAccountInput {
  account_id: string
  strategy: string
  /** Refuse when the account has moved on from this version. */
  version?: number | undefined
  /** The same key twice does it once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  cause?: string | undefined
}

/** Applies an account's unapplied money, in one transaction; when nothing can be applied, nothing changes. */
export const reconcileAccountStep = createStep(
  "reconciliation-reconcile-account",
  async (input: ReconcileAccountInput, { container }) => {
    const reconciled = await ledgerOf(container).accounts.reconcile(input.account_id, input.strategy, {
      context: { actor: input.actor ?? { type: "system", id: null }, cause: input.cause ?? "workflow" },
      expectedVersion: input.version,
      idempotencyKey: input.idempotency_key,
    })
    const { allocationPlan } = await syncWriteOffCredits(container, reconciled)
    return new StepResponse(allocationPlan)
  },
)
