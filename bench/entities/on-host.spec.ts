import { writeFileSync } from "node:fs"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { describeHost, type Host } from "../../integration-tests/setup/host"
import { ModelOrder } from "../../integration-tests/setup/model-shop"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { REPORT } from "../lib/on-host"
import type { Cost, EntitiesReport } from "./report"

const ALLOCATIONS = Number(process.env["ALLOCATIONS"] ?? 10_000)
const LINES = [6000n, 4000n, 3000n, 2000n, 1500n]
const RUNS = 5
const context = { actor: { type: "system", id: null }, cause: "bench" } as const

const FIELDS = ["id", "amount", "rule", "credit_item.id", "credit_item.kind", "credit_item.reference"]
const STATEMENT = `select a.id, a.amount, a.rule, c.id as credit_id, c.kind, c.reference
    from reconciliation_entity_allocation a
    join reconciliation_entity_open_item c on c.id = a.credit_item_id
   order by a.id limit ?`

interface Listed {
  id: string
  amount: string
}

async function fill(host: Host): Promise<void> {
  const ledger = ledgerOf(host.container())
  for (let number = 0; number < ALLOCATIONS / LINES.length; number += 1) {
    const order = new ModelOrder(`order_bench_${number}`, 2, {
      customerId: `cus_bench_${number % 500}`,
      currency: "eur",
      lines: LINES,
      giftCard: 0n,
      at: "2026-01-01T09:00:00.000Z",
    })
    order.capture("2026-01-02T09:00:00.000Z", 16_500n, 0)
    await ledger.orders.reconcile(order.read(0, "2026-02-01T09:00:00.000Z"), { context })
  }
  await host.sql("analyze")
}

/** The middle of several runs, after one that does not count. */
async function costOf(rows: number, read: () => Promise<unknown>): Promise<Cost> {
  await read()
  const taken: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now()
    await read()
    taken.push(performance.now() - begun)
  }
  return { rows, milliseconds: taken.toSorted((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0 }
}

describeHost((host) => {
  it("lists allocations by query.graph and by SQL", async () => {
    await fill(host)
    const query = host.container().resolve(ContainerRegistrationKeys.QUERY)
    const graph = async (take: number): Promise<Listed[]> => {
      const { data } = await query.graph({
        entity: "reconciliation_allocation",
        fields: FIELDS,
        pagination: { take, order: { id: "ASC" } },
      })
      return data
    }
    const sql = async (take: number): Promise<Listed[]> => host.sql<Listed>(STATEMENT, [take])
    const sizes = [ALLOCATIONS / 10, ALLOCATIONS]
    const report: { -readonly [Name in keyof EntitiesReport]: EntitiesReport[Name] } = {
      sql: [],
      graph: [],
      oneByOne: { rows: 0, milliseconds: 0 },
      different: 0,
    }
    for (const size of sizes) {
      report.sql = [...report.sql, await costOf(size, async () => sql(size))]
      report.graph = [...report.graph, await costOf(size, async () => graph(size))]
    }
    const orders = ALLOCATIONS / 10 / LINES.length
    report.oneByOne = await costOf(ALLOCATIONS / 10, async () => {
      for (let number = 0; number < orders; number += 1) {
        await query.graph({
          entity: "reconciliation_document",
          fields: FIELDS.map((field) => `allocations.${field}`),
          filters: { order_id: `order_bench_${number}` },
        })
      }
    })
    const byId = new Map((await sql(ALLOCATIONS)).map(({ id, amount }) => [id, amount]))
    const listed = await graph(ALLOCATIONS)
    report.different =
      listed.filter(({ id, amount }) => byId.get(id) !== amount).length + Math.abs(listed.length - byId.size)
    writeFileSync(process.env[REPORT] ?? "report.json", JSON.stringify(report))
  })
})
