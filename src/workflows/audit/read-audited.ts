import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderFacts } from "../../modules/reconciliation/audit/facts"
import { readAuditedOrders } from "../../modules/reconciliation/audit/orders.sql"
import { latest, moment, present, type HostOrder } from "../../modules/reconciliation/ingest/host-order"
import { readOrders } from "../host/order-reader"
import { ORDERS_A_READ } from "../host/read-orders"
import { ledgerOf } from "../ledger-of"

/** Orders that are changed between two reads are read again, a few times. */
const ATTEMPTS = 3

/** No version before the one in force is asked for. */
const NEWEST = 2_147_483_647

export interface AuditedOrderRead {
  readonly facts: OrderFacts
  /** Null where the host cannot show the order. */
  readonly order: HostOrder | null
  readonly error: unknown
}

interface After {
  readonly after: string
  readonly limit: number
}

/**
 * A page of orders, each with its lines as the reader gives them. That is another read than the one of its money, so that an
 * order that moved between the two is read again: half of each would contradict itself.
 */
export async function readAudited(container: MedusaContainer, page: After): Promise<AuditedOrderRead[]> {
  const facts = await factsOf(container, page)
  const read = await withLines(container, facts)
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    const moved = read.filter(hasMoved).map((one) => one.facts.id)
    if (moved.length === 0) break
    // oxlint-disable no-await-in-loop -- each attempt follows what the one before it found
    const again = await withLines(
      container,
      (await factsOf(container, page)).filter(({ id }) => moved.includes(id)),
    )
    // oxlint-enable no-await-in-loop
    for (const one of again) read.splice(read.findIndex(isOf(one.facts.id)), 1, one)
  }
  return read
}

const isOf =
  (id: string) =>
  ({ facts }: AuditedOrderRead): boolean =>
    facts.id === id

async function factsOf(container: MedusaContainer, { after, limit }: After): Promise<OrderFacts[]> {
  return ledgerOf(container).readHostTables<OrderFacts>({
    statement: readAuditedOrders,
    parameters: [after, limit],
  })
}

async function withLines(
  container: MedusaContainer,
  facts: readonly OrderFacts[],
): Promise<AuditedOrderRead[]> {
  const found = new Map<string, HostOrder>()
  const errors = new Map<string, unknown>()
  for (let from = 0; from < facts.length; from += ORDERS_A_READ) {
    const orderIds = facts.slice(from, from + ORDERS_A_READ).map(({ id }) => id)
    // oxlint-disable-next-line no-await-in-loop -- a statement of more orders costs more than two
    const { orders, failures } = await readOrders(container, {
      orderIds,
      hostVersions: new Map(orderIds.map((id) => [id, NEWEST])),
      metadata: false,
    })
    for (const { order } of orders) found.set(order.id, order)
    for (const { orderId, error } of failures) errors.set(orderId, error)
  }
  return facts.map((one) => ({
    facts: one,
    order: found.get(one.id) ?? null,
    error: errors.get(one.id) ?? null,
  }))
}

/** Whether the two reads saw the order at two moments: an order moves with its lines, its collections with their money. */
function hasMoved({ facts, order, error }: AuditedOrderRead): boolean {
  if (!order) return error === null
  const marks = (updatedAt: string | Date | null | undefined, collections: readonly unknown[]) =>
    `${updatedAt ? moment(updatedAt) : ""} ${latest(collections as string[]) ?? ""}`
  const ofFacts = marks(
    facts.updated_at,
    (facts.collections ?? []).map(({ updated_at: at }) => at),
  )
  const ofOrder = marks(
    order.updated_at,
    present(order.payment_collections).map(({ updated_at: at }) => at),
  )
  return ofFacts !== ofOrder || facts.version !== order.version
}
