import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ledgerOf } from "../../ledger-of"

export interface ChooseRefundLinesInput {
  order_id: string
  payment_id: string
  /** A decimal string, above zero. */
  amount: string
  /** Row keys of the order's matrix with what each gets back; they add up to the amount. */
  lines: { row: string; amount: string }[]
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
}

export const chooseRefundLinesStepId = "reconciliation-choose-refund-lines"

/** Keeps which lines the refund shall pay back; forgotten again when the refund is not made. */
export const chooseRefundLinesStep = createStep(
  chooseRefundLinesStepId,
  async ({ order_id, payment_id, amount, lines, actor }: ChooseRefundLinesInput, { container }) => {
    const choiceId = await ledgerOf(container).chooseRefundLines({
      orderId: order_id,
      paymentId: payment_id,
      amount,
      lines,
      actor: actor ?? { type: "system", id: null },
    })
    return new StepResponse(choiceId, choiceId)
  },
  async (choiceId, { container }) => {
    if (choiceId) await ledgerOf(container).forgetRefundLines(choiceId)
  },
)
