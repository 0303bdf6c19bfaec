import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { CheckLedgerInput } from "../inputs"
import { checkLedgerStep } from "../steps/checks"

/**
 * Holds every row of the ledger against its rules, keeps what is found, and changes nothing else.
 *
 * @summary Check the ledger.
 * @example
 * await checkLedgerWorkflow(container).run({ input: {} })
 */
export const checkLedgerWorkflow = createWorkflow(
  "reconciliation-check-ledger-workflow",
  (input: WorkflowData<CheckLedgerInput>) => new WorkflowResponse(checkLedgerStep(input)),
)
