import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_GROUP_FIELDS, FULFILMENT_FIELDS } from "../../modules/reconciliation/ingest/fields"
import { historyOfGone } from "../../modules/reconciliation/ingest/gone-order"
import { historyOf, type HistoryInput, type OrderHistory } from "../../modules/reconciliation/ingest/history"
import { present, type HostOrder } from "../../modules/reconciliation/ingest/host-order"
import type { ReadFailure } from "../../modules/reconciliation/ingest/reader/wanted"
import type { TermsRule } from "../../modules/reconciliation/domain/terms/terms-rule"
import type { ReadMarks } from "../../modules/reconciliation/facets/orders"
import { mirrorsIn, withoutMirrors } from "../../modules/reconciliation/ingest/mirrored-money"
import { before } from "../../modules/reconciliation/ingest/captures-and-refunds"
import { withRefund, type RefundToBe } from "../../modules/reconciliation/ingest/refund-to-be"
import { ledgerOf } from "../ledger-of"
import { digitsOfCurrencies } from "./currencies"
import { graph } from "./graph"
import { readOrders } from "./order-reader"
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
  /** Tells each order from its beginning, whatever the ledger has read of it. */
  readonly fromBeginning?: boolean
  /** How the host is asked; to compare ways. */
  readonly by?: typeof readOrders
}

export interface OrdersRead {
  readonly histories: OrderHistory[]
  readonly failures: ReadFailure[]
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
  {
    settledBefore = null,
    refundToBe,
    deliveries = false,
    fromBeginning = false,
    by = readOrders,
  }: ReadOptions = {},
): Promise<OrdersRead> {
  const ledger = ledgerOf(container)
  const begun = performance.now()
  const marks = await ledger.orders.readMarks(orderIds)
  const { now, charged } = marks
  const hostVersions = fromBeginning ? new Map<string, number>() : marks.hostVersions
  const asked = askedByTerms(ledger.settings.paymentTerms, { orderIds, always: deliveries, ...marks })
  const { timeZone, moneyCreditLines, paymentMethods, deposits, documentNumberKey } = ledger.settings
  const wanted = { orderIds, hostVersions, metadata: documentNumberKey !== null }
  const { orders: found, failures: unread } = await by(container, wanted)
  const shown = await withTerms(
    container,
    found.map(({ order }) => order),
    asked,
  )
  // The clock is the database's; what went by since is counted here, from before it was asked, and rounded up.
  const readUntil = before(now, -Math.ceil(performance.now() - begun) - 1)
  const known = await ledger.mirrors.known(mirrorsIn(shown))
  const own = new Map(shown.map((order) => [order.id, withoutMirrors(order, { known, readAt: now })]))
  const orders = [...own.values()].map(({ order }) => order)
  const currencies = orders.map((order) => order.currency_code)
  const digits = await digitsOfCurrencies(container, currencies)
  const choices = await choicesFor(ledger, orders)
  const fresh = deposits.length === 0 ? [] : orders.filter(({ id }) => !charged.has(id))
  const products = await productsOfLines(container, fresh)
  const read = new Map(found.map((one) => [one.order.id, one]))
  const histories: OrderHistory[] = []
  const failures = [...unread]
  for (const order of orders) {
    try {
      const { versions = [], changes = [] } = read.get(order.id) ?? {}
      const { problems = [], heldBack = [] } = own.get(order.id) ?? {}
      const input: HistoryInput = {
        order,
        versions,
        changes,
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
      const history = historyOf(refundToBe ? withRefund(input, refundToBe) : input)
      histories.push({ ...history, products, settings: marks.settings })
    } catch (error) {
      failures.push({ orderId: order.id, error })
    }
  }
  const told = new Set([...read.keys(), ...failures.map(({ orderId }) => orderId)])
  const gone = await ledger.orders.readKnown(orderIds.filter((id) => !told.has(id)))
  histories.push(...gone.map((order) => historyOfGone(order, { readAt: now, timeZone })))
  return { histories, failures }
}

interface AskedOf extends Pick<ReadMarks, "charged" | "dueByDelivery"> {
  readonly orderIds: readonly string[]
  readonly always: boolean
}

interface Asked {
  readonly fields: readonly string[]
  readonly ofOrder: (id: string) => NonNullable<HistoryInput["read"]>
}

/** What terms of payment ask of orders beside the rest: who each new one is of, and how far what falls due by that was delivered. */
function askedByTerms(
  rules: readonly TermsRule[],
  { orderIds, always, charged, dueByDelivery }: AskedOf,
): Asked {
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

/** Adds what terms ask of orders, which stands in the tables of other modules: the host's own query joins it. */
async function withTerms(
  container: MedusaContainer,
  orders: readonly HostOrder[],
  { fields, ofOrder }: Asked,
): Promise<HostOrder[]> {
  const asking = orders.filter(({ id }) => {
    const { termsFacts, deliveries } = ofOrder(id)
    return termsFacts || deliveries
  })
  if (fields.length === 0 || asking.length === 0) return [...orders]
  const rows = await graph<HostOrder>(container, "order", {
    fields: ["id", "items.id", ...fields],
    filters: { id: asking.map(({ id }) => id) },
  })
  const found = new Map(rows.map((row) => [row.id, row]))
  return orders.map((order) => {
    const more = found.get(order.id)
    return more ? joined(order, more) : order
  })
}

function joined(order: HostOrder, { fulfillments, customer, items }: HostOrder): HostOrder {
  const variants = new Map(present(items).map(({ id, variant }) => [id, variant]))
  return {
    ...order,
    ...(fulfillments !== undefined && { fulfillments }),
    ...(customer !== undefined && { customer }),
    items: present(order.items).map((line) => ({ ...line, variant: variants.get(line.id) ?? null })),
  }
}

type Ledger = ReturnType<typeof ledgerOf>

/** Which lines people chose for refunds of these orders. */
async function choicesFor(
  ledger: Ledger,
  orders: readonly HostOrder[],
): Promise<Awaited<ReturnType<Ledger["refunds"]["list"]>>> {
  const refunded = orders.filter(hasRefund).map(({ id }) => id)
  return refunded.length === 0 ? [] : await ledger.refunds.list(refunded)
}

function hasRefund({ payment_collections: collections }: HostOrder): boolean {
  return present(collections).some(({ payments }) =>
    present(payments).some(({ refunds }) => present(refunds).length > 0),
  )
}
