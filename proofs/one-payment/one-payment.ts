import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { wrongItems } from "../../bench/capture/tables"
import { createLedger, openDatabase, type OwnDatabase } from "../../bench/lib/database"
import type { Outcome, Setting, Task } from "../../bench/lib/task"
import { CUSTOMER, DEMAND, type Way } from "./attempts"
import { runWriters, type Report } from "./writers"

const WRITERS = 64
const ATTEMPTS = 10
const PROCESSES = 4

/** Many ask for the same money at once, and there is money for five of eight. */
export const onePayment: Task = {
  name: "one-payment",
  goal: `${WRITERS} writers × ${ATTEMPTS} on one payment: never over-allocated, exact count, 0 deadlocks`,
  small: { scale: 1, trials: 3 },
  run: async (setting) => {
    const database = await openDatabase(await setting.server(), 2)
    try {
      return await prove(setting, database)
    } finally {
      await database.drop()
    }
  },
}

async function prove({ scale, trials = ATTEMPTS, say }: Setting, database: OwnDatabase): Promise<Outcome> {
  const writers = Math.max(PROCESSES, Math.round((WRITERS * scale) / PROCESSES) * PROCESSES)
  const demands = writers * trials
  const paidInFull = Math.floor((demands * 5) / 8)
  const money = BigInt(paidInFull) * DEMAND + DEMAND / 2n
  await createLedger(database.knex)
  await recordPayment(database, money)
  const run = async (way: Way): Promise<Report> =>
    await runWriters(
      Array.from({ length: PROCESSES }, (_, index) => ({
        url: database.url,
        way,
        writers: writers / PROCESSES,
        attempts: trials,
        first: (index * demands) / PROCESSES,
      })),
    )

  const ledger = await run("ledger")
  const held = await database.row<Standing>(standing)
  say(
    `through the ledger: ${ledger.done} of ${demands} attempts done, ${held.allocated} of ${money} allocated`,
  )
  say(
    `${held.paid} orders paid, ${held.partly} in part, ${held.unpaid} not; ${held.wrong} wrong counters, ${held.deadlocks} deadlocks`,
  )
  const exact =
    ledger.done === demands &&
    BigInt(held.allocated) === money &&
    held.allocations === paidInFull + 1 &&
    held.paid === paidInFull &&
    held.partly === 1 &&
    held.unpaid === demands - paidInFull - 1 &&
    held.wrong === 0 &&
    held.deadlocks === 0

  const guarded = await provePastLedger({ run, database, money })
  say(
    `past the ledger, on its tables: ${guarded.allocated} of ${money} allocated, refused ${JSON.stringify(guarded.refused)}`,
  )

  await database.knex.raw(`
    create table unguarded_payment as select ${money}::bigint as amount;
    create table unguarded_allocation (demand integer, amount bigint)`)
  await run("unguarded")
  const control = await database.row<{ allocated: string }>(
    "select coalesce(sum(amount), 0)::text as allocated from unguarded_allocation",
  )
  const over = BigInt(control.allocated) > money
  say(
    `control, unguarded tables: ${control.allocated} of ${money} allocated, ${over ? "over-allocated" : "NOT OVER-ALLOCATED"}`,
  )
  return {
    holds: exact && guarded.holds && over,
    full: writers >= WRITERS && trials >= ATTEMPTS,
    figures: {
      writers,
      attempts: trials,
      money: money.toString(),
      ledger,
      held,
      guarded,
      control: control.allocated,
    },
  }
}

async function recordPayment({ knex }: OwnDatabase, money: bigint): Promise<void> {
  const service = new ReconciliationModuleService({ __pg_connection__: knex })
  await service.payments.record({
    customerId: CUSTOMER,
    currencyCode: "eur",
    digits: 2,
    amount: `${money / 100n}.${String(money % 100n).padStart(2, "0")}`,
    method: "bank_transfer",
    reference: "transfer 1",
    occurredAt: "2026-01-31T00:00:00.000Z",
    idempotencyKey: "one",
    context: { actor: { type: "user", id: "user_1" }, cause: "bench" },
  })
}

/** The second guard by itself: the money is freed again, and writers that lock nothing go for it. */
async function provePastLedger(input: {
  run: (way: Way) => Promise<Report>
  database: OwnDatabase
  money: bigint
}): Promise<{ holds: boolean; allocated: string; refused: Report["refused"] }> {
  const { database, money } = input
  await database.knex.raw(`
    set session_replication_role = replica;
    delete from reconciliation_allocation;
    update reconciliation_open_item set allocated = 0;
    set session_replication_role = origin`)
  const { refused } = await input.run("past_ledger")
  const after = await database.row<Standing>(standing)
  const holds = BigInt(after.allocated) <= money && after.wrong === 0 && after.allocations === after.paid
  return { holds, allocated: after.allocated, refused }
}

interface Standing {
  readonly allocated: string
  readonly allocations: number
  readonly paid: number
  readonly partly: number
  readonly unpaid: number
  readonly wrong: number
  readonly deadlocks: number
}

/** The payment as its allocations add up, its orders, and what is wrong. */
const standing = `
  with payment as (select id from reconciliation_open_item where kind = 'deposit'),
    line as (select i.amount, coalesce(sum(a.amount), 0) as paid
               from reconciliation_open_item i left join reconciliation_allocation a on a.debit_item_id = i.id
              where i.side = 'debit' group by i.id)
  select (select coalesce(sum(a.amount), 0)::text from reconciliation_allocation a join payment p on p.id = a.credit_item_id)
           as allocated,
    (select count(*)::int from reconciliation_allocation) as allocations,
    (select count(*)::int from line where paid = amount) as paid,
    (select count(*)::int from line where paid > 0 and paid < amount) as partly,
    (select count(*)::int from line where paid = 0) as unpaid,
    (select count(*)::int from line where paid > amount) + w.wrong as wrong,
    (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks
    from (${wrongItems}) w`
