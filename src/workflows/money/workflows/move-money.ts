import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { MoveMoneyInput } from "../inputs"
import { moveMoneyStep } from "../steps/money"

/**
 * Moves money to the customer whose it is, or to nobody yet: it is closed on one account and open again on the other.
 *
 * @summary Move money.
 * @example
 * await moveMoneyWorkflow(container).run({
 *   input: { payment_id: "12", to: { customer_id: "cus_1" }, reason: "Her transfer, without an order number" },
 * })
 */
export const moveMoneyWorkflow = createWorkflow(
  "reconciliation-move-money-workflow",
  (input: WorkflowData<MoveMoneyInput>) => new WorkflowResponse(moveMoneyStep(input)),
)
