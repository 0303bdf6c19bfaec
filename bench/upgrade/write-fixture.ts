import { writeFileSync } from "node:fs"
import path from "node:path"
import { PostgresLedger } from "../../integration-tests/setup/model-ledger"
import ReconciliationModuleService from "../../src/modules/reconciliation/services/service"
import { emptyTally, live, type LifeTerms } from "../../test/support/model/life"
import type { Desired, DocumentHistory } from "../../src/modules/reconciliation/domain/document-state"
import { HostOrder } from "../../test/support/model/host-order"
import { statementsOfAll } from "../../test/support/migrations"
import { createLedger, openDatabase, send } from "../lib/database"
import type { Server } from "../lib/task"
import { dumpOf, rowsOf } from "./dump"
import { figuresOf } from "./figures"

const LIVES = 24
const COMMANDS = 30
/** Of open items, as the tables allow them. */
const KINDS = 16

/**
 * Writes what a ledger of a release holds, as SQL of that release, and what it says of itself.
 *
 * @returns how many items of each kind it has
 */
export async function writeFixture(server: Server, release: string): Promise<string> {
  const database = await openDatabase(server, 2)
  try {
    await createLedger(database.knex)
    const openLedger = (terms: LifeTerms): PostgresLedger => new PostgresLedger(database.knex, terms)
    for (let seed = 1; seed <= LIVES; seed += 1)
      await live({ seed, commands: COMMANDS, openLedger }, emptyTally())
    await addWhatNoLifeMakes(database.knex)
    const missing = Object.entries(await rowsOf(database.knex)).filter(([, rows]) => rows.length === 0)
    if (missing.length > 0) throw new Error(`no row of ${missing.map(([name]) => name).join(", ")}`)
    const kinds = await send<{ kind: string; count: string }>(
      database.knex,
      "select kind, count(*) from reconciliation_open_item group by kind order by kind",
    )
    if (kinds.length < KINDS) throw new Error(`only ${kinds.length} kinds of open items`)
    const file = path.join(__dirname, "fixtures", release)
    writeFileSync(`${file}.sql`, await dumpOf(database.knex, await statementsOfAll()))
    writeFileSync(`${file}.json`, `${JSON.stringify(await figuresOf(database.knex), null, 1)}\n`)
    return kinds.map(({ kind, count }) => `${kind} ${count}`).join(", ")
  } finally {
    await database.drop()
  }
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

/** A choice of rows to refund, a declined write-off, an order that failed, a watermark, codes of the whole store. */
async function addWhatNoLifeMakes(knex: Parameters<typeof rowsOf>[0]): Promise<void> {
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
  await service.reconcileOrder(orderOfEveryKind(), {
    context: { actor: { type: "system", id: null }, cause: "fixture" },
  })
  await service.noteRetries({
    done: [],
    failed: [{ orderId: "order_gone", error: "the host did not answer" }],
  })
  await service.saveWatermark("2026-01-02T00:00:00.000Z")
  await send(knex, "insert into reconciliation_code_sequence (scope, next_rank) values ('store', 7)")
  await send(
    knex,
    `insert into reconciliation_write_off_decision (request_id, decision, actor_type, actor_id, reason)
     select r.id, 'declined', 'user', 'user_2', 'He will pay.' from reconciliation_write_off_request r
       left join reconciliation_write_off_decision d on d.request_id = r.id where d.id is null limit 1`,
  )
}
