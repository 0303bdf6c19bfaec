import { writeFileSync } from "node:fs"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { violationsIn } from "../../integration-tests/setup/audit"
import { describeHost, type Host } from "../../integration-tests/setup/host"
import { REPORT } from "../../bench/lib/on-host"
import { faultsOf } from "./judge"
import { learn, type Pool } from "./pool"
import { requestOf, type RandomRequest } from "./request"
import { Client } from "./send"
import { stock } from "./shop"
import type { RoutesReport, Tally } from "./routes"

/** Enough that each route is asked rightly several times. */
const CONTROLS = 1_000
const REQUESTS = Number(process.env["ROUTES_REQUESTS"] ?? 300)
const SEED = Number(process.env["ROUTES_SEED"] ?? 1)
/** From which request on; one by itself is sent again with ROUTES_FIRST and ROUTES_REQUESTS=1. */
const FIRST = Number(process.env["ROUTES_FIRST"] ?? 0)
const ABREAST = 8
/** Faults that are kept in full. */
const SHOWN = 40

/** Sends requests abreast and judges every answer. */
async function bombard(pool: Pool, client: Client, range: { first: number; count: number }): Promise<Tally> {
  const tally: Tally = { sent: 0, statuses: {}, kinds: {}, codes: {}, routes: {}, faults: 0, shown: [] }
  let next = range.first
  const count = (counts: Record<string, number>, name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  const blame = (request: RandomRequest, what: string): void => {
    tally.faults += 1
    const { number, method, path, headers, body } = request
    const told = { ...headers, ...(headers["authorization"] && { authorization: "…" }) }
    if (tally.shown.length < SHOWN)
      tally.shown.push(
        `seed ${SEED} request ${number}: ${what}\n  ${method} ${path.slice(0, 300)} ${JSON.stringify(told).slice(0, 300)} ${(body ?? "").slice(0, 400)}`,
      )
  }
  const worker = async (): Promise<void> => {
    while (next < range.first + range.count) {
      const request = requestOf(SEED, next, pool)
      next += 1
      try {
        const answer = await client.send(request)
        for (const fault of faultsOf(request, answer))
          blame(request, `${fault}: ${answer.text.slice(0, 300)}`)
        learn(pool, answer.text)
        count(tally.statuses, String(answer.status))
        count(tally.kinds, `${request.kind} ${answer.status < 300 ? "done" : "refused"}`)
        const [, code] = /"code":"([a-z_]+)"/.exec(answer.status < 300 ? "" : answer.text) ?? []
        if (code !== undefined) count(tally.codes, code)
        if (answer.status < 300)
          count(
            tally.routes,
            `${request.method} ${request.operation.path.replace("/admin/reconciliation/", "")}`,
          )
      } catch (error) {
        blame(request, `no answer: ${String(error)}`)
      }
      tally.sent += 1
    }
  }
  await Promise.all(Array.from({ length: ABREAST }, worker))
  return tally
}

async function audit(host: Host): Promise<string[]> {
  const accounts = await host.sql<{ id: string }>("select id::text from reconciliation_account order by id")
  const violations: string[] = []
  for (const { id } of accounts) violations.push(...(await violationsIn(host, id)))
  return violations
}

/** The control: a route that breaks as a careless one would, with its statement in the message. */
function plantBreak(host: Host): () => void {
  const ledger = ledgerOf(host.container())
  ledger.openItems.list = () => Promise.reject(new Error("select * from reconciliation_open_item"))
  return () => {
    Reflect.deleteProperty(ledger.openItems, "list")
  }
}

describeHost((host) => {
  it("answers whatever is asked without breaking, and the ledger stands", async () => {
    const pool = await stock(host)
    const client = new Client(host.address(), ABREAST)
    const started = Date.now()
    const tally = await bombard(pool, client, { first: FIRST, count: REQUESTS })
    const seconds = (Date.now() - started) / 1000
    await host.settled()
    const violations = await audit(host)
    const repair = plantBreak(host)
    const control = await bombard(pool, client, { first: FIRST, count: CONTROLS })
    repair()
    client.close()
    const report: RoutesReport = {
      seed: SEED,
      seconds,
      tally,
      violations,
      control: control.faults,
      controlShown: control.shown.slice(0, 2),
    }
    const file = process.env[REPORT]
    if (file) writeFileSync(file, JSON.stringify(report))
    expect([...tally.shown, ...violations.slice(0, 10)]).toEqual([])
    expect(control.faults).toBeGreaterThan(0)
  }, 7_200_000)
})
