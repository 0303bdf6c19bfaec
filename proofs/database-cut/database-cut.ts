import { ModulesSdkUtils } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { createLedger, openDatabase, send, type OwnDatabase } from "../../bench/lib/database"
import type { Outcome, RestartableServer, Setting, Task } from "../../bench/lib/task"
import { compare, type Found } from "./contents"
import { loseAnswers, NAME, restart, terminate } from "./cuts"
import { Relay } from "./relay"
import { Writers, type Told } from "./writers"

const TERMINATIONS = 200
const RESTARTS = 20
const LOST = 200
const ABREAST = 8
/** Payments that the control records, each with one commit whose answer is lost. */
const CONTROL = 20

/** The database goes away in every manner while the ledger writes, and whoever asked asks again. */
export const databaseCut: Task = {
  name: "database-cut",
  goal: `${TERMINATIONS} terminated backends, ${RESTARTS} restarts, ${LOST} lost acknowledgements: the same key, the same answer; 0 lost, 0 doubled`,
  small: { scale: 0.1, trials: 1 },
  run: async (setting) => {
    const server = await setting.restartable()
    const databases = [await openDatabase(server, 2), await openDatabase(server, 2)] as const
    const [database, undisturbed] = databases
    for (const { knex } of databases) await createLedger(knex)
    // What the driver says of each connection that is gone would fill the screen.
    for (const { knex } of databases) silence(knex)
    const relay = await Relay.open(database.url)
    const { ledger, pool } = openLedger(relay.url)
    try {
      return await prove(setting, { server, relay, ledger, database, undisturbed })
    } finally {
      await pool.destroy()
      await relay.close()
      for (const one of databases) await one.drop()
    }
  },
}

interface Place {
  readonly server: RestartableServer
  readonly relay: Relay
  /** Behind the relay. */
  readonly ledger: ReconciliationModuleService
  readonly database: OwnDatabase
  readonly undisturbed: OwnDatabase
}

async function prove(
  { scale, say }: Setting,
  { server, relay, ledger, database, undisturbed }: Place,
): Promise<Outcome> {
  const times = (full: number): number => Math.max(2, Math.round(full * scale))
  const writers = new Writers(ledger)
  const states = await whileWriting(writers, () => terminate(database.url, times(TERMINATIONS)))
  say(`${times(TERMINATIONS)} backends terminated: ${JSON.stringify(states)}`)
  await whileWriting(writers, () => restart(server, times(RESTARTS), () => writers.told.steps))
  say(`${times(RESTARTS)} immediate restarts`)
  await whileWriting(writers, () => loseAnswers(relay, times(LOST)))
  say(`${relay.lost} answers to a commit lost, ${relay.cut} connections cut behind a commit`)
  const { told } = writers
  say(
    `${told.steps} steps of ${told.scenarios} orders answered, ${told.again} asked again without an answer, ` +
      `${told.twice} asked again after it, the slowest ${Math.round(told.slowest)} ms`,
  )
  say(`what was no answer: ${JSON.stringify(told.unanswered)}`)
  const calm = openLedger(undisturbed.url)
  await new Writers(calm.ledger).live(ABREAST, (scenarios) => scenarios >= told.scenarios)
  await calm.pool.destroy()
  const found = await compare(database, undisturbed, told.scenarios)
  tell(say, told, found)
  const control = await retryWithoutKey(ledger, relay, database)
  say(
    `control, ${CONTROL} payments asked for again with a new key each time: ${control} doubled, ` +
      (control > 0 ? "it fails, as it must" : "IT DOES NOT FAIL AS IT MUST"),
  )
  const { lost, doubled, violations } = found
  return {
    holds: lost.length + doubled.length + violations.length + told.wrong.length === 0 && control > 0,
    full: scale >= 1,
    figures: {
      states,
      restarts: times(RESTARTS),
      answersLost: relay.lost,
      cut: relay.cut,
      told,
      control,
      lost: lost.length,
      doubled: doubled.length,
      violations: violations.length,
    },
  }
}

function silence(pool: Knex): void {
  const { client } = pool as unknown as { client: { logger: { warn: () => void } } }
  client.logger.warn = () => undefined
}

function openLedger(url: string): { ledger: ReconciliationModuleService; pool: Knex } {
  const address = new URL(url)
  address.searchParams.set("application_name", NAME)
  const pool = ModulesSdkUtils.createPgConnection({
    clientUrl: address.href,
    pool: { min: 0, max: ABREAST + 2 },
  }) as unknown as Knex
  silence(pool)
  const limits = { eur: { amount: "0.05", percent: 1 } }
  return {
    ledger: new ReconciliationModuleService({ __pg_connection__: pool }, { writeOff: { limits } }),
    pool,
  }
}

/** Writers write until the cuts are over, and end what they have begun. */
async function whileWriting<Result>(writers: Writers, cut: () => Promise<Result>): Promise<Result> {
  let isOver = false
  const cutting = cut().finally(() => (isOver = true))
  const [result] = await Promise.all([cutting, writers.live(ABREAST, () => isOver)])
  return result
}

function tell(say: (line: string) => void, told: Told, found: Found): void {
  const { lost, doubled, violations } = found
  say(
    `${lost.length} lost, ${doubled.length} doubled against a run without cuts, ${violations.length} rules broken, ` +
      `${told.wrong.length} wrong answers`,
  )
  for (const text of told.wrong.slice(0, 10)) say(`! ${text}`)
  for (const text of lost.slice(0, 5)) say(`! lost ${text}`)
  for (const text of doubled.slice(0, 5)) say(`! doubled ${text}`)
  for (const text of violations.slice(0, 5)) say(`! ${text}`)
}

/** The control: a caller who makes a new key for each attempt. Gives how many payments were recorded more than once. */
async function retryWithoutKey(
  ledger: ReconciliationModuleService,
  relay: Relay,
  { knex }: OwnDatabase,
): Promise<number> {
  relay.habit = "loses the answer"
  relay.share = 0.5
  let attempt = 0
  for (let number = 0; number < CONTROL; number += 1) {
    for (let answered = false; !answered;) {
      attempt += 1
      answered = await ledger.payments
        .record({
          customerId: "cus_control",
          currencyCode: "eur",
          digits: 2,
          amount: "1.00",
          method: "cash",
          reference: `control ${number}`,
          occurredAt: null,
          idempotencyKey: `control ${attempt}`,
          context: { actor: { type: "user", id: "user_bob" }, cause: "control" },
        })
        .then(
          () => true,
          () => false,
        )
    }
  }
  relay.habit = "hands on"
  const rows = await send(
    knex,
    `select content from reconciliation_typed_text where content like 'control %' group by 1 having count(*) > 1`,
  )
  return rows.length
}
