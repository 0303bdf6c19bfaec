import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { ChangeSettingsInput } from "../inputs"
import { changeSettingsStep } from "../steps/change-settings"

/**
 * Changes settings of the ledger over the options of medusa-config. They are in force for whatever begins afterwards, in every
 * process. What is posted already stays as it is.
 *
 * @summary Change settings.
 * @example
 * await changeSettingsWorkflow(container).run({
 *   input: { changes: [{ name: "unappliedMoney", value: "oldest_first" }], version: "0" },
 * })
 */
export const changeSettingsWorkflow = createWorkflow(
  "reconciliation-change-settings-workflow",
  (input: WorkflowData<ChangeSettingsInput>) => new WorkflowResponse(changeSettingsStep(input)),
)
