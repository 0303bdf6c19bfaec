import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { giveDocumentNumberWorkflow } from "medusa-plugin-reconciliation/workflows"

/** An invoice as another plugin tells of one that it has made. */
interface Invoice {
  id: string
  order_id: string
  number: string
  /** The day on it. */
  date: string
}

/** The order is shown with the number of its invoice from then on, and found by it; the same invoice twice counts once. */
export const numberOfInvoiceWorkflow = createWorkflow("number-of-invoice", (invoice: Invoice) => {
  const input = transform(invoice, ({ id, order_id, number, date }) => ({
    transaction_id: order_id,
    kind: "invoice" as const,
    number,
    issued_on: date,
    cause: "invoice",
    idempotency_key: `number of ${id}`,
  }))
  return new WorkflowResponse(giveDocumentNumberWorkflow.runAsStep({ input }))
})
