import { runOnHost } from "../../bench/lib/on-host"
import type { Outcome, Setting, Task } from "../../bench/lib/task"
import type { HostReport } from "./report"

const ORDERS = 1_000
/** How much cheaper a batch of a hundred must be in Node; below that it is not worth its guards. */
const CHEAPER = 3

/** Orders as no shop has them, read by one statement and by the host's own query. */
export const reader: Task = {
  name: "reader",
  goal: `${ORDERS} random orders with all their versions are read by one statement as by query.graph, to the last digit, at ${CHEAPER} times less CPU`,
  small: { scale: 0.2, trials: 1 },
  run: prove,
}

async function prove({ scale, say, server }: Setting): Promise<Outcome> {
  const orders = Math.max(100, Math.round(ORDERS * scale))
  const report = await runOnHost<HostReport>(await server(), __dirname, { ORDERS: String(orders) })
  for (const text of report.differences.slice(0, 20)) say(text)
  say(`${report.orders} orders, ${report.versions} versions: ${report.differences.length} different`)
  say(`control: an altered amount was found in ${report.control.found} of ${report.control.altered}`)
  for (const { size, graph, statement } of report.batches)
    say(`batch of ${size}: ${graph} ms of Node's CPU an order by query.graph, ${statement} by the statement`)
  const batch = report.batches.at(-1)
  return {
    holds:
      report.differences.length === 0 &&
      report.versions > report.orders &&
      report.control.altered === report.orders &&
      report.control.found === report.control.altered &&
      batch !== undefined &&
      batch.graph >= CHEAPER * batch.statement,
    full: report.orders >= ORDERS,
    figures: { ...report },
  }
}
