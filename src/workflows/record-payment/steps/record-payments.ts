import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { RecordedPaymentsView } from "../../../types/http"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"
import { paymentsOf, type RecordPaymentsInput } from "../rows"

/** Records many payments in one transaction; a repeated key changes nothing. */
export const recordPaymentsStep = createStep(
  "reconciliation-record-payments",
  async (input: RecordPaymentsInput, { container }) => {
    const recorded = await ledgerOf(container).payments.recordAll(await paymentsOf(container, input))
    const answer: RecordedPaymentsView = await syncWriteOffCredits(container, recorded)
    return new StepResponse(answer)
  },
)

/** What recording them would come to, row by row; writes nothing but what the ledger has not read yet of orders. */
export async function previewPayments(
  container: MedusaContainer,
  input: RecordPaymentsInput,
): Promise<RecordedPaymentsView> {
  const previewed = await ledgerOf(container).payments.previewAll(await paymentsOf(container, input))
  const { writtenOff: _, ...answer } = previewed
  return answer
}
