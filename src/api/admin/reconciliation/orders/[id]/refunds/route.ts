import { z } from "@medusajs/framework/zod"
import { refundLinesWorkflow } from "../../../../../../workflows/refund-lines/workflows/refund-lines"
import { changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { requirePaymentOfOrder } from "../../../../../lib/payment-of-order"
import { route } from "../../../../../lib/route"
import { amount, id as hostId, text } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "orders/{id}/refunds",
  right: "manage",
  refunds: true,
  summary: "Refund a payment of the order for chosen rows, through the host, and reconcile the order.",
  id: orderIdOf,
  body: z.strictObject({
    payment_id: hostId,
    amount,
    /** What each row of the order's matrix gets back; they add up to the amount. */
    lines: z
      .array(z.strictObject({ row: text(120).min(1), amount }))
      .min(1)
      .max(500),
    refund_reason_id: hostId.optional(),
    note: text(500).optional(),
  }),
  answer: { order: "OrderReconciliation", refund: "RefundView" },
  handler: async ({ scope, id, body, change: { idempotency_key, actor } }) => {
    await requirePaymentOfOrder(scope, { orderId: id, paymentId: body.payment_id })
    const input = { ...body, order_id: id, actor, created_by: actor.id, idempotency_key }
    const { result: refund } = await refundLinesWorkflow(scope).run({ input })
    return { order: await changedOrder(scope, id), refund }
  },
})
