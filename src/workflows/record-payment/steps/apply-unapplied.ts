import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { ApplyUnapplied } from "../../../modules/reconciliation/facets/recording"
import type { ApplyPreview, ApplyUnappliedBody, OrdersPaid } from "../../../types/http"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"
import { contextOf, type Called } from "../called"
import { readUnread, tickedOf } from "../ticked-orders"

export interface ApplyUnappliedInput extends Called, ApplyUnappliedBody {
  account_id: string
}

async function applicationOf(
  container: MedusaContainer,
  input: ApplyUnappliedInput,
): Promise<ApplyUnapplied> {
  await readUnread(container, input.orders, input)
  return {
    accountId: input.account_id,
    orders: tickedOf(input.orders),
    expectedVersion: input.version,
    idempotencyKey: input.idempotency_key,
    context: contextOf(input),
  }
}

/** Puts what lies unapplied on an account on the orders that are named, in one transaction. */
export const applyUnappliedStep = createStep(
  "reconciliation-apply-unapplied",
  async (input: ApplyUnappliedInput, { container }) => {
    const applied = await ledgerOf(container).payments.apply(await applicationOf(container, input))
    const answer: OrdersPaid = await syncWriteOffCredits(container, applied)
    return new StepResponse(answer)
  },
)

/** What applying it would come to. */
export async function previewApplication(
  container: MedusaContainer,
  input: ApplyUnappliedInput,
): Promise<ApplyPreview> {
  return ledgerOf(container).payments.previewApply(await applicationOf(container, input))
}
