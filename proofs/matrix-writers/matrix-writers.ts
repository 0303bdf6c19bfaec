import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { createLedger, openDatabase, type OwnDatabase } from "../../bench/lib/database"
import type { Outcome, Setting, Task } from "../../bench/lib/task"
import { runWriters, type Report } from "../one-payment/writers"
import { createUnlocked, ORDER, textOf, type MatrixWay } from "./saves"
import { LINES, matrixOrder, matrixReader, PAYMENTS } from "./shop"

const WRITERS = 32
const SAVES = 5
const PROCESSES = 4
const PAIRS = 1000
const CONTEXT = { actor: { type: "system", id: null }, cause: "order.placed" } as const

/** Many save random cells of one matrix at once; then two at a time save different edits of one version. */
export const matrixWriters: Task = {
  name: "matrix-writers",
  goal: `${WRITERS} writers × ${SAVES} on a matrix of ${PAYMENTS} × ${LINES}: 0 deadlocks, 0 drift; of two from one version one wins, ${PAIRS} times`,
  small: { scale: 0.05, trials: 1 },
  run: async (setting) => {
    const database = await openDatabase(await setting.server(), 8)
    try {
      return await prove(setting, database)
    } finally {
      await database.drop()
    }
  },
}

async function prove({ scale, trials = SAVES, say }: Setting, database: OwnDatabase): Promise<Outcome> {
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
  const held = await database.row<Standing>(standing)
  say(
    `${ledger.done} of ${saves} saves done in ${seconds.toFixed(1)} s, refused ${JSON.stringify(ledger.refused)}; ${held.edits} edits in the journal`,
  )
  say(`${held.drifted} wrong counters, ${held.taxes} wrong taxes, ${held.deadlocks} deadlocks`)
  const known = Object.keys(ledger.refused).every((code) =>
    ["version_stale", "over_allocated"].includes(code),
  )
  // A save that changes nothing is done and leaves no entry.
  const exact =
    known &&
    held.edits > 0 &&
    held.edits <= ledger.done &&
    held.version === 1 + held.edits &&
    held.drifted + held.taxes + held.deadlocks === 0

  const pairs = await provePairs(database, service, Math.max(10, Math.round(PAIRS * scale)))
  say(
    `two from one version, ${pairs.trials} times: ${pairs.oneWon} times one won, ${pairs.told} times the other was told what changed`,
  )
  const after = await database.row<Standing>(standing)
  const paired = pairs.oneWon === pairs.trials && pairs.told === pairs.trials
  say(`${after.drifted} wrong counters, ${after.taxes} wrong taxes, ${after.deadlocks} deadlocks`)

  await createUnlocked(database.knex)
  await run("matrix_unlocked")
  const control = await database.row<Control>(controlStanding)
  const failed = control.deadlocks > after.deadlocks || control.drifted > 0
  say(
    `control, row locks as they come: ${control.deadlocks - after.deadlocks} deadlocks, ${control.drifted} wrong counters${failed ? "" : ", DID NOT FAIL"}`,
  )
  return {
    holds: exact && paired && after.drifted + after.taxes + after.deadlocks === 0 && failed,
    full: trials >= SAVES && pairs.trials >= PAIRS,
    figures: { writers: WRITERS, saves, ledger, held, pairs, after, control },
  }
}

/** Ada and Ben look at one version and save different edits of it at the same time. */
async function provePairs(
  { knex }: OwnDatabase,
  service: ReconciliationModuleService,
  trials: number,
): Promise<{ trials: number; oneWon: number; told: number }> {
  const order = "order_pairs"
  await service.orders.reconcile(matrixOrder(order), { context: CONTEXT })
  const first = await matrixReader(knex, service, order)()
  const cells = new Map(first.cells)
  let { version } = first
  let oneWon = 0
  let told = 0
  for (let trial = 0; trial < trials; trial += 1) {
    const named = [...cells].filter(([, amount]) => amount > 1n)
    const edits = ["user_ada", "user_ben"].map((id, index) => {
      const [name, amount] = named[(trial * 2 + index) % named.length] ?? ["", 0n]
      const [creditItemId = "", debitItemId = ""] = name.split(" ")
      const left = amount - 1n
      return { id, left, cell: { creditItemId, debitItemId, amount: textOf(left) } }
    })
    const answers = await Promise.all(
      edits.map(async ({ id, cell }) => {
        try {
          const context = { actor: { type: "user" as const, id }, cause: "matrix" }
          await service.orders.edit({ orderId: order, expectedVersion: version, cells: [cell], context })
          return null
        } catch (error) {
          return error
        }
      }),
    )
    const winner = edits[answers.indexOf(null)]
    const refusal = answers.find((answer) => answer !== null)
    if (!winner || answers.filter((answer) => answer === null).length !== 1) break
    if (!(refusal instanceof ReconciliationError) || refusal.code !== "version_stale") break
    oneWon += 1
    version += 1
    cells.set(`${winner.cell.creditItemId} ${winner.cell.debitItemId}`, winner.left)
    const { creditItemId, debitItemId } = winner.cell
    const changed = refusal.ids["changed"] ?? ""
    const names = changed.startsWith(`${creditItemId}/${debitItemId} `) && changed.endsWith(" -0.01")
    if (names && refusal.type === "conflict" && refusal.message.includes(winner.id)) told += 1
  }
  return { trials, oneWon, told }
}

interface Standing {
  readonly edits: number
  readonly version: number
  readonly drifted: number
  readonly taxes: number
  readonly deadlocks: number
}

/** Counters, and counters of taxes rate by rate, that are not what the live allocations add up to. */
const standing = `
  with moved as (
    select credit_item_id as item, amount * sign as amount, credit_taxes as taxes, sign
      from reconciliation_allocation, lateral (select case when releases is null then 1 else -1 end as sign) s
    union all
    select debit_item_id, amount * sign, debit_taxes, sign
      from reconciliation_allocation, lateral (select case when releases is null then 1 else -1 end as sign) s)
  select (select count(*)::int from reconciliation_change c join reconciliation_document d on d.id = c.document_id
           where c.kind = 'edit' and d.order_id = '${ORDER}') as edits,
    (select version::int from reconciliation_document where order_id = '${ORDER}') as version,
    (select count(*)::int from reconciliation_open_item i
      where i.allocated <> (select coalesce(sum(amount), 0) from moved where item = i.id)) as drifted,
    (select count(*)::int from reconciliation_open_item i, generate_subscripts(i.taxes_allocated, 1) rate
      where i.taxes_allocated[rate] <> (select coalesce(sum(m.taxes[rate] * m.sign), 0) from moved m where m.item = i.id)
         or (i.allocated = i.amount and i.taxes_allocated[rate] <> (i.taxes->(rate - 1)->>'amount')::bigint)
    ) as taxes,
    (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`

interface Control {
  readonly drifted: number
  readonly deadlocks: number
}

const controlStanding = `
  select (select count(*)::int from unlocked_item i
           where i.id >= 8 and i.allocated <> (select coalesce(sum(a.amount), 0) from unlocked_allocation a where a.debit = i.id)
         ) as drifted,
    (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`
