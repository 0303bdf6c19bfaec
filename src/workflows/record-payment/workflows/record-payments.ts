import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { RecordPaymentsInput } from "../rows"
import { recordPaymentsStep } from "../steps/record-payments"

/**
 * Records many payments at once, a morning's cheques for example: all of them, or those that can be recorded.
 *
 * @summary Record many payments.
 * @example
 * await recordPaymentsWorkflow(container).run({
 *   input: {
 *     currency_code: "eur",
 *     rows: [{ customer: "grace@example.com", amount: "84.00", method: "cheque", reference: "1102", orders: ["47"] }],
 *   },
 * })
 */
export const recordPaymentsWorkflow = createWorkflow(
  "reconciliation-record-payments-workflow",
  (input: WorkflowData<RecordPaymentsInput>) => new WorkflowResponse(recordPaymentsStep(input)),
)
