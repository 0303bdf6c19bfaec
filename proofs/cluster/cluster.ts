import type { OwnDatabase } from "../../bench/lib/database"
import { openDatabase } from "../../bench/lib/database"
import { rounded } from "../../bench/lib/figures"
import type { Outcome, Server, Setting, Task } from "../../bench/lib/task"
import { fillTables } from "../../bench/reconcile-all/tables"
import { violationsIn } from "../../integration-tests/setup/audit"
import type { Host } from "../../integration-tests/setup/host"
import { TestStore } from "../../integration-tests/setup/store"
import { eventually, MortalHost } from "../crash/points/host"
import { contentsOf, differences } from "./contents"
import { Machines } from "./machines"
import { startRedis } from "./redis"
import { captureAll, runAll, type Burst, type EndedRun } from "./work"

/** Twelve chunks. */
const ACCOUNTS = 600
const ORDERS = 24
const PRICES = [75, 50, 20]
/** So long nobody may have told the ledger of a capture where nothing carries an event from a server to a worker. */
const SILENCE = 10_000

/**
 * Two servers and two workers on one PostgreSQL and one Redis. A worker is killed while orders are captured, and the one
 * that writes while a run goes on: in the end the ledger says what one process leaves, which nobody killed.
 */
export const cluster: Task = {
  name: "cluster",
  goal: "2 servers and 2 workers on Redis, one worker killed in a burst of captures and one while it writes a run: the same rows as one process",
  small: { scale: 1, trials: 1 },
  apart: true,
  run: prove,
}

async function prove({ say, server: start, scale }: Setting): Promise<Outcome> {
  const server = await start()
  const accounts = Math.max(100, Math.round(ACCOUNTS * scale))
  const shop = await openShop(server, accounts)
  try {
    const one = await onCopy(shop, server, async (database) => playAlone(shop, database, say))
    const redis = await startRedis()
    try {
      const many = await onCopy(shop, server, async (database) =>
        playTogether(shop, { database, redisUrl: redis.url, say }),
      )
      const wrong = [...differences(one.contents, many.contents), ...one.violations, ...many.violations]
      for (const line of wrong.slice(0, 10)) say(line)
      say(
        `${one.contents.length} lines of items, amounts and codes, ${wrong.length} of them different or wrong`,
      )
      const heard = await onCopy(shop, server, async (database) => isHeardWithoutRedis(shop, database))
      say(
        `control, no Redis between server and worker: the capture was ${heard ? "HEARD OF" : "not heard of"}`,
      )
      const isUntouched = differences(shop.contents, many.contents).length > 0
      return {
        holds: wrong.length === 0 && many.captures === one.captures && !heard && isUntouched,
        full: accounts >= ACCOUNTS,
        figures: { lines: one.contents.length, wrong: wrong.length, seconds: [one.seconds, many.seconds] },
      }
    } finally {
      await redis.stop()
    }
  } finally {
    await shop.database.drop()
  }
}

/** The host has the orders that the accounts were filled with, as the ledger has read them: else it would take them for deleted. */
const HOST_ORDERS = `insert into "order" (id, display_id, currency_code, created_at, updated_at)
  select order_id, 1000000 + display_id::int, 'eur', placed_at, placed_at from reconciliation_document`

interface PreparedShop {
  readonly database: OwnDatabase
  readonly store: TestStore
  readonly orderIds: readonly string[]
  readonly contents: readonly string[]
}

/** A shop with placed orders that nothing was captured of, and many accounts with money and orders. */
async function openShop(server: Server, accounts: number): Promise<PreparedShop> {
  const database = await openDatabase(server, 2)
  const host = new MortalHost(database, "cluster_shop", { TEST_MIRROR: "off" })
  await host.migrate()
  await fillTables(database.knex, accounts)
  await database.knex.raw(HOST_ORDERS)
  await host.boot()
  const store = await TestStore.open(host.asTested(), { currency: "usd", prices: PRICES })
  const orderIds: string[] = []
  for (let n = 0; n < ORDERS; n += 1)
    // oxlint-disable-next-line no-await-in-loop -- in this turn on each copy
    orderIds.push(await store.checkOut([0, 1, 2], `${n % 8}@example.com`))
  const known = await eventually(async () => {
    const { count } = await database.row<{ count: number }>(
      "select count(*)::int as count from reconciliation_document where order_id = any($1)",
      [orderIds],
    )
    return count === ORDERS
  })
  if (!known) throw new Error("the ledger never heard of some order")
  await host.kill()
  const contents = await contentsOf(database)
  // Nobody may be connected to what is copied.
  await database.knex.destroy()
  return { database, store, orderIds, contents }
}

async function onCopy<Result>(
  shop: PreparedShop,
  server: Server,
  work: (database: OwnDatabase) => Promise<Result>,
): Promise<Result> {
  const copy = await openDatabase(server, 2, shop.database.url)
  try {
    return await work(copy)
  } finally {
    await copy.drop()
  }
}

interface Played {
  readonly contents: readonly string[]
  readonly violations: readonly string[]
  readonly captures: number
  /** Of the burst and of the run. */
  readonly seconds: readonly [number, number]
}

/** The shop of a copy: its admin may go on everywhere, since all processes share the store's secret. */
async function reopen({ store }: PreparedShop, machines: Machines): Promise<TestStore> {
  const kept = { admin: store.admin, shop: store.shop }
  const host: Host = { ...machines.asHost(), beginning: async <Made>() => kept as Made }
  return await TestStore.open(host, { currency: "usd", prices: PRICES })
}

async function playAlone(shop: PreparedShop, database: OwnDatabase, say: Setting["say"]): Promise<Played> {
  const machines = await Machines.one(database)
  try {
    const store = await reopen(shop, machines)
    const burst = await captureAll(machines, store, shop.orderIds)
    const run = await runAll(store)
    say(`one process: ${told(burst, run)}`)
    return await judged(database, burst, run)
  } finally {
    await machines.end()
  }
}

async function playTogether(
  shop: PreparedShop,
  { database, redisUrl, say }: { database: OwnDatabase; redisUrl: string; say: Setting["say"] },
): Promise<Played> {
  const machines = await Machines.cluster(database, redisUrl)
  try {
    const store = await reopen(shop, machines)
    const [first] = machines.workers
    const burst = await captureAll(machines, store, shop.orderIds, async () => {
      await first?.kill()
      say("killed a worker in the burst")
      await first?.boot()
    })
    const run = await runAll(store, async () => {
      say(`killed ${await machines.killWriter()} while it wrote`)
    })
    say(`two servers and two workers: ${told(burst, run)}`)
    return await judged(database, burst, run)
  } finally {
    await machines.end()
  }
}

const told = (burst: Burst, run: EndedRun): string =>
  `${burst.captures} captures in ${rounded(burst.seconds)} s${burst.bySweep ? ", some only by the sweep" : ""}; run ${run.state} in ${rounded(run.seconds)} s, ${run.counts.changed} accounts changed, ${run.counts.failed} failed`

async function judged(database: OwnDatabase, burst: Burst, run: EndedRun): Promise<Played> {
  const { violations, contents } = await auditOf(database)
  return {
    contents,
    violations: [...violations, ...(run.state === "finished" ? [] : [`the run is ${run.state}`])],
    captures: burst.captures,
    seconds: [rounded(burst.seconds), rounded(run.seconds)],
  }
}

/** The rules of the ledger, on each account of an order that somebody placed and on a few of the others. */
async function auditOf(database: OwnDatabase): Promise<{ violations: string[]; contents: string[] }> {
  const sql = async <Row>(statement: string): Promise<Row[]> => (await database.knex.raw(statement)).rows
  const accounts = await sql<{ id: string }>(
    "select id::text from reconciliation_account where currency_code = 'usd' or id % 20 = 0 order by id",
  )
  const violations: string[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const { id } of accounts) violations.push(...(await violationsIn({ sql }, id)))
  return { violations, contents: await contentsOf(database) }
}

async function isHeardWithoutRedis(shop: PreparedShop, database: OwnDatabase): Promise<boolean> {
  const machines = await Machines.cluster(database, null, 1)
  try {
    const store = await reopen(shop, machines)
    await store.capture(shop.orderIds[0] ?? "", 10)
    const captured = "select count(*)::int as count from reconciliation_open_item where key like 'cap:%'"
    return await eventually(async () => (await database.row<{ count: number }>(captured)).count > 0, SILENCE)
  } finally {
    await machines.end()
  }
}
