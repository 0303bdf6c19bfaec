import { isMutating, OPERATIONS } from "../../src/api/lib/operations"
import { runOnHost } from "../../bench/lib/on-host"
import type { Outcome, Setting, Task } from "../../bench/lib/task"
import type { HostReport } from "./report"

const AT_ONCE = 20
const FEWEST = 4

/** Every route that changes something, sent the same request under one key many times at once. */
export const idempotency: Task = {
  name: "idempotency",
  goal: `every mutating route: the same key ${AT_ONCE} times at once is one effect and one answer, another content is refused`,
  small: { scale: 0.3, trials: 1 },
  run: prove,
}

async function prove({ scale, say, server }: Setting): Promise<Outcome> {
  const atOnce = Math.max(FEWEST, Math.round(AT_ONCE * scale))
  const report = await runOnHost<HostReport>(await server(), __dirname, { AT_ONCE: String(atOnce) })
  const tried = new Set(report.routes.map(({ route }) => route))
  const untried = OPERATIONS.filter(isMutating)
    .map(({ method, path }) => `${method} ${path.replace("/admin/reconciliation/", "")}`)
    .filter((route) => !tried.has(route))
  const wrong = report.routes.flatMap((one) => one.wrong.map((text) => `${one.route}: ${text}`))
  for (const text of wrong.slice(0, 20)) say(text)
  if (untried.length > 0) say(`NOT TRIED: ${untried.join(", ")}`)
  say(`${report.routes.length} routes, ${report.requests} requests: ${wrong.length} wrong`)
  say(`control, ${atOnce} keys for one payment: ${report.control} payments`)
  return {
    holds:
      wrong.length === 0 && untried.length === 0 && report.routes.length > 0 && report.control === atOnce,
    full: atOnce >= AT_ONCE,
    figures: { routes: report.routes.length, requests: report.requests, wrong, control: report.control },
  }
}
