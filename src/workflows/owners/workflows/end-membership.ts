import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { EndMembershipInput } from "../inputs"
import { endMembershipStep } from "../steps/owners"

/**
 * Ends a membership: what the member's orders have open, and what is left of the money that came by joining, goes back.
 *
 * @summary End a membership.
 * @example
 * await endMembershipWorkflow(container).run({ input: { membership_id: "3", reason: "Left the company" } })
 */
export const endMembershipWorkflow = createWorkflow(
  "reconciliation-end-membership-workflow",
  (input: WorkflowData<EndMembershipInput>) => new WorkflowResponse(endMembershipStep(input)),
)
