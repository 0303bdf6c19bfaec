import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { RebuildOrderInput } from "../inputs"
import { rebuildOrderStep } from "../steps/checks"

/**
 * Takes all that is posted of an order back, and posts anew what the store shows.
 *
 * @summary Build an order anew from the store's rows.
 * @example
 * await rebuildOrderWorkflow(container).run({ input: { order_id: "order_123" } })
 */
export const rebuildOrderWorkflow = createWorkflow(
  "reconciliation-rebuild-order-workflow",
  (input: WorkflowData<RebuildOrderInput>) => new WorkflowResponse(rebuildOrderStep(input)),
)
