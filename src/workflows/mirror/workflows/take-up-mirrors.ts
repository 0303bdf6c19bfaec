import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { takeUpMirrorsStep, type TakeUpMirrorsInput } from "../steps/take-up-mirrors"

/**
 * Shows the host money on account that was applied to orders while the option `mirror` was off.
 *
 * @summary Mirror what was applied while the mirror was off.
 * @example
 * await takeUpMirrorsWorkflow(container).run({ input: { order_ids: ["order_123"] } })
 */
export const takeUpMirrorsWorkflow = createWorkflow(
  "reconciliation-take-up-mirrors-workflow",
  (input: WorkflowData<TakeUpMirrorsInput>) => new WorkflowResponse(takeUpMirrorsStep(input)),
)
