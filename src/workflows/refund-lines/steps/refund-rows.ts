import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundRows } from "../refund-rows"

export interface RefundLinesInput {
  order_id: string
  payment_id: string
  /** A decimal string, above zero. */
  amount: string
  /** Row keys of the order's matrix with what each gets back; they add up to the amount. */
  lines: { row: string; amount: string }[]
  refund_reason_id?: string | undefined
  note?: string | undefined
  created_by?: string | undefined
  /** The same key twice refunds once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
}

/** Refunds chosen rows. It has no way back: the money is gone. */
export const refundRowsStep = createStep(
  "reconciliation-refund-rows",
  async (input: RefundLinesInput, { container }) =>
    new StepResponse(
      await refundRows(container, {
        orderId: input.order_id,
        paymentId: input.payment_id,
        amount: input.amount,
        lines: input.lines,
        reasonId: input.refund_reason_id ?? null,
        note: input.note ?? null,
        createdBy: input.created_by ?? null,
        idempotencyKey: input.idempotency_key ?? null,
        actor: input.actor ?? { type: "system", id: null },
      }),
    ),
)
