import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { editAllocationsStep, type EditAllocationsInput } from "../steps/edit-allocations"

/**
 * Changes by hand what pays what on an order: each cell that is named holds what is asked for afterwards.
 *
 * @summary Edit an order's allocations.
 * @example
 * await editAllocationsWorkflow(container).run({
 *   input: { order_id: "order_…", version: 3, cells: [{ row: "line:ordli_…", column: "12", amount: "20.00" }] },
 * })
 */
export const editAllocationsWorkflow = createWorkflow(
  "reconciliation-edit-allocations-workflow",
  (input: WorkflowData<EditAllocationsInput>) => new WorkflowResponse(editAllocationsStep(input)),
)
