import { previewRefund } from "../../../../../../../workflows/refund-lines/preview-refund"
import { orderIdOf } from "../../../../../../lib/path-id"
import { requirePaymentOfOrder } from "../../../../../../lib/payment-of-order"
import { refundBody } from "../../../../../../lib/refund-bodies"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "orders/{id}/refunds/preview",
  right: "view",
  summary: "What refunding chosen rows of the order would do. Asks no payment provider and changes nothing.",
  id: orderIdOf,
  body: refundBody,
  answer: { preview: "RefundPreview" },
  handler: async ({ scope, id, body, change: { actor, cause } }) => {
    await requirePaymentOfOrder(scope, { orderId: id, paymentId: body.payment_id })
    return { preview: await previewRefund(scope, { ...body, order_id: id, actor, cause }) }
  },
})
