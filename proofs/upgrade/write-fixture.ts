import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { PostgresLedger } from "../../integration-tests/setup/model-ledger"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { emptyTally, playScenario, type ScenarioTerms } from "../../test/support/model/scenario"
import type { Desired, DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import { HostOrder } from "../../test/support/model/host-order"
import { statementsOfAll } from "../../test/support/migrations"
import { createLedger, openDatabase, send } from "../../bench/lib/database"
import type { Server } from "../../bench/lib/task"
import { dumpOf, rowsOf } from "./dump"
import { figuresOf, type Figures } from "./figures"
import { FIXTURES, migrate, note, NOTED, restore } from "./store"

const SCENARIOS = 24
const COMMANDS = 30
/** What the tables allow and the ledger never writes by itself. */
const NEVER_WRITTEN = new Set([
  "reconciliation_allocation.origin = import",
  "reconciliation_allocation.origin = backfill",
])

/**
 * Writes what a ledger of a release holds, as SQL of that release, and what it says of itself.
 *
 * @returns how many items of each kind it has
 */
export async function writeFixture(server: Server, release: string): Promise<string> {
  const database = await openDatabase(server, 2)
  try {
    await createLedger(database.knex)
    const openLedger = (terms: ScenarioTerms): PostgresLedger => new PostgresLedger(database.knex, terms)
    for (let seed = 1; seed <= SCENARIOS; seed += 1)
      await playScenario({ seed, commands: COMMANDS, openLedger }, emptyTally())
    await addWhatNoScenarioMakes(database.knex)
    const missing = Object.entries(await rowsOf(database.knex)).filter(([, rows]) => rows.length === 0)
    if (missing.length > 0) throw new Error(`no row of ${missing.map(([name]) => name).join(", ")}`)
    const absent = await absentValues(database.knex)
    if (absent.length > 0) throw new Error(`no row with ${absent.join(", ")}`)
    const kinds = await send<{ kind: string; count: string }>(
      database.knex,
      "select kind, count(*) from reconciliation_open_item group by kind order by kind",
    )
    const file = path.join(__dirname, "fixtures", release)
    writeFileSync(`${file}.sql`, await dumpOf(database.knex, await statementsOfAll()))
    writeFileSync(`${file}.json`, `${JSON.stringify(await figuresOf(database.knex), null, 1)}\n`)
    return kinds.map(({ kind, count }) => `${kind} ${count}`).join(", ")
  } finally {
    await database.drop()
  }
}

/**
 * Of every column that allows certain words alone, those that no row holds: a fixture without a declined
 * write-off proves nothing of those that a store has.
 */
async function absentValues(knex: Parameters<typeof rowsOf>[0]): Promise<string[]> {
  const allowed = await send<{ table: string; column: string; value: string }>(
    knex,
    `select c.conrelid::regclass::text as "table", a.attname as column, m[1] as value
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and c.conkey[1] = a.attnum
       cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_]+)''::text', 'g') m
      where c.contype = 'c' and cardinality(c.conkey) = 1
        and c.conrelid::regclass::text like 'reconciliation%'
      order by 1, 2, 3`,
  )
  const rows = await rowsOf(knex)
  return allowed
    .filter(({ table, column, value }) => !rows[table]?.some((row) => row[column] === value))
    .map(({ table, column, value }) => `${table}.${column} = ${value}`)
    .filter((text) => !NEVER_WRITTEN.has(text))
}

/** An order with a fee, delivery there and back, and a sum that is no whole number of minor units. */
function orderOfEveryKind(): DocumentHistory {
  const at = "2026-01-05T09:00:00.000Z"
  const order = new HostOrder({
    id: "order_every_kind",
    digits: 2,
    customerId: "every_kind",
    at,
    lines: [7500n, 2000n],
    giftCard: 0n,
    rates: {},
  })
  const history = order.history(0, "2026-01-05T10:00:00.000Z")
  const [first, ...later] = history.states
  const [line] = first?.lines ?? []
  if (!first?.lines || !line || first.balance === null) throw new Error("the order has no lines")
  const more = (key: string, kind: Desired["class"], position: number): Desired => ({
    ...line,
    key,
    lineKey: key,
    class: kind,
    position,
    title: kind,
    signed: 500n,
    taxes: [],
  })
  const lines = [
    ...first.lines,
    more("line:every_kind_fee", "fee", 2),
    more("ship:every_kind_back", "return_shipping", 1_000_000),
  ]
  return { ...history, states: [{ ...first, lines, balance: first.balance + 1001n }, ...later] }
}

/** An order of nobody that the store knows: it owns its account itself. */
function orderOfGuest(): DocumentHistory {
  const id = "order_of_guest"
  const at = "2026-01-06T09:00:00.000Z"
  const order = new HostOrder({ id, digits: 2, customerId: id, at, lines: [3000n], giftCard: 0n, rates: {} })
  return { ...order.history(0, "2026-01-06T10:00:00.000Z"), ownerType: "order", ownerId: id }
}

/** A choice of rows to refund, plans that changed, write-offs that were declined or wait, an order that failed, a watermark, codes of the whole store. */
async function addWhatNoScenarioMakes(knex: Parameters<typeof rowsOf>[0]): Promise<void> {
  const [order] = await send<{ order_id: string; line_key: string; amount: string }>(
    knex,
    `select d.order_id, i.line_key, i.amount from reconciliation_open_item i
       join reconciliation_document d on d.id = i.document_id
      where i.kind = 'charge' and i.allocated > 0 order by i.id limit 1`,
  )
  await send(
    knex,
    `insert into reconciliation_refund_choice (order_id, payment_id, amount, lines, actor_type, actor_id)
     values ($1, 'pay_1', 1, $2, 'user', 'user_1')`,
    [order?.order_id, JSON.stringify([{ line: order?.line_key, amount: "1" }])],
  )
  const service = new ReconciliationModuleService({ __pg_connection__: knex }, {})
  await service.orders.reconcile(orderOfEveryKind(), {
    context: { actor: { type: "system", id: null }, cause: "fixture" },
  })
  await service.orders.reconcile(orderOfGuest(), {
    context: { actor: { type: "system", id: null }, cause: "fixture" },
  })
  await service.sweep.noteRetries({
    done: [],
    failed: [{ orderId: "order_gone", error: "the host did not answer" }],
  })
  await service.sweep.saveWatermark("2026-01-02T00:00:00.000Z")
  await send(knex, "insert into reconciliation_code_sequence (scope, next_rank) values ('store', 7)")
  await planAndChange(service)
  await askToWriteOff(knex)
}

const context = { actor: { type: "user", id: "user_2" }, cause: "fixture" } as const

/** Three planned payments: one put off, one cancelled, one as it was. */
async function planAndChange(service: ReconciliationModuleService): Promise<void> {
  const due = (dueOn: string): { dueOn: string; amount: string } => ({ dueOn, amount: "10.00" })
  await service.plans.plan({
    orderId: "order_every_kind",
    instalments: [due("2199-01-01"), due("2199-02-01"), due("2199-03-01")],
    context,
  })
  const [first, second] = (await service.orders.retrieve("order_every_kind"))?.plan?.instalments ?? []
  await service.plans.changeInstalment({
    instalmentId: first?.id ?? "",
    action: { kind: "postpone", dueOn: "2199-04-01" },
    context,
  })
  await service.plans.changeInstalment({
    instalmentId: second?.id ?? "",
    action: { kind: "cancel" },
    context,
  })
}

/** Of two write-offs that a second person must agree to, one is declined and one still waits. */
async function askToWriteOff(knex: Parameters<typeof rowsOf>[0]): Promise<void> {
  const limits = { EUR: { amount: "500.00", percent: 100 } }
  const { writeOffs } = new ReconciliationModuleService(
    { __pg_connection__: knex },
    {
      writeOff: {
        accounts: { loss: "6714", gain: "7714", bankCharges: "627" },
        limits,
        approvalAbove: { EUR: "0.01" },
      },
    },
  )
  const ask = async (): Promise<string> => {
    const { request } = await writeOffs.write({
      target: { orderId: "order_every_kind" },
      kind: "short_payment",
      amount: null,
      reason: "He left.",
      context,
    })
    return request?.id ?? ""
  }
  await writeOffs.decline({
    requestId: await ask(),
    reason: "He will pay.",
    context: { actor: { type: "user", id: "user_3" }, cause: "fixture" },
  })
  await ask()
}

/**
 * What a release's ledger says of itself once it has been brought up. When a mended fault changes what is said of the
 * same rows, this is what the fixture must hold from then on.
 */
export async function figuresToday(server: Server, release: string): Promise<Figures> {
  const database = await openDatabase(server, 2)
  try {
    await restore(database, readFileSync(path.join(FIXTURES, `${release}.sql`), "utf8"))
    await note(database, NOTED[release] ?? [])
    await migrate(database.url)
    return await figuresOf(database.knex)
  } finally {
    await database.drop()
  }
}
