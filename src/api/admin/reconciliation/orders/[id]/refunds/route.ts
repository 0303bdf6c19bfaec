import { refundLinesWorkflow } from "../../../../../../workflows/refund-lines/workflows/refund-lines"
import { refundablePayments } from "../../../../../../workflows/refund-lines/refundable-payments"
import { changedOrder } from "../../../../../lib/order-answer"
import { orderIdOf } from "../../../../../lib/path-id"
import { requirePaymentOfOrder } from "../../../../../lib/payment-of-order"
import { refundBody } from "../../../../../lib/refund-bodies"
import { route } from "../../../../../lib/route"

const PAYMENTS = { type: "array", items: { $ref: "#/components/schemas/RefundablePaymentView" } }

export const GET = route({
  method: "get",
  path: "orders/{id}/refunds",
  right: "view",
  summary:
    "Which payments of the order can be refunded, through the provider that took each, newest first, and how much of them.",
  id: orderIdOf,
  answer: { payments: PAYMENTS },
  handler: async ({ scope, id }) => ({ payments: await refundablePayments(scope, id) }),
})

export const POST = route({
  method: "post",
  path: "orders/{id}/refunds",
  right: "manage",
  refunds: true,
  summary: "Refund a payment of the order for chosen rows, through the host, and reconcile the order.",
  id: orderIdOf,
  body: refundBody,
  answer: { order: "OrderReconciliation", refund: "RefundView" },
  handler: async ({ scope, id, body, change: { idempotency_key, actor } }) => {
    await requirePaymentOfOrder(scope, { orderId: id, paymentId: body.payment_id })
    const input = { ...body, order_id: id, actor, created_by: actor.id, idempotency_key }
    const { result: refund } = await refundLinesWorkflow(scope).run({ input })
    return { order: await changedOrder(scope, id), refund }
  },
})
