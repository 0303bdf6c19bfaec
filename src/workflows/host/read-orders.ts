import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_FIELDS, VERSION_FIELDS } from "../../modules/reconciliation/ingest/fields"
import { historyOf } from "../../modules/reconciliation/ingest/history"
import type { HostOrder, HostOrderChange, HostVersion } from "../../modules/reconciliation/ingest/host-order"
import type { DocumentHistory } from "../../modules/reconciliation/domain/document-state"
import { ledgerOf } from "../ledger-of"
import { digitsOfCurrencies } from "./currencies"
import { graph } from "./graph"

/** One order through query.graph costs three times what it does in a batch of a hundred. */
export const ORDERS_A_READ = 100

interface ReadOptions {
  /** See MoneyContext.settledBefore: only the sweep waits for rows to settle. */
  readonly settledBefore?: string | null
}

/**
 * Reads orders from the host in one batch and tells each one's history: the present, the versions the
 * ledger has not seen, and when each was confirmed. Orders the host does not have are left out.
 */
export async function readHistories(
  container: MedusaContainer,
  orderIds: readonly string[],
  { settledBefore = null }: ReadOptions = {},
): Promise<DocumentHistory[]> {
  const ledger = ledgerOf(container)
  const { now, hostVersions } = await ledger.readMarks(orderIds)
  const orders = await graph<HostOrder>(container, "order", {
    fields: ORDER_FIELDS,
    filters: { id: [...orderIds] },
  })
  const digits = await digitsOfCurrencies(
    container,
    orders.map((order) => order.currency_code),
  )
  const changes = await readChanges(container, orders)
  const { timeZone, moneyCreditLines } = ledger.settings
  return Promise.all(
    orders.map(async (order) =>
      historyOf({
        order,
        versions: await readVersions(container, order, hostVersions.get(order.id) ?? 0),
        changes: changes.filter((change) => change.order_id === order.id),
        digits: digits(order.currency_code),
        readAt: now,
        timeZone,
        moneyReferences: moneyCreditLines,
        settledBefore,
      }),
    ),
  )
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
    // Versions are few, and each costs the host as much as an order.
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
    fields: ["order_id", "version", "confirmed_at"],
    filters: {
      order_id: changed,
    },
  })
}
