import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { applyUnappliedStep, type ApplyUnappliedInput } from "../steps/apply-unapplied"

/**
 * Puts what lies unapplied on a customer's account, money and credit of the orders, on the orders that are named.
 *
 * @summary Apply unapplied money to orders.
 * @example
 * await applyUnappliedWorkflow(container).run({ input: { account_id: "12", orders: [{ order_id: "order_…" }] } })
 */
export const applyUnappliedWorkflow = createWorkflow(
  "reconciliation-apply-unapplied-workflow",
  (input: WorkflowData<ApplyUnappliedInput>) => new WorkflowResponse(applyUnappliedStep(input)),
)
