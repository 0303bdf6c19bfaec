import type { MedusaContainer } from "@medusajs/framework/types"
import {
  CUSTOMER_GROUP_FIELDS,
  FULFILMENT_FIELDS,
  METADATA_FIELDS,
  ORDER_FIELDS,
  VERSION_FIELDS,
} from "../../modules/reconciliation/ingest/fields"
import { historyOfGone } from "../../modules/reconciliation/ingest/gone-order"
import { historyOf, type HistoryInput, type OrderHistory } from "../../modules/reconciliation/ingest/history"
import {
  present,
  type HostOrder,
  type HostOrderChange,
  type HostVersion,
} from "../../modules/reconciliation/ingest/host-order"
import type { TermsRule } from "../../modules/reconciliation/domain/terms/terms-rule"
import type { ReadMarks } from "../../modules/reconciliation/facets/orders"
import { mirrorsIn, withoutMirrors } from "../../modules/reconciliation/ingest/mirrored-money"
import { before } from "../../modules/reconciliation/ingest/captures-and-refunds"
import { withRefund, type RefundToBe } from "../../modules/reconciliation/ingest/refund-to-be"
import { ledgerOf } from "../ledger-of"
import { digitsOfCurrencies } from "./currencies"
import { graph } from "./graph"
import { productsOfLines } from "./read-products"

/** One order through query.graph costs three times what it does in a batch of a hundred. */
export const ORDERS_A_READ = 100

interface ReadOptions {
  /** See MoneyContext.settledBefore: only the sweep waits for rows to settle. */
  readonly settledBefore?: string | null
  /** Tells the history as if the host had made this refund now: for a preview. */
  readonly refundToBe?: RefundToBe | undefined
  /** Reads how far the orders were delivered, whatever their terms are. */
  readonly deliveries?: boolean
}

export interface OrdersRead {
  readonly histories: OrderHistory[]
  readonly failures: ReadFailure[]
}

export interface ReadFailure {
  readonly orderId: string
  readonly error: unknown
}

/**
 * Reads orders from the host and tells each one's history. Orders that neither the host nor the ledger
 * has are left out.
 *
 * @throws what the first order that cannot be read throws
 */
export async function readHistories(
  container: MedusaContainer,
  orderIds: readonly string[],
  options: ReadOptions = {},
): Promise<OrderHistory[]> {
  const { histories, failures } = await readEach(container, orderIds, options)
  const [first] = failures
  if (first) throw first.error
  return histories
}

/**
 * Reads orders from the host in one batch and tells each one's history: the present, the versions the
 * ledger has not seen, and when each was confirmed. An order that the host no longer has is told from what
 * the ledger knows; one that cannot be read leaves the others alone.
 */
export async function readEach(
  container: MedusaContainer,
  orderIds: readonly string[],
  { settledBefore = null, refundToBe, deliveries = false }: ReadOptions = {},
): Promise<OrdersRead> {
  const ledger = ledgerOf(container)
  const begun = performance.now()
  const marks = await ledger.orders.readMarks(orderIds)
  const { now, hostVersions, charged } = marks
  const asked = askedByTerms(ledger.settings.paymentTerms, { orderIds, always: deliveries, ...marks })
  const { documentNumberKey } = ledger.settings
  const fields = [...ORDER_FIELDS, ...asked.fields, ...(documentNumberKey ? METADATA_FIELDS : [])]
  const { orders: shown, failures } = await readOrders(container, orderIds, fields)
  // The clock is the database's; what went by since is counted here, from before it was asked, and rounded up.
  const readUntil = before(now, -Math.ceil(performance.now() - begun) - 1)
  const known = await ledger.mirrors.known(mirrorsIn(shown))
  const own = new Map(shown.map((order) => [order.id, withoutMirrors(order, { known, readAt: now })]))
  const orders = [...own.values()].map(({ order }) => order)
  const digits = await digitsOfCurrencies(
    container,
    orders.map((order) => order.currency_code),
  )
  const changes = await readChanges(container, orders)
  const { timeZone, moneyCreditLines, paymentMethods, deposits } = ledger.settings
  const refunded = orders.filter(hasRefund).map(({ id }) => id)
  const choices = refunded.length === 0 ? [] : await ledger.refunds.list(refunded)
  const fresh = deposits.length === 0 ? [] : orders.filter(({ id }) => !charged.has(id))
  const products = await productsOfLines(container, fresh)
  const histories: OrderHistory[] = []
  for (const order of orders) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a hundred orders at once would take every connection of the host
      const versions = await readVersions(container, order, hostVersions.get(order.id) ?? 0)
      const { problems = [], heldBack = [] } = own.get(order.id) ?? {}
      const input: HistoryInput = {
        order,
        versions,
        changes: changes.filter((change) => change.order_id === order.id),
        digits: digits(order.currency_code),
        readAt: now,
        readUntil,
        timeZone,
        moneyReferences: moneyCreditLines,
        paymentMethods,
        settledBefore,
        problems,
        heldBack,
        refundChoices: choices.filter((choice) => choice.orderId === order.id),
        read: asked.ofOrder(order.id),
        documentNumberKey,
      }
      histories.push({ ...historyOf(refundToBe ? withRefund(input, refundToBe) : input), products })
    } catch (error) {
      failures.push({ orderId: order.id, error })
    }
  }
  const read = new Set([...orders.map(({ id }) => id), ...failures.map(({ orderId }) => orderId)])
  const gone = await ledger.orders.readKnown(orderIds.filter((id) => !read.has(id)))
  histories.push(...gone.map((order) => historyOfGone(order, { readAt: now, timeZone })))
  return { histories, failures }
}

interface AskedOf extends Pick<ReadMarks, "charged" | "dueByDelivery"> {
  readonly orderIds: readonly string[]
  readonly always: boolean
}

/** What terms of payment ask of orders beside the rest: who each new one is of, and how far what falls due by that was delivered. */
function askedByTerms(
  rules: readonly TermsRule[],
  { orderIds, always, charged, dueByDelivery }: AskedOf,
): { fields: string[]; ofOrder: (id: string) => NonNullable<HistoryInput["read"]> } {
  const mayWait = rules.some(({ terms }) => terms.kind === "on_delivery")
  const ofOrder = (id: string): NonNullable<HistoryInput["read"]> => {
    const termsFacts = rules.length > 0 && !charged.has(id)
    return { termsFacts, deliveries: always || dueByDelivery.has(id) || (termsFacts && mayWait) }
  }
  const all = orderIds.map(ofOrder)
  const groups =
    all.some(({ termsFacts }) => termsFacts) && rules.some((rule) => rule.customerGroups !== null)
  return {
    fields: [
      ...(all.some(({ deliveries }) => deliveries) ? FULFILMENT_FIELDS : []),
      ...(groups ? CUSTOMER_GROUP_FIELDS : []),
    ],
    ofOrder,
  }
}

function hasRefund({ payment_collections: collections }: HostOrder): boolean {
  return present(collections).some(({ payments }) =>
    present(payments).some(({ refunds }) => present(refunds).length > 0),
  )
}

/** One order that the host itself cannot show fails the whole batch; halves find out which one it is. */
async function readOrders(
  container: MedusaContainer,
  orderIds: readonly string[],
  fields: string[],
): Promise<{ orders: HostOrder[]; failures: ReadFailure[] }> {
  try {
    const orders = await graph<HostOrder>(container, "order", {
      fields,
      filters: { id: [...orderIds] },
    })
    return { orders, failures: [] }
  } catch (error) {
    const [orderId, ...more] = orderIds
    if (orderId === undefined) throw error
    if (more.length === 0) return { orders: [], failures: [{ orderId, error }] }
    const middle = Math.ceil(orderIds.length / 2)
    const one = await readOrders(container, orderIds.slice(0, middle), fields)
    const other = await readOrders(container, orderIds.slice(middle), fields)
    return {
      orders: [...one.orders, ...other.orders],
      failures: [...one.failures, ...other.failures],
    }
  }
}

/** The last version the ledger holds, and each one missed since; none when it is up to date. */
async function readVersions(
  container: MedusaContainer,
  order: HostOrder,
  known: number,
): Promise<HostVersion[]> {
  const first = Math.max(known, 1)
  const missed = Array.from({ length: Math.max(order.version - first, 0) }, (_, index) => first + index)
  const versions: HostVersion[] = []
  for (const version of missed) {
    // oxlint-disable-next-line no-await-in-loop -- versions are few, and each costs the host as much as an order
    const [shown] = await graph<HostVersion>(container, "order", {
      fields: VERSION_FIELDS,
      filters: { id: order.id, version },
    })
    // The host answers with the current version number whichever version it shows.
    if (shown) versions.push({ ...shown, version })
  }
  return versions
}

async function readChanges(
  container: MedusaContainer,
  orders: readonly HostOrder[],
): Promise<HostOrderChange[]> {
  const changed = orders.filter((order) => order.version > 1).map((order) => order.id)
  if (changed.length === 0) return []
  return graph<HostOrderChange>(container, "order_change", {
    fields: [
      "order_id",
      "version",
      "change_type",
      "confirmed_at",
      "actions.id",
      "actions.action",
      "actions.reference_id",
    ],
    filters: {
      order_id: changed,
    },
  })
}
