import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PayOpeningRequest } from "../../../modules/reconciliation/opening-balances/pay"
import type { UndoOpeningRequest } from "../../../modules/reconciliation/opening-balances/undo"
import type { PostedOpeningBalancesView } from "../../../types/http"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"
import { calledBy } from "../../money/steps/money"
import type { PayOpeningBalanceInput, PostOpeningBalancesInput, UndoOpeningBalanceInput } from "../inputs"
import { openingBalancesOf } from "../rows"

/** What the service is asked of a payment of one; the preview asks the same. */
export const payOpeningOf = (input: PayOpeningBalanceInput): PayOpeningRequest => ({
  id: input.opening_balance_id,
  credits: input.credits ?? null,
  amount: input.amount ?? null,
  ...calledBy(input),
})

export const undoOpeningOf = (input: UndoOpeningBalanceInput): UndoOpeningRequest => ({
  id: input.opening_balance_id,
  cascade: input.cascade === true,
  ...calledBy(input),
})

/** Posts opening balances in one transaction; a repeated key changes nothing. */
export const postOpeningBalancesStep = createStep(
  "reconciliation-post-opening-balances",
  async (input: PostOpeningBalancesInput, { container }) =>
    new StepResponse(
      await ledgerOf(container).openingBalances.post(await openingBalancesOf(container, input)),
    ),
)

/** What posting them would come to, row by row; writes nothing. */
export async function previewOpeningBalances(
  container: MedusaContainer,
  input: PostOpeningBalancesInput,
): Promise<PostedOpeningBalancesView> {
  return ledgerOf(container).openingBalances.previewPost(await openingBalancesOf(container, input))
}

export const payOpeningBalanceStep = createStep(
  "reconciliation-pay-opening-balance",
  async (input: PayOpeningBalanceInput, { container }) => {
    const paid = await ledgerOf(container).openingBalances.pay(payOpeningOf(input))
    return new StepResponse((await syncWriteOffCredits(container, paid)).view)
  },
)

export const undoOpeningBalanceStep = createStep(
  "reconciliation-undo-opening-balance",
  async (input: UndoOpeningBalanceInput, { container }) => {
    const undone = await ledgerOf(container).openingBalances.undo(undoOpeningOf(input))
    return new StepResponse((await syncWriteOffCredits(container, undone)).view)
  },
)
