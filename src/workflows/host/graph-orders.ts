import type { MedusaContainer } from "@medusajs/framework/types"
import { METADATA_FIELDS, ORDER_FIELDS, VERSION_FIELDS } from "../../modules/reconciliation/ingest/fields"
import type {
  HostOrder,
  HostOrderChange,
  HostVersion,
  ReadOrder,
} from "../../modules/reconciliation/ingest/host-order"
import type { OrdersWanted, ReadFailure, ReadOrders } from "../../modules/reconciliation/ingest/reader/wanted"
import { graph } from "./graph"

/** Reads orders as the host's own query answers them. One that cannot be read leaves the others alone. */
export async function readByGraph(container: MedusaContainer, wanted: OrdersWanted): Promise<ReadOrders> {
  const fields = [...ORDER_FIELDS, ...(wanted.metadata ? METADATA_FIELDS : [])]
  const { orders: shown, failures } = await readPresent(container, wanted.orderIds, fields)
  const changes = await readChanges(container, shown)
  const orders: ReadOrder[] = []
  for (const order of shown) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a hundred orders at once would take every connection of the host
      const versions = await readVersions(container, order, wanted.hostVersions.get(order.id) ?? 0)
      orders.push({ order, versions, changes: changes.filter((change) => change.order_id === order.id) })
    } catch (error) {
      failures.push({ orderId: order.id, error })
    }
  }
  return { orders, failures }
}

/** One order that the host itself cannot show fails the whole batch; halves find out which one it is. */
async function readPresent(
  container: MedusaContainer,
  orderIds: readonly string[],
  fields: readonly string[],
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
    const one = await readPresent(container, orderIds.slice(0, middle), fields)
    const other = await readPresent(container, orderIds.slice(middle), fields)
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
