import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { deleteAllocationsStep, type DeleteAllocationsInput } from "../steps/edit-allocations"

/**
 * Takes back what pays an order, or what a payment pays; the money stays and pays nothing until it is put again.
 *
 * @summary Delete allocations.
 * @example
 * await deleteAllocationsWorkflow(container).run({ input: { order_id: "order_…", version: 3, columns: ["12"] } })
 */
export const deleteAllocationsWorkflow = createWorkflow(
  "reconciliation-delete-allocations-workflow",
  (input: WorkflowData<DeleteAllocationsInput>) => new WorkflowResponse(deleteAllocationsStep(input)),
)
