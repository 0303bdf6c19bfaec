import type { MedusaContainer } from "@medusajs/framework/types"
import type { HostOrder } from "../../modules/reconciliation/ingest/host-order"
import { refundablePaymentsOf } from "../../modules/reconciliation/ingest/refundable-payments"
import type { RefundablePaymentView } from "../../types/http"
import { digitsOfCurrencies } from "../host/currencies"
import { graph } from "../host/graph"
import { ledgerOf } from "../ledger-of"
import { orderNotFound } from "../plan-payments/steps/plan-payments"

/** Which payments of an order the host can pay back now. @throws order_not_found */
export async function refundablePayments(
  container: MedusaContainer,
  orderId: string,
): Promise<RefundablePaymentView[]> {
  const [order] = await graph<HostOrder>(container, "order", {
    fields: [
      "id",
      "currency_code",
      "payment_collections.id",
      "payment_collections.payments.id",
      "payment_collections.payments.provider_id",
      "payment_collections.payments.captures.*",
      "payment_collections.payments.refunds.*",
    ],
    filters: { id: orderId },
  })
  if (!order) throw orderNotFound(orderId)
  const digits = (await digitsOfCurrencies(container, [order.currency_code]))(order.currency_code)
  const { timeZone, paymentMethods } = ledgerOf(container).settings
  return refundablePaymentsOf(order, { digits, timeZone, paymentMethods })
}
