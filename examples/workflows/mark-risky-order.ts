import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addNoteWorkflow } from "medusa-plugin-reconciliation/workflows"

/** An order as a service that looks for fraud judges it. */
interface Verdict {
  order_id: string
  because: string
  /** Its own id, so that a verdict that comes twice is written once. */
  verdict_id: string
}

const noteStep = createStep(
  "note-of-verdict",
  async ({ order_id, because, verdict_id }: Verdict) =>
    new StepResponse({
      order_id,
      text: `Risk: ${because}`,
      to_check: true,
      idempotency_key: `verdict ${verdict_id}`,
    }),
)

/** A risky order is marked to be checked, with the reason as its note. A person takes the mark off. */
export const markRiskyOrderWorkflow = createWorkflow(
  "mark-risky-order",
  (verdict: Verdict) => new WorkflowResponse(addNoteWorkflow.runAsStep({ input: noteStep(verdict) })),
)
