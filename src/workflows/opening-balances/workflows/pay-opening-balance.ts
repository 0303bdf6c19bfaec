import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { PayOpeningBalanceInput } from "../inputs"
import { payOpeningBalanceStep } from "../steps/opening-balances"

/**
 * Pays what a customer owed when the books began with what lies on the account.
 *
 * @summary Pay an opening balance.
 * @example
 * await payOpeningBalanceWorkflow(container).run({ input: { opening_balance_id: "345", amount: "40.00" } })
 */
export const payOpeningBalanceWorkflow = createWorkflow(
  "reconciliation-pay-opening-balance-workflow",
  (input: WorkflowData<PayOpeningBalanceInput>) => new WorkflowResponse(payOpeningBalanceStep(input)),
)
