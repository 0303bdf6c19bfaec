import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { FinishSetUpInput } from "../inputs"
import { finishSetUpStep } from "../steps/set-up"

/**
 * Does what the draft of the set-up says: sets the settings, records the balances from before and starts the back-fill. It
 * may be repeated after a crash: what is done is done once.
 *
 * @summary Finish the set-up.
 * @example
 * await finishSetUpWorkflow(container).run({ input: { version: 4 } })
 */
export const finishSetUpWorkflow = createWorkflow(
  "reconciliation-finish-set-up-workflow",
  (input: WorkflowData<FinishSetUpInput>) => new WorkflowResponse(finishSetUpStep(input)),
)
