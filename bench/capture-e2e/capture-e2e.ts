import path from "node:path"
import { MortalHost } from "../../proofs/crash/points/host"
import { openDatabase } from "../lib/database"
import { measureInHost } from "../lib/host-process"
import type { Outcome, Setting, Task } from "../lib/task"
import type { Order } from "./process"
import type { Measured, Sizes } from "./sizes"

const COST = 0.6
const LATENCY = 2
const CHECKOUT = 1.2
/** Milliseconds that the first event of a batch waits for others; see TICK_MILLISECONDS of the coalescer. */
const WINDOW = 5
const FULL: Sizes = { orders: 1_000, rounds: 5, control: 50, paced: 300, pairs: 200 }

/** From what a real host's bus tells of a capture to the committed allocation, and what a checkout costs more. */
export const captureE2e: Task = {
  name: "capture-e2e",
  goal:
    `event to committed allocation in a real host: CPU of an order in a burst of 1,000 at most ${COST} times a batched ` +
    `query.graph and a posting, p95 at 5 a second at most the window and ${LATENCY} times that, none lost; a checkout ` +
    `with the plugin at most ${CHECKOUT} times one without (200 pairs; small: milliseconds are only shown)`,
  small: { scale: 0.05, trials: 1 },
  run: async (setting) => {
    const server = await setting.server()
    const database = await openDatabase(server, 1)
    try {
      const host = new MortalHost(database)
      await host.migrate()
      const order: Order = {
        server: { url: server.url, pid: server.pid },
        database: database.url,
        sizes: sizesOf(setting.scale),
      }
      const measured = await measureInHost<Measured>(path.join(__dirname, "process.ts"), {
        order,
        database: database.url,
        say: setting.say,
      })
      return outcomeOf(measured, setting)
    } finally {
      await database.drop()
    }
  },
}

function sizesOf(scale: number): Sizes {
  const scaled = (full: number, least: number): number =>
    Math.max(least, Math.round(full * Math.min(scale, 1)))
  return {
    orders: scaled(FULL.orders, 50),
    rounds: scaled(FULL.rounds, 3),
    control: scaled(FULL.control, 10),
    paced: scaled(FULL.paced, 15),
    pairs: scaled(FULL.pairs, 5),
  }
}

function outcomeOf(measured: Measured, { scale, say }: Setting): Outcome {
  const { burst, pace, checkouts } = measured
  const limit = WINDOW + LATENCY * pace.floorP50
  const holds =
    burst.ratio <= COST &&
    burst.control > COST &&
    // A few moments of a machine that does other work too say nothing of milliseconds.
    (scale < 1 || (pace.p95 <= limit && checkouts.ratio <= CHECKOUT)) &&
    burst.lost + pace.lost === 0
  say(`latency at 5 a second: p95 ${pace.p95} ms, limit ${limit} ms`)
  return { holds, full: scale >= 1, figures: { ...measured } }
}
