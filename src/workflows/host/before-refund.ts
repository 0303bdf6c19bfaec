import type { MedusaContainer } from "@medusajs/framework/types"
import type { HostBeforeRefund } from "../../modules/reconciliation/domain/refunds/chosen-refund"
import { owedByHost, type HostSummary } from "../../modules/reconciliation/ingest/host-standing"
import type { HostOrder } from "../../modules/reconciliation/ingest/host-order"
import { refundMarked } from "../../modules/reconciliation/ingest/repayments"
import { digitsOfCurrencies } from "./currencies"
import { graph } from "./graph"

interface HostStanding {
  id: string
  status: string
  currency_code: string
  summary?: HostSummary | null
}

/** What the host's refund of a payment looks at, read just before as it reads it itself. */
export async function hostBeforeRefund(
  container: MedusaContainer,
  orderId: string,
): Promise<(HostBeforeRefund & { readonly isRefunding: boolean }) | undefined> {
  const [order] = await graph<HostStanding>(container, "order", {
    // The fields of the host's own workflow: it tells other sums where others are asked for.
    fields: ["id", "summary", "total", "currency_code", "region_id", "status"],
    filters: { id: orderId },
  })
  if (!order) return undefined
  const changes = await graph<{ change_type?: string | null }>(container, "order_change", {
    fields: ["id", "change_type"],
    filters: { order_id: orderId, status: ["pending", "requested"] },
  })
  const digits = (await digitsOfCurrencies(container, [order.currency_code]))(order.currency_code)
  return {
    ...owedByHost(order.summary ?? {}, digits),
    isCanceled: order.status === "canceled",
    isChanging: changes.length > 0,
    // The host's refund by another clerk makes one of its own, for a moment.
    isRefunding: changes.some(({ change_type: type }) => type === "credit_line"),
  }
}

/** The host's refund that carries a choice, whatever the host has said of it; undefined where there is none. */
export async function findRefund(
  container: MedusaContainer,
  { orderId, mark }: { readonly orderId: string; readonly mark: string },
): Promise<ReturnType<typeof refundMarked>> {
  const [order] = await graph<HostOrder>(container, "order", {
    fields: [
      "id",
      "transactions.*",
      "payment_collections.id",
      "payment_collections.payments.id",
      "payment_collections.payments.refunds.*",
    ],
    filters: { id: orderId },
  })
  return order && refundMarked(order, mark)
}
