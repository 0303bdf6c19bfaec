import path from "node:path"
import { MortalHost } from "../../proofs/crash/points/host"
import { openDatabase } from "../lib/database"
import { measureInHost } from "../lib/host-process"
import type { Outcome, Setting, Task } from "../lib/task"
import type { Filled, Order } from "./process"

const ORDERS = 10_000
const GOAL = 0.5
/** So few orders are mostly what is done once: it looks for orders that are read or posted one by one, which take three times. */
const SMALL_GOAL = 1

/** A back-fill of a large shop's old orders, against reading the same orders as the host reads them. */
export const backfill: Task = {
  name: "backfill",
  goal: `a back-fill of ${ORDERS} host orders of five lines: CPU at most ${GOAL} times reading them in batches of a hundred by query.graph, the rows that events would have left (small: ${SMALL_GOAL})`,
  small: { scale: 0.03, trials: 1 },
  run: async (setting) => {
    const server = await setting.server()
    const database = await openDatabase(server, 1)
    try {
      await new MortalHost(database).migrate()
      const order: Order = {
        server: { url: server.url, pid: server.pid },
        database: database.url,
        orders: Math.max(200, Math.round(ORDERS * setting.scale)),
        rounds: setting.trials ?? 3,
      }
      const { url } = database
      const file = path.join(__dirname, "process.ts")
      return outcomeOf(await measureInHost<Filled>(file, { order, database: url, say: setting.say }), setting)
    } finally {
      await database.drop()
    }
  },
}

function outcomeOf(filled: Filled, { scale, say }: Setting): Outcome {
  const goal = scale >= 1 ? GOAL : SMALL_GOAL
  say(
    `ours ${filled.ours} ms of CPU an order, reading alone ${filled.floor}: ${filled.ratio}; its undo ${filled.undo} ms; ` +
      `control, read by query.graph and each posted by itself: ${filled.control}, ${filled.control > goal ? "misses" : "REACHES THE GOAL"}`,
  )
  if (filled.other > 0) say(`${filled.other} ORDERS STAND OTHERWISE THAN BY EVENTS`)
  return {
    holds: filled.ratio <= goal && filled.control > goal && filled.other === 0,
    full: scale >= 1,
    figures: { ...filled },
  }
}
