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
  const isolated = async <Found>(found: Promise<Found[]>): Promise<Found[]> =>
    found.catch((error: unknown) => {
      failures.push(error)
      return []
    })
  const [transactions, captures, refunds, creditLines, changes] = await Promise.all([
    isolated(transactionsOf(container, idsOf("order_transaction"))),
    isolated(capturesOf(container, idsOf("capture"))),
    isolated(refundsOf(container, idsOf("refund"))),
    isolated(ordersOfCreditLines(container, idsOf("order_credit_line"))),
    isolated(ordersOfChanges(container, idsOf("order_change"))),
  ])
  // A transaction names the capture or refund that it counts: the order of that payment is known by it.
  const counted = new Set(transactions.map(({ reference_id: id }) => id))
  const moved = [...captures, ...refunds]
  const known = new Set(moved.filter(({ id }) => counted.has(id)).map(({ payment_id: id }) => id))
  const payments = new Set([...idsOf("payment"), ...moved.map(({ payment_id: id }) => id)])
  const unknown = [...payments].filter((id) => !known.has(id))
  const orders = [
    ...idsOf("order"),
    ...transactions.map(({ order_id }) => order_id),
    ...creditLines,
    ...changes,
    ...(await isolated(ordersOfPayments(container, unknown))),
  ]
  return { orderIds: [...new Set(orders)], failures }
}

interface Transaction {
  readonly order_id: string
  readonly reference_id?: string | null
}

async function transactionsOf(container: MedusaContainer, ids: string[]): Promise<Transaction[]> {
  if (ids.length === 0) return []
  return container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ id: ids }, { select: ["id", "order_id", "reference_id"] })
}

/** A capture or a refund. Its own row names its payment, though the host's types do not say so. */
interface Movement {
  readonly id: string
  readonly payment_id: string
}

async function capturesOf(container: MedusaContainer, ids: string[]): Promise<Movement[]> {
  if (ids.length === 0) return []
  const rows: unknown[] = await container
    .resolve(Modules.PAYMENT)
    .listCaptures({ id: ids }, { select: MOVEMENT })
  return rows as Movement[]
}

async function refundsOf(container: MedusaContainer, ids: string[]): Promise<Movement[]> {
  if (ids.length === 0) return []
  const rows: unknown[] = await container
    .resolve(Modules.PAYMENT)
    .listRefunds({ id: ids }, { select: MOVEMENT })
  return rows as Movement[]
}

const MOVEMENT = ["id", "payment_id"]

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
