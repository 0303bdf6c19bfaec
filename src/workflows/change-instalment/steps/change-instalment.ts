import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { InstalmentAction } from "../../../modules/reconciliation/instalments/change-instalment"
import { ledgerOf } from "../../ledger-of"

export interface ChangeInstalmentInput {
  instalment_id: string
  action: "postpone" | "fail" | "cancel"
  /** YYYY-MM-DD, the new day; needed to postpone. */
  due_on?: string | undefined
  /** Why it failed. */
  note?: string | undefined
  /** Refuse when the order has moved on from this version. */
  version?: number | undefined
  /** The same key twice does it once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  cause?: string | undefined
}

/**
 * Postpones, fails or cancels an instalment, in one transaction; repeating it changes nothing.
 *
 * It has no compensation: an instalment never changes, so what became of it stays told. A caller whose
 * later step fails plans anew.
 */
export const changeInstalmentStep = createStep(
  "reconciliation-change-instalment",
  async (input: ChangeInstalmentInput, { container }) => {
    const { orderId, changed } = await ledgerOf(container).plans.changeInstalment({
      instalmentId: input.instalment_id,
      action: actionOf(input),
      expectedVersion: input.version,
      idempotencyKey: input.idempotency_key,
      context: { actor: input.actor ?? { type: "system", id: null }, cause: input.cause ?? "workflow" },
    })
    return new StepResponse({ order_id: orderId, changed })
  },
)

function actionOf({ action, due_on: dueOn, note }: ChangeInstalmentInput): InstalmentAction {
  switch (action) {
    case "postpone":
      if (dueOn === undefined) throw new Error("reconciliation: to postpone an instalment, give due_on")
      return { kind: "postpone", dueOn }
    case "fail":
      return { kind: "fail", note: note ?? null }
    case "cancel":
      return { kind: "cancel" }
  }
}
