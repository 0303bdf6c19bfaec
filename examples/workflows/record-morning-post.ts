import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordPaymentsWorkflow } from "medusa-plugin-reconciliation/workflows"

interface Cheque {
  /** As the scanner reads it. */
  number: string
  amount: string
  payer: string
  /** What the payer wrote behind "order". */
  order?: string
}

interface MorningPost {
  currency_code: string
  day: string
  cheques: Cheque[]
}

/** A scanner's own plugin hands over what came by post: what cannot be recorded comes back, row by row, to be looked at. */
export const recordMorningPostWorkflow = createWorkflow("record-morning-post", (input: MorningPost) => {
  const batch = transform({ input }, ({ input: { currency_code, day, cheques } }) => ({
    currency_code,
    only_valid: true,
    idempotency_key: `post of ${day}`,
    cause: "record-morning-post",
    rows: cheques.map(({ number, amount, payer, order }) => ({
      customer: payer,
      amount,
      method: "cheque" as const,
      reference: number,
      occurred_at: day,
      ...(order !== undefined && { orders: [order] }),
    })),
  }))
  const recorded = recordPaymentsWorkflow.runAsStep({ input: batch })
  return new WorkflowResponse(recorded)
})
