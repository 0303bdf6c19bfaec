import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { giveTermsStep, type GiveTermsInput } from "../steps/give-terms"

/**
 * Gives an order terms of payment of its own: what it has open falls due by them, and what it is charged later.
 *
 * @summary Give an order terms of payment.
 * @example
 * await giveTermsWorkflow(container).run({ input: { order_id: "order_123", due: { end_of_month: 30 } } })
 */
export const giveTermsWorkflow = createWorkflow(
  "reconciliation-give-terms-workflow",
  (input: WorkflowData<GiveTermsInput>) => new WorkflowResponse(giveTermsStep(input)),
)
