import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { OpenItemView } from "medusa-plugin-reconciliation/types/http"
import { moveMoneyWorkflow } from "medusa-plugin-reconciliation/workflows"

interface Ledger {
  money: {
    suspense: (filter: { currencyCode: string; limit: number }) => Promise<{ payments: OpenItemView[] }>
  }
}

interface Claim {
  customer_id: string
  currency_code: string
  /** What the customer says stood in the transfer. */
  reference: string
}

const findTransferStep = createStep(
  "find-transfer-on-suspense",
  async ({ customer_id, currency_code: currencyCode, reference }: Claim, { container }) => {
    const ledger = container.resolve<Ledger>("reconciliation")
    const { payments } = await ledger.money.suspense({ currencyCode, limit: 500 })
    const [found, ...others] = payments.filter((payment) => payment.reference.includes(reference))
    if (!found || others.length > 0) throw new Error(`Not one transfer waits that says "${reference}"`)
    return new StepResponse({ payment_id: found.id, to: { customer_id }, reason: `Claimed: ${reference}` })
  },
)

/** A customer says which transfer was theirs: it leaves the suspense account. Undone with the `id` that it answers. */
export const claimTransferWorkflow = createWorkflow(
  "claim-transfer",
  (claim: Claim) => new WorkflowResponse(moveMoneyWorkflow.runAsStep({ input: findTransferStep(claim) })),
)
