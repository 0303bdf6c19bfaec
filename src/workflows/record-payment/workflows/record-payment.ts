import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { recordPaymentStep, type RecordPaymentInput } from "../steps/record-payment"

/**
 * Records money that came without an order: cash, a cheque, a transfer. It lies on the customer's
 * account until it is applied, at once when the store's policy says so.
 *
 * @summary Record a payment on account.
 * @example
 * await recordPaymentWorkflow(container).run({
 *   input: { customer_id: "cus_1", currency_code: "eur", amount: "500.00", method: "cheque", reference: "1042" },
 * })
 */
export const recordPaymentWorkflow = createWorkflow(
  "reconciliation-record-payment-workflow",
  (input: WorkflowData<RecordPaymentInput>) => new WorkflowResponse(recordPaymentStep(input)),
)
