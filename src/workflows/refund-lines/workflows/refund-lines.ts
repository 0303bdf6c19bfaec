import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { reconcileOrdersStep } from "../../reconcile-orders/steps/reconcile-orders"
import { chooseRefundLinesStep, type ChooseRefundLinesInput } from "../steps/choose-refund-lines"

export interface RefundLinesInput extends ChooseRefundLinesInput {
  refund_reason_id?: string | undefined
  note?: string | undefined
  created_by?: string | undefined
}

/**
 * Refunds a payment for lines that somebody chose, by the host's own refund; then reconciles the order.
 * The money is gone once the host has refunded, so a ledger that cannot follow undoes nothing of it: the
 * result is then undefined, and the order is read again as after any lost event.
 *
 * @summary Refund chosen lines of an order.
 * @example
 * await refundLinesWorkflow(container).run({
 *   input: { order_id: "order_1", payment_id: "pay_1", amount: "54.00", lines: [{ row: "line:ordli_1", amount: "54.00" }] },
 * })
 */
export const refundLinesWorkflow = createWorkflow(
  "reconciliation-refund-lines-workflow",
  (input: WorkflowData<RefundLinesInput>) => {
    chooseRefundLinesStep(input)
    const refund = transform({ input }, ({ input: given }) => ({
      payment_id: given.payment_id,
      amount: given.amount,
      ...(given.created_by && { created_by: given.created_by }),
      ...(given.note && { note: given.note }),
      ...(given.refund_reason_id && { refund_reason_id: given.refund_reason_id }),
    }))
    refundPaymentWorkflow.runAsStep({ input: refund })
    const orders = transform({ input }, ({ input: given }) => ({
      order_ids: [given.order_id],
      cause: "refund of chosen lines",
      actor: given.actor ?? { type: "system" as const, id: null },
    }))
    return new WorkflowResponse(reconcileOrdersStep(orders).config({ continueOnPermanentFailure: true }))
  },
)
