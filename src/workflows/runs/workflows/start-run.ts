import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { StartRunInput } from "../inputs"
import { startRunStep } from "../steps/runs"

/**
 * Reconciles many accounts in the background, or brings orders from before the installation into the ledger: all of them, or
 * those of a scope. It answers at once with the run, which a worker then does.
 *
 * @summary Reconcile many accounts.
 * @example
 * await startRunWorkflow(container).run({ input: { currency_code: "eur", strategy: "exact_match" } })
 */
export const startRunWorkflow = createWorkflow(
  "reconciliation-start-run-workflow",
  (input: WorkflowData<StartRunInput>) => new WorkflowResponse(startRunStep(input)),
)
