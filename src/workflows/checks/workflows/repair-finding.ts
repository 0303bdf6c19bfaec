import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { RepairFindingInput } from "../inputs"
import { repairFindingStep } from "../steps/checks"

/**
 * Repairs what a check has found, where the rows say for certain what was there: a counter, a row of the lists, an order.
 *
 * @summary Repair a finding of a check.
 * @example
 * await repairFindingWorkflow(container).run({ input: { check_id: "1", finding_id: "1" } })
 */
export const repairFindingWorkflow = createWorkflow(
  "reconciliation-repair-finding-workflow",
  (input: WorkflowData<RepairFindingInput>) => new WorkflowResponse(repairFindingStep(input)),
)
