import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { reconcileAll, type ReconcileOrdersResult } from "../reconcile-all"

export interface ReconcileOrdersStepInput {
  order_ids: string[]
  /** Why some of what was asked for names no order; thrown when the others are done. */
  unresolved?: string[] | undefined
  /** What set it off; kept in the journal. */
  cause: string
  actor: { type: "system" | "user" | "api-key"; id: string | null }
  strategy?: string | undefined
  /** Only with one order: refuse when the ledger has moved on. */
  version?: number | undefined
  /** Only for the sweep: leave unconfirmed money rows younger than this. */
  settled_before?: string | undefined
}

/**
 * Reads the orders in batches and brings the ledger up to them, each order in one transaction.
 *
 * It has no compensation: the ledger states what the host holds, and if a later step of a caller's
 * workflow takes that back in the host, the next reconciliation posts the difference.
 */
export const reconcileOrdersStep = createStep(
  "reconciliation-reconcile-orders",
  async ({ unresolved = [], ...input }: ReconcileOrdersStepInput, { container }) => {
    const result = await reconcileAll(container, input)
    if (unresolved.length > 0) {
      throw new Error(`reconciliation: some orders could not be found out: ${unresolved.join("; ")}`)
    }
    return new StepResponse<ReconcileOrdersResult>(result)
  },
)
