import type { MedusaContainer } from "@medusajs/framework/types"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { graph } from "../../workflows/host/graph"
import { orderNotFound } from "./order-answer"

interface OrderPayments {
  payment_collections?: ({ payments?: ({ id: string } | null)[] | null } | null)[] | null
}

/** @throws order_not_found | payment_not_found */
export async function requirePaymentOfOrder(
  container: MedusaContainer,
  { orderId, paymentId }: { readonly orderId: string; readonly paymentId: string },
): Promise<void> {
  const [order] = await graph<OrderPayments>(container, "order", {
    fields: ["id", "payment_collections.payments.id"],
    filters: { id: orderId },
  })
  if (!order) throw orderNotFound(orderId)
  const ids = (order.payment_collections ?? []).flatMap((collection) =>
    (collection?.payments ?? []).map((payment) => payment?.id),
  )
  if (ids.includes(paymentId)) return
  throw new ReconciliationError({
    type: "not_found",
    code: "payment_not_found",
    message: `The order has no payment ${paymentId.slice(0, 60)}.`,
    ids: { order_id: orderId, payment_id: paymentId.slice(0, 60) },
    remedy: "Send the id of one of the order's own payments (pay_…).",
  })
}
