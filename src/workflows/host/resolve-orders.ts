import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { graph } from "./graph"

/** What an event names; which order that is, the host knows. */
export interface Trigger {
  readonly type:
    "order" | "payment" | "capture" | "refund" | "order_transaction" | "order_credit_line" | "order_change"
  readonly id: string
}

export interface ResolvedOrders {
  readonly orderIds: string[]
  /** Why some kinds of ids could not be resolved. */
  readonly failures: unknown[]
}

/**
 * The orders that some events speak of, in one query for each kind of id. Events of many sources share
 * a batch, so a kind that fails does not hold back the others.
 */
export async function ordersOf(
  container: MedusaContainer,
  triggers: readonly Trigger[],
): Promise<ResolvedOrders> {
  const idsOf = (type: Trigger["type"]): string[] => [
    ...new Set(triggers.filter((trigger) => trigger.type === type).map(({ id }) => id)),
  ]
  const failures: unknown[] = []
  const isolated = async (found: Promise<string[]>): Promise<string[]> =>
    found.catch((error: unknown) => {
      failures.push(error)
      return []
    })
  const payments = [
    ...idsOf("payment"),
    ...(await isolated(paymentsOfCaptures(container, idsOf("capture")))),
    ...(await isolated(paymentsOfRefunds(container, idsOf("refund")))),
  ]
  const orders = [
    ...idsOf("order"),
    ...(await isolated(ordersOfTransactions(container, idsOf("order_transaction")))),
    ...(await isolated(ordersOfCreditLines(container, idsOf("order_credit_line")))),
    ...(await isolated(ordersOfChanges(container, idsOf("order_change")))),
    ...(await isolated(ordersOfPayments(container, [...new Set(payments)]))),
  ]
  return { orderIds: [...new Set(orders)], failures }
}

async function paymentsOfCaptures(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await container.resolve(Modules.PAYMENT).listCaptures({ id: ids }, { relations: ["payment"] })
  return rows.flatMap(({ payment }) => (payment?.id ? [payment.id] : []))
}

async function paymentsOfRefunds(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await container.resolve(Modules.PAYMENT).listRefunds({ id: ids }, { relations: ["payment"] })
  return rows.flatMap(({ payment }) => (payment?.id ? [payment.id] : []))
}

async function ordersOfTransactions(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await container.resolve(Modules.ORDER).listOrderTransactions({ id: ids })
  return rows.map(({ order_id }) => order_id)
}

async function ordersOfChanges(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await container.resolve(Modules.ORDER).listOrderChanges({ id: ids })
  return rows.map(({ order_id }) => order_id)
}

/** The host's service lists credit lines, though its interface does not say so and query does not know them. */
interface CreditLineReader {
  listOrderCreditLines(filter: { id: string[] }): Promise<{ order_id: string }[]>
}

async function ordersOfCreditLines(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const orders: CreditLineReader = container.resolve(Modules.ORDER) as IOrderModuleService & CreditLineReader
  const rows = await orders.listOrderCreditLines({ id: ids })
  return rows.map(({ order_id }) => order_id)
}

async function ordersOfPayments(container: MedusaContainer, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const payments = await container
    .resolve(Modules.PAYMENT)
    .listPayments({ id: ids }, { select: ["payment_collection_id"] })
  const collections = payments.flatMap(({ payment_collection_id: id }) => (id ? [id] : []))
  if (collections.length === 0) return []
  const links = await graph<{ order_id: string }>(container, "order_payment_collection", {
    fields: ["order_id"],
    filters: {
      payment_collection_id: collections,
    },
  })
  return links.map(({ order_id }) => order_id)
}
