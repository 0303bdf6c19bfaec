import { writeFileSync } from "node:fs"
import { REPORT } from "../../bench/lib/on-host"
import { median, rounded } from "../../bench/lib/figures"
import { describeHost } from "../../integration-tests/setup/host"
import { writeRandomOrders } from "../../integration-tests/setup/random-orders"
import type { ReadOrder } from "../../src/modules/reconciliation/ingest/host-order"
import { firstDifference } from "../../src/modules/reconciliation/ingest/reader/difference"
import type { OrdersWanted } from "../../src/modules/reconciliation/ingest/reader/wanted"
import { readByGraph } from "../../src/workflows/host/graph-orders"
import { readByStatement } from "../../src/workflows/host/statement-orders"
import type { Batch, HostReport } from "./report"

const ORDERS = Number(process.env["ORDERS"] ?? 100)
const SEED = Number(process.env["SEED"] ?? 1)
const BATCH = 100
const ROUNDS = 5

const wantedOf = (orderIds: readonly string[]): OrdersWanted => ({
  orderIds,
  hostVersions: new Map(),
  metadata: true,
})

describeHost((host) => {
  it("is read alike in both ways", async () => {
    const container = host.container()
    const ids = await writeRandomOrders(host, ORDERS, SEED)
    const differences: string[] = []
    const control = { altered: 0, found: 0 }
    let versions = 0
    for (let from = 0; from < ids.length; from += BATCH) {
      const wanted = wantedOf(ids.slice(from, from + BATCH))
      const [graph, rows] = [await readByGraph(container, wanted), await readByStatement(container, wanted)]
      const byId = new Map(rows.orders.map((read) => [read.order.id, read]))
      if (graph.orders.length !== wanted.orderIds.length)
        differences.push("the host did not show every order")
      for (const read of graph.orders) {
        const other = byId.get(read.order.id)
        const path = other ? firstDifference(read, other) : "not read"
        if (path !== null) differences.push(`${read.order.id}: ${path}`)
        versions += read.versions.length + 1
        if (!other) continue
        control.altered += 1
        if (firstDifference(read, altered(other)) !== null) control.found += 1
      }
    }
    const batches = [await timed(ids.slice(0, 1)), await timed(ids.slice(0, BATCH))]
    const report: HostReport = { orders: ids.length, versions, differences, control, batches }
    const file = process.env[REPORT]
    if (file) writeFileSync(file, JSON.stringify(report))
    expect(differences).toEqual([])
  }, 1_800_000)

  /** Both ways in turn, without old versions, as events ask. */
  async function timed(ids: readonly string[]): Promise<Batch> {
    const wanted = { ...wantedOf(ids), hostVersions: new Map(ids.map((id) => [id, 99])), metadata: false }
    const took: { graph: number[]; statement: number[] } = { graph: [], statement: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      took.graph.push(await cpuOf(async () => readByGraph(host.container(), wanted)))
      took.statement.push(await cpuOf(async () => readByStatement(host.container(), wanted)))
    }
    const each = (all: readonly number[]): number => rounded(median(all) / ids.length)
    return { size: ids.length, graph: each(took.graph), statement: each(took.statement) }
  }
})

/** The same order with a digit more in one line's total. */
function altered({ order, ...read }: ReadOrder): ReadOrder {
  const [first, ...others] = order.items ?? []
  const total = String(first?.raw_total?.value ?? "0")
  return {
    ...read,
    order: { ...order, items: first ? [{ ...first, raw_total: { value: `${total}1` } }, ...others] : [] },
  }
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
