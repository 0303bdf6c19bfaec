import type { MedusaContainer } from "@medusajs/framework/types"
import { firstDifference } from "../../src/modules/reconciliation/ingest/reader/difference"
import { readByGraph } from "../../src/workflows/host/graph-orders"
import { readerStatus } from "../../src/workflows/host/order-reader"
import { readByStatement } from "../../src/workflows/host/statement-orders"

interface Connection {
  raw: (statement: string, values: readonly unknown[]) => Promise<{ rows: unknown[] }>
}

/** A test that places more is of many orders alike. */
const ORDERS = 12

/**
 * Where the reader's answer and the host's own differ in what a test left behind: each order with all of its versions.
 * Empty when they are equal, and the reader is in use.
 */
export async function readerDifferences(
  container: MedusaContainer,
  connection: Connection,
): Promise<string[]> {
  const { rows } = await connection.raw(
    `select id from "order" where deleted_at is null order by created_at desc limit ${ORDERS}`,
    [],
  )
  const wanted = {
    orderIds: (rows as { id: string }[]).map(({ id }) => id),
    hostVersions: new Map<string, number>(),
    metadata: true,
  }
  if (wanted.orderIds.length === 0) return []
  const { state, reason, detail } = await readerStatus(container)
  const [graph, reader] = [await readByGraph(container, wanted), await readByStatement(container, wanted)]
  const ofReader = new Map(reader.orders.map((read) => [read.order.id, read]))
  const differences = graph.orders.flatMap((read) => {
    const other = ofReader.get(read.order.id)
    const path = other ? firstDifference(read, other) : "not read"
    return path === null ? [] : [`${read.order.id}: ${path}`]
  })
  return [...(state === "on" ? [] : [`the reader is ${state}: ${reason} ${detail ?? ""}`]), ...differences]
}
