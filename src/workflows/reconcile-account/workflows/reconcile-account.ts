import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { reconcileAccountStep, type ReconcileAccountInput } from "../steps/reconcile-account"

/**
 * Applies the money that lies on a customer's account to what the customer's orders owe.
 *
 * @summary Reconcile an account.
 * @example
 * await reconcileAccountWorkflow(container).run({ input: { account_id: "12", strategy: "oldest_first" } })
 */
export const reconcileAccountWorkflow = createWorkflow(
  "reconciliation-reconcile-account-workflow",
  (input: WorkflowData<ReconcileAccountInput>) => new WorkflowResponse(reconcileAccountStep(input)),
)
