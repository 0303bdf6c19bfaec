import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { retryMirrorStep, type RetryMirrorInput } from "../steps/take-up-mirrors"

/**
 * Tries one mirrored payment again now, also one that was refused.
 *
 * @summary Try a mirrored payment again.
 * @example
 * await retryMirrorWorkflow(container).run({ input: { mirror_id: "mir_123" } })
 */
export const retryMirrorWorkflow = createWorkflow(
  "reconciliation-retry-mirror-workflow",
  (input: WorkflowData<RetryMirrorInput>) => new WorkflowResponse(retryMirrorStep(input)),
)
