import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { createLedger, openDatabase, type OwnDatabase } from "../../bench/lib/database"
import { runOnHost } from "../../bench/lib/on-host"
import type { Outcome, Setting, Task } from "../../bench/lib/task"
import { runWriters, type Report } from "../one-payment/writers"
import type { HostReport } from "./report"
import { createUnlocked, ORDER, type MatrixWay } from "./saves"
import { LINES, matrixOrder, PAYMENTS } from "./shop"
import { isExact, standingOf, type Standing } from "./standing"

const WRITERS = 32
const SAVES = 5
const PROCESSES = 4
const PAIRS = 1000
const CONTEXT = { actor: { type: "system", id: null }, cause: "order.placed" } as const

/**
 * Many save random cells of one matrix at once, over HTTP and in several processes through the service; then two at a
 * time save different cells of one version over HTTP.
 */
export const matrixWriters: Task = {
  name: "matrix-writers",
  goal: `${WRITERS} writers × ${SAVES} on a matrix of ${PAYMENTS} × ${LINES} over HTTP: 0 deadlocks, 0 drift; of two from one version one wins, ${PAIRS} times`,
  small: { scale: 0.05, trials: 1 },
  run: async (setting) => {
    const server = await setting.server()
    const database = await openDatabase(server, 8)
    try {
      const service = await throughService(setting, database)
      const host = await overHttp(setting, server)
      return {
        holds: service.holds && host.holds,
        full: service.full && host.full,
        figures: { writers: WRITERS, overHttp: host.figures, throughService: service.figures },
      }
    } finally {
      await database.drop()
    }
  },
}

async function overHttp(
  { scale, trials = SAVES, say }: Setting,
  server: Awaited<ReturnType<Setting["server"]>>,
): Promise<Outcome> {
  const wanted = Math.max(10, Math.round(PAIRS * scale))
  const report = await runOnHost<HostReport>(server, __dirname, {
    MATRIX_WRITERS: String(WRITERS),
    MATRIX_SAVES: String(trials),
    MATRIX_PAIRS: String(wanted),
  })
  const { saved, held, pairs, after } = report
  say(
    `over HTTP: ${saved.done} of ${saved.saves} saves done in ${saved.seconds.toFixed(1)} s and ${saved.requests} requests, refused ${JSON.stringify(saved.refused)}; ${held.edits} edits in the journal`,
  )
  say(
    `two from one version, ${pairs.trials} times: ${pairs.oneWon} times one won, ${pairs.told} times the other was told what changed`,
  )
  sayWrong(say, after)
  const paired = pairs.trials === wanted && pairs.oneWon === wanted && pairs.told === wanted
  return {
    holds: isExact(saved, held) && paired && after.drifted + after.taxes + after.deadlocks === 0,
    full: trials >= SAVES && pairs.trials >= PAIRS,
    figures: { ...report },
  }
}

/** Several processes at once, which one host's are not, and the negative control: the same without the lock. */
async function throughService({ trials = SAVES, say }: Setting, database: OwnDatabase): Promise<Outcome> {
  await createLedger(database.knex)
  const service = new ReconciliationModuleService({ __pg_connection__: database.knex })
  await service.orders.reconcile(matrixOrder(ORDER), { context: CONTEXT })
  const saves = WRITERS * trials
  const run = async (way: MatrixWay): Promise<Report> =>
    await runWriters(
      Array.from({ length: PROCESSES }, (_, index) => ({
        url: database.url,
        way,
        writers: WRITERS / PROCESSES,
        attempts: trials,
        first: (index * saves) / PROCESSES,
      })),
    )
  const started = Date.now()
  const ledger = await run("matrix")
  const seconds = (Date.now() - started) / 1000
  const held = await database.row<Standing>(standingOf(ORDER))
  say(
    `${PROCESSES} processes: ${ledger.done} of ${saves} saves done in ${seconds.toFixed(1)} s, refused ${JSON.stringify(ledger.refused)}; ${held.edits} edits in the journal`,
  )
  sayWrong(say, held)
  await createUnlocked(database.knex)
  await run("matrix_unlocked")
  const control = await database.row<Control>(controlStanding)
  const failed = control.deadlocks > held.deadlocks || control.drifted > 0
  say(
    `control, row locks as they come: ${control.deadlocks - held.deadlocks} deadlocks, ${control.drifted} wrong counters${failed ? "" : ", DID NOT FAIL"}`,
  )
  return {
    holds: isExact(ledger, held) && failed,
    full: trials >= SAVES,
    figures: { saves, ledger, held, control },
  }
}

function sayWrong(say: Setting["say"], { drifted, taxes, deadlocks }: Standing): void {
  say(`${drifted} wrong counters, ${taxes} wrong taxes, ${deadlocks} deadlocks`)
}

interface Control {
  readonly drifted: number
  readonly deadlocks: number
}

const controlStanding = `
  select (select count(*)::int from unlocked_item i
           where i.id >= 8 and i.allocated <> (select coalesce(sum(a.amount), 0) from unlocked_allocation a where a.debit = i.id)
         ) as drifted,
    (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`
