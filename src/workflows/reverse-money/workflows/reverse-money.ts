import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { reverseMoneyStep, type ReverseMoneyInput } from "../steps/reverse-money"

/**
 * Records that the payer or the bank took money back: a chargeback, a bounced cheque, a returned direct
 * debit. What the payment had paid is owed again, line by line; money that comes instead is a new payment.
 *
 * @summary Reverse a payment.
 * @example
 * await reverseMoneyWorkflow(container).run({
 *   input: { payment_id: "capt_1", kind: "chargeback", reason: "fraudulent", idempotency_key: "dp_1" },
 * })
 */
export const reverseMoneyWorkflow = createWorkflow(
  "reconciliation-reverse-money-workflow",
  (input: WorkflowData<ReverseMoneyInput>) => new WorkflowResponse(reverseMoneyStep(input)),
)
