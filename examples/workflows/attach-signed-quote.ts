import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addAttachmentWorkflow } from "medusa-plugin-reconciliation/workflows"

/** A quote that a customer has signed, as a service for signatures sends it. */
interface SignedQuote {
  order_id: string
  quote_id: string
  pdf: Uint8Array
}

const fileStep = createStep(
  "file-of-signed-quote",
  async ({ order_id, quote_id, pdf }: SignedQuote) =>
    new StepResponse({
      order_id,
      name: `quote ${quote_id}.pdf`,
      mime_type: "application/pdf",
      content: Buffer.from(pdf).toString("base64"),
      idempotency_key: `signed quote ${quote_id}`,
    }),
)

/** Whoever asks later what was agreed on an order finds it beside the order's notes. */
export const attachSignedQuoteWorkflow = createWorkflow(
  "attach-signed-quote",
  (quote: SignedQuote) => new WorkflowResponse(addAttachmentWorkflow.runAsStep({ input: fileStep(quote) })),
)
