import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { JoinOwnerInput } from "../inputs"
import { joinOwnerStep } from "../steps/owners"

/**
 * Makes an owner a member of another one, or of a company: what they have open, and their money on account, goes to the
 * other's account in every currency, and so does what comes from then on.
 *
 * @summary Make a customer a member of another one, or of a company.
 * @example
 * await joinOwnerWorkflow(container).run({
 *   input: { member: { customer_id: "cus_1" }, to: { company_id: "acme", name: "Acme Ltd" }, reason: "Buys for Acme" },
 * })
 */
export const joinOwnerWorkflow = createWorkflow(
  "reconciliation-join-owner-workflow",
  (input: WorkflowData<JoinOwnerInput>) => new WorkflowResponse(joinOwnerStep(input)),
)
