import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { SaveSetUpInput } from "../inputs"
import { saveSetUpStep } from "../steps/set-up"

/**
 * Keeps what is answered so far of the set-up. Nothing of it is in force before it is finished.
 *
 * @summary Save the draft of the set-up.
 * @example
 * await saveSetUpWorkflow(container).run({
 *   input: {
 *     version: 0,
 *     step: "start",
 *     draft: {
 *       start: { goLive: "2026-10-12" },
 *       opening: { answer: null, rows: [] },
 *       rules: {},
 *       history: { answer: null, since: "", until: "" },
 *     },
 *   },
 * })
 */
export const saveSetUpWorkflow = createWorkflow(
  "reconciliation-save-set-up-workflow",
  (input: WorkflowData<SaveSetUpInput>) => new WorkflowResponse(saveSetUpStep(input)),
)
