import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Acted } from "../../../modules/reconciliation/facets/acts"
import type { MoveRequest } from "../../../modules/reconciliation/money/move-money"
import type { PayBackRequest, UndoPayBackRequest } from "../../../modules/reconciliation/money/pay-back"
import type { UndoMoveRequest } from "../../../modules/reconciliation/money/undo-move"
import type { UndoReversalRequest } from "../../../modules/reconciliation/money/undo-reversal"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"
import { requireCustomer } from "../../record-payment/customers"
import type {
  Called,
  MoveMoneyInput,
  PayBackInput,
  UndoMoveInput,
  UndoPayBackInput,
  UndoReversalInput,
} from "../inputs"
import { payBackByHost } from "../pay-back-by-host"

/** Who does it, why, and under which key. */
export const calledBy = ({
  actor,
  cause,
  reason,
  idempotency_key: idempotencyKey,
}: Called & { reason?: string | undefined }) => ({
  context: { actor: actor ?? { type: "system" as const, id: null }, cause: cause ?? "workflow", reason },
  idempotencyKey,
})

/** What the service is asked of a move; the preview asks the same. @throws customer_not_found */
export async function moveOf(container: MedusaContainer, input: MoveMoneyInput): Promise<MoveRequest> {
  const { payment_id: paymentId, to, amount = null, release = false, cascade = false } = input
  if ("customer_id" in to) await requireCustomer(container, to.customer_id)
  const owner =
    "customer_id" in to
      ? { type: "customer" as const, id: to.customer_id }
      : { type: "suspense" as const, id: "suspense" }
  return { paymentId, to: owner, amount, release, cascade, ...calledBy(input) }
}

export const undoMoveOf = (input: UndoMoveInput): UndoMoveRequest => ({
  id: input.move_id,
  release: input.release === true,
  cascade: input.cascade === true,
  ...calledBy(input),
})

export const payBackOf = (input: PayBackInput): PayBackRequest => ({
  paymentId: input.payment_id,
  amount: input.amount ?? null,
  method: input.method ?? "other",
  reference: input.reference ?? null,
  statedAt: input.occurred_at ?? null,
  ...calledBy(input),
})

export const undoPayBackOf = (input: UndoPayBackInput): UndoPayBackRequest => ({
  id: input.pay_back_id,
  ...calledBy(input),
})

export const undoReversalOf = (input: UndoReversalInput): UndoReversalRequest => ({
  paymentId: input.payment_id,
  number: input.number,
  ...calledBy(input),
})

async function told<View>(container: MedusaContainer, acted: Acted<View>): Promise<View> {
  return (await syncWriteOffCredits(container, acted)).view
}

export const moveMoneyStep = createStep(
  "reconciliation-move-money",
  async (input: MoveMoneyInput, { container }) => {
    const moved = await ledgerOf(container).money.move(await moveOf(container, input))
    return new StepResponse(await told(container, moved))
  },
)

export const undoMoveStep = createStep(
  "reconciliation-undo-move",
  async (input: UndoMoveInput, { container }) =>
    new StepResponse(await told(container, await ledgerOf(container).money.undoMove(undoMoveOf(input)))),
)

export const payBackStep = createStep(
  "reconciliation-pay-back",
  async (input: PayBackInput, { container }) => {
    if (input.via === "host") return new StepResponse(await payBackByHost(container, input))
    return new StepResponse(await told(container, await ledgerOf(container).money.payBack(payBackOf(input))))
  },
)

export const undoPayBackStep = createStep(
  "reconciliation-undo-pay-back",
  async (input: UndoPayBackInput, { container }) =>
    new StepResponse(
      await told(container, await ledgerOf(container).money.undoPayBack(undoPayBackOf(input))),
    ),
)

export const undoReversalStep = createStep(
  "reconciliation-undo-reversal",
  async (input: UndoReversalInput, { container }) =>
    new StepResponse(await told(container, await ledgerOf(container).reversals.undo(undoReversalOf(input)))),
)
