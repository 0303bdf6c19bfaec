import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readHostSchema, TABLES } from "../../modules/reconciliation/ingest/reader/orders.sql"
import { OrderReader } from "../../modules/reconciliation/ingest/reader/order-reader"
import { KNOWN_HOSTS, Trust } from "../../modules/reconciliation/ingest/reader/trust"
import type { OrdersWanted, ReadOrders } from "../../modules/reconciliation/ingest/reader/wanted"
import { isBusy, isOfTheServer } from "../../modules/reconciliation/ledger/server-errors"
import type { OrderReaderView } from "../../types/http"
import { ledgerOf } from "../ledger-of"
import { readByGraph } from "./graph-orders"
import { versionOfPackage } from "./packages"
import { readByStatement } from "./statement-orders"

type Ledger = ReturnType<typeof ledgerOf>

/** One for each ledger: what was found of a host holds until it is started again. */
const trusts = new WeakMap<Ledger, Promise<Trust>>()

/**
 * Reads orders from the host: by one statement over its tables where that is known to answer as the host's own query
 * does, which costs a seventh, else by that query. One order that cannot be read leaves the others alone.
 */
export async function readOrders(container: MedusaContainer, wanted: OrdersWanted): Promise<ReadOrders> {
  const reader = new OrderReader(await trustOf(ledgerOf(container)), {
    byStatement: (orders) => readByStatement(container, orders),
    byGraph: (orders) => readByGraph(container, orders),
    warn: (text) => container.resolve(ContainerRegistrationKeys.LOGGER).warn(`reconciliation: ${text}`),
    isOfServer: (error) => isBusy(error) || isOfTheServer(error),
  })
  return reader.read(wanted)
}

/** How orders are read, and why so. */
export async function readerStatus(container: MedusaContainer): Promise<OrderReaderView> {
  return (await trustOf(ledgerOf(container))).status
}

async function trustOf(ledger: Ledger): Promise<Trust> {
  const known = trusts.get(ledger) ?? lookAtHost(ledger)
  trusts.set(ledger, known)
  try {
    return await known
  } catch (error) {
    // A database that does not answer now says nothing of its tables.
    trusts.delete(ledger)
    throw error
  }
}

async function lookAtHost(ledger: Ledger): Promise<Trust> {
  const [row] = await ledger.readHostTables<{ tables: number; digest: string | null }>({
    statement: readHostSchema,
    parameters: [TABLES],
  })
  const names = [...new Set(KNOWN_HOSTS.flatMap(({ packages }) => Object.keys(packages)))]
  const seen = {
    packages: Object.fromEntries(names.map((name) => [name, versionOfPackage(name)])),
    tables: row?.tables ?? 0,
    digest: row?.digest ?? "",
  }
  return new Trust(seen, { ...ledger.settings.orderReader, tablesWanted: TABLES.length })
}
