import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { PostOpeningBalancesInput } from "../inputs"
import { postOpeningBalancesStep } from "../steps/opening-balances"

/**
 * Posts what customers owed or had before the store's books began: all rows or none.
 *
 * @summary Post opening balances.
 * @example
 * await postOpeningBalancesWorkflow(container).run({
 *   input: {
 *     currency_code: "eur",
 *     go_live_on: "2026-12-01",
 *     rows: [
 *       { customer: "grace@example.com", balance: "owes", amount: "84.00", due_on: "2026-12-15", document_number: "2026-118" },
 *       { customer: "cus_…", balance: "has_money", amount: "25.00", memo: "Paid twice in May" },
 *     ],
 *   },
 * })
 */
export const postOpeningBalancesWorkflow = createWorkflow(
  "reconciliation-post-opening-balances-workflow",
  (input: WorkflowData<PostOpeningBalancesInput>) => new WorkflowResponse(postOpeningBalancesStep(input)),
)
