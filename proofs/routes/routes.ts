import { runOnHost } from "../../bench/lib/on-host"
import type { Outcome, Setting, Task } from "../../bench/lib/task"

const REQUESTS = 100_000

export interface Tally {
  sent: number
  readonly statuses: Record<string, number>
  readonly kinds: Record<string, number>
  readonly codes: Record<string, number>
  /** Routes that did what was asked. */
  readonly routes: Record<string, number>
  faults: number
  /** The first of the faults, with seed and request. */
  readonly shown: string[]
}

export interface RoutesReport {
  readonly seed: number
  readonly seconds: number
  readonly tally: Tally
  /** Rules that the ledger breaks afterwards. */
  readonly violations: readonly string[]
  /** Faults found with a route that breaks. */
  readonly control: number
  readonly controlShown: readonly string[]
}

/** Requests made at random from the routes' own schemas, against a real host with real orders. */
export const routes: Task = {
  name: "routes",
  apart: true,
  goal: "100,000 random requests made from the schemas: no 5xx, no stack trace, every refusal with a way out",
  small: { scale: 0.015, trials: 1 },
  run: prove,
}

async function prove({ scale, say, server }: Setting): Promise<Outcome> {
  const requests = Math.max(300, Math.round(REQUESTS * scale))
  const seed = Number(process.env["ROUTES_SEED"] ?? Date.now() % 1_000_000)
  say(`seed ${seed} (ROUTES_SEED=${seed} sends the same requests again)`)
  const report = await runOnHost<RoutesReport>(await server(), __dirname, {
    ROUTES_REQUESTS: String(requests),
    ROUTES_SEED: String(seed),
  })
  const { tally, violations, control, seconds } = report
  for (const text of [...tally.shown.slice(0, 20), ...violations.slice(0, 5)]) say(text)
  say(`${tally.sent} requests in ${seconds.toFixed(1)} s, ${Math.round(tally.sent / seconds)} a second`)
  say(`answers ${JSON.stringify(tally.statuses)}; ${JSON.stringify(tally.kinds)}`)
  say(
    `${Object.keys(tally.codes).length} codes of refusal; ${Object.keys(tally.routes).length} routes did what was asked`,
  )
  say(`${tally.faults} faults, ${violations.length} rules of the ledger broken`)
  say(
    `control, a route that breaks: ${control} faults, ${control > 0 ? "it fails, as it must" : "IT DOES NOT FAIL AS IT MUST"}`,
  )
  return {
    holds: tally.sent === requests && tally.faults + violations.length === 0 && control > 0,
    full: requests >= REQUESTS,
    figures: { ...report, perSecond: tally.sent / seconds },
  }
}
