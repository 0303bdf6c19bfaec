import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { PayBackInput } from "../inputs"
import { payBackStep } from "../steps/money"

/**
 * Pays money on account, or what a payment has left, back without an order: records that it went out, or has the store
 * refund it through its payment provider (`via: "host"`).
 *
 * @summary Pay money back.
 * @example
 * await payBackWorkflow(container).run({
 *   input: { payment_id: "12", amount: "40.00", method: "transfer", reference: "SEPA 1042" },
 * })
 */
export const payBackWorkflow = createWorkflow(
  "reconciliation-pay-back-workflow",
  (input: WorkflowData<PayBackInput>) => new WorkflowResponse(payBackStep(input)),
)
