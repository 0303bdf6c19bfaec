import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { giveTermsWorkflow } from "medusa-plugin-reconciliation/workflows"

/** A quote as another plugin tells of one that was accepted. */
interface Accepted {
  order_id: string
  quote: { id: string; number: string; days: number }
}

/** The order that came of a quote falls due as was agreed; the same quote twice gives its terms once. */
export const termsOfQuoteWorkflow = createWorkflow("terms-of-a-quote", (accepted: Accepted) => {
  const input = transform(accepted, ({ order_id, quote: { id, number, days } }) => ({
    order_id,
    due: { end_of_month: days },
    reason: `Quote ${number}`,
    idempotency_key: `terms of ${id}`,
  }))
  return new WorkflowResponse(giveTermsWorkflow.runAsStep({ input }))
})
