import type { MedusaContainer } from "@medusajs/framework/types"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { orderNotRead } from "../../modules/reconciliation/ledger/lock"
import type { OrderAnswer, OrderReconciliation, UnreadOrder } from "../../types/http"
import { digitsOfCurrencies } from "../../workflows/host/currencies"
import { readHeader, rowsOf, type HostHeader } from "../../workflows/host/order-header"
import { ledgerOf } from "../../workflows/ledger-of"
import { nameOf } from "../../workflows/host/customer"
import { customerView } from "./customer-view"

/** What every change of a plan answers with. */
export const CHANGED_ORDER = { order: "OrderReconciliation", changed: { type: "boolean" } } as const

/**
 * An order's reconciliation with the names only the host knows. An order that the host no longer has is
 * answered from the ledger, without names.
 *
 * @throws order_not_found
 */
export async function orderAnswer(container: MedusaContainer, orderId: string): Promise<OrderAnswer> {
  const header = await readHeader(container, orderId)
  const known = await ledgerOf(container).orders.retrieve(orderId)
  const read = known && { ...known, rows: rowsOf(known, header), read: true as const }
  if (!header) {
    if (read) return { ...read, customer: null, billing_name: null, cancelled_at: null }
    throw orderNotFound(orderId)
  }
  const order = read ?? (await unread(container, header))
  const { customer, billing_address: billing } = header
  return {
    ...order,
    customer: customer ? customerView(customer) : null,
    cancelled_at: header.canceled_at ? new Date(header.canceled_at).toISOString() : null,
    billing_name: billing ? (nameOf(billing) ?? billing.company ?? null) : null,
  }
}

/** The same after a change that only an order can have that the ledger has read. @throws order_not_read */
export async function changedOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<OrderReconciliation> {
  const order = await orderAnswer(container, orderId)
  if (order.read) return order
  throw orderNotRead(orderId)
}

export function orderNotFound(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "order_not_found",
    message: `The host has no order ${orderId.slice(0, 60)}.`,
    ids: { order_id: orderId.slice(0, 60) },
    remedy: "Send the id of an order of this store (order_…), not its display number.",
  })
}

/** An order the ledger has not read yet, for example one placed before the plugin was installed. */
async function unread(
  container: MedusaContainer,
  header: HostHeader,
): Promise<Omit<UnreadOrder, "customer" | "billing_name" | "cancelled_at">> {
  const digits = (await digitsOfCurrencies(container, [header.currency_code]))(header.currency_code)
  return {
    read: false,
    id: header.id,
    display_id: String(header.display_id),
    placed_at: new Date(header.created_at).toISOString(),
    currency_code: header.currency_code,
    digits,
    version: 0,
    state: null,
    totals: null,
  }
}
