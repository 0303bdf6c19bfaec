/** A process that does chunks of runs while it is told to, and may be killed at any moment. */
import { setTimeout as sleep } from "node:timers/promises"
import ReconciliationModuleService from "../../../src/modules/reconciliation/service"
import { connect } from "../../../bench/lib/database"
import { dying, type Fate } from "../../run-kills/dying"

export interface WorkerOrders {
  readonly url: string
  readonly fate: Fate
}

const NOTHING_WAITS = 200

process.once("message", ({ url, fate }: WorkerOrders) => {
  const pool = connect(url, 2)
  const { runs } = new ReconciliationModuleService(
    { __pg_connection__: dying(pool, fate) },
    { mirror: false },
  )
  const told = { toWork: false }
  const work = async (): Promise<void> => {
    while (told.toWork) {
      // oxlint-disable-next-line no-await-in-loop -- chunk after chunk
      const done = await runs.work(`worker ${process.pid}`)
      // oxlint-disable-next-line no-await-in-loop -- until somebody's lease runs out
      if (!done) await sleep(NOTHING_WAITS)
    }
    process.send?.("rests")
  }
  process.on("message", (word: "work" | "rest") => {
    told.toWork = word === "work"
    if (told.toWork) void work()
  })
  process.once("disconnect", () => process.exit())
  process.send?.("ready")
})
