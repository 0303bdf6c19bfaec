import { writeFileSync } from "node:fs"
import { describeHost, type Answer, type Host } from "../../integration-tests/setup/host"
import { REPORT } from "../../bench/lib/on-host"
import type { HostReport, RouteFound } from "./report"
import type { Call } from "./call"
import { Scenes } from "./scenes"

const AT_ONCE = Number(process.env["AT_ONCE"] ?? 20)
const LATER = 3

/** Everything that a request can leave behind, here and in the host. */
const EFFECTS = [
  "reconciliation_change",
  "reconciliation_open_item",
  "reconciliation_allocation",
  "reconciliation_instalment",
  "reconciliation_instalment_event",
  "reconciliation_write_off_request",
  "reconciliation_write_off_decision",
  "reconciliation_refund_choice",
  "reconciliation_mirror",
  "reconciliation_note",
  "reconciliation_attachment",
  "reconciliation_document_number",
  "reconciliation_run",
  "reconciliation_set_up",
  "reconciliation_setting",
  "reconciliation_check",
  "refund",
]

class Asking {
  requests = 0

  constructor(
    private readonly host: Host,
    private readonly admin: Record<string, string>,
  ) {}

  async send(
    route: string,
    { path, body, headers = {} }: Omit<Call, "other">,
    key: string,
  ): Promise<Answer<unknown>> {
    this.requests += 1
    const [method = "post"] = route.split(" ")
    return await this.host.request(method, `/admin/reconciliation/${path}`, {
      ...(body !== undefined && { body }),
      headers: { ...this.admin, ...headers, "idempotency-key": key },
    })
  }

  async effects(): Promise<Record<string, number>> {
    await this.host.settled()
    const counts = EFFECTS.map((table) => `(select count(*)::int from ${table}) as ${table}`)
    const [row] = await this.host.sql<Record<string, number>>(`select ${counts.join(", ")}`)
    return row ?? {}
  }

  /** What some work leaves behind, as text. */
  async leftBy(work: () => Promise<unknown>): Promise<string> {
    const before = await this.effects()
    await work()
    const after = await this.effects()
    return EFFECTS.map((table) => `${table} ${(after[table] ?? 0) - (before[table] ?? 0)}`)
      .filter((text) => !text.endsWith(" 0"))
      .join(", ")
  }
}

/** A receipt's number comes a moment after its money is committed: it may be missing from an answer, and never be another one. */
function areOthers(texts: ReadonlySet<string>): boolean {
  const unnumbered = new Set([...texts].map((text) => text.replaceAll(NUMBER, NOT_YET)))
  const numbered = [...texts].filter((text) => !text.includes(NOT_YET))
  return unnumbered.size > 1 || numbered.length > 1
}

const NUMBER = /"receipt_number":"[^"]*"/g
const NOT_YET = '"receipt_number":null'

async function tried(asking: Asking, route: string, scene: () => Promise<Call>): Promise<RouteFound> {
  const wrong: string[] = []
  const alone = await scene()
  const once = await asking.leftBy(async () => {
    const { status, body } = await asking.send(route, alone, `${route} alone`)
    if (status >= 300) wrong.push(`alone it is answered ${status} ${JSON.stringify(body)}`)
  })
  if (once === "" && !alone.movesOn) wrong.push("it leaves nothing behind that could be doubled")

  const call = await scene()
  const key = `${route} at once`
  const answers: Answer<unknown>[] = []
  const left = await asking.leftBy(async () => {
    answers.push(
      ...(await Promise.all(Array.from({ length: AT_ONCE }, async () => asking.send(route, call, key)))),
    )
  })
  if (left !== once) wrong.push(`${AT_ONCE} at once left ${left}, one left ${once}`)
  const again = await asking.leftBy(async () => {
    for (let time = 0; time < LATER; time += 1) answers.push(await asking.send(route, call, key))
  })
  if (again !== "") wrong.push(`sent again later it left ${again}`)
  const texts = new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))
  if (areOthers(texts))
    wrong.push(`${texts.size} answers: ${[...texts].map((text) => text.slice(0, 2_000)).join("\n  ")}`)

  const { path, body, headers, other } = call
  const refused = await asking.send(
    route,
    { path: other.path ?? path, body: other.body ?? body, ...(headers && { headers }) },
    key,
  )
  const { code } = refused.body as { code?: string }
  if (refused.status !== 409 || code !== "idempotency_key_reused")
    wrong.push(`another content is answered ${refused.status} ${JSON.stringify(refused.body)}`)
  return { route, wrong }
}

describeHost((host) => {
  it("does what is asked for once for each key, and answers alike", async () => {
    const scenes = await Scenes.open(host)
    const asking = new Asking(host, scenes.admin)
    const routes: RouteFound[] = []
    for (const [route, scene] of Object.entries(scenes.all)) routes.push(await tried(asking, route, scene))
    const payment = await scenes.all["post payments"]?.()
    const before = await asking.effects()
    if (payment)
      await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, index) =>
          asking.send("post payments", payment, `key ${index}`),
        ),
      )
    const after = await asking.effects()
    const name = "reconciliation_open_item"
    const report: HostReport = {
      routes,
      requests: asking.requests,
      control: (after[name] ?? 0) - (before[name] ?? 0),
    }
    const file = process.env[REPORT]
    if (file) writeFileSync(file, JSON.stringify(report))
    expect(routes.flatMap(({ wrong }) => wrong)).toEqual([])
  }, 1_800_000)
})
