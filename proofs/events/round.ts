import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { sweep } from "../../src/workflows/sweep/sweep"
import { Bus, type Tally } from "./bus"
import { deposit, depositFor, openBalances, type Deposit } from "./deposits"
import { customerOf, type ActedHost } from "./host"
import type { History } from "./history"
import { difference, rowsOf } from "./rows"

/** Histories that live at once; each has an account of its own. */
export const TOGETHER = 6

export interface Round {
  readonly settings: ReconciliationOptions
  readonly histories: readonly History[]
}

export interface Found {
  /** Histories whose rows differ from the clean run's, with the first row that does. */
  readonly different: readonly string[]
  /** Histories whose rows differed before the sweep: the control. */
  readonly unswept: number
  /** Histories in which posting what each event says would come to other balances: the control. */
  readonly byEvent: number
  /** Orders that the last sweep read, and those that the ledger had read as they are. */
  readonly swept: number
  readonly passedOver: number
}

/** A ledger in a database of its own, and the host that it follows; rounds come one after the other. */
export interface Book {
  readonly pool: Knex
  readonly host: ActedHost
}

interface Side extends Book {
  readonly ledger: ReconciliationModuleService
  readonly buses: readonly Bus[]
}

/** Plays the same histories twice, on a perfect bus and on a bad one that is swept, and compares what stands. */
export async function runRound(
  { clean, lossy }: { readonly clean: Book; readonly lossy: Book },
  round: Round,
  tally: Tally,
): Promise<Found> {
  // The same on both sides, so that the marks that were read can be compared too.
  const begun = Date.now()
  const sideOf = ({ pool, host }: Book): Side => {
    const ledger = new ReconciliationModuleService({ __pg_connection__: pool }, round.settings)
    const buses = round.histories.map((history) => new Bus(history, { host, ledger, begun, tally }))
    return { pool, host, ledger, buses }
  }
  return await compare(sideOf(clean), sideOf(lossy), round)
}

async function compare(clean: Side, lossy: Side, { settings, histories }: Round): Promise<Found> {
  const different: string[] = []
  const check = async (when: string, chosen: readonly History[]): Promise<void> => {
    for (const history of chosen) {
      const customer = customerOf(history)
      const differs = difference(await rowsOf(lossy.pool, customer), await rowsOf(clean.pool, customer))
      if (differs) different.push(`${history.name} ${JSON.stringify(settings)} ${when}:\n${differs}`)
    }
  }
  const settled = histories.filter(({ halves: [first] }) => first.at(-1)?.inFlight !== true && !flying(first))

  await together(histories, (history, index) => busOf(clean, index).deliverInOrder(history.halves[0]))
  await together(histories, (history, index) => busOf(lossy, index).live(history.halves[0]))
  await sweepAll(lossy)
  await check("at the cut", settled)

  const balances = await openBalances(clean.pool)
  const deposits = histories.map((history) =>
    settled.includes(history)
      ? depositFor(history, settings, balances.get(customerOf(history)) ?? [])
      : undefined,
  )
  await together(deposits, (one) => deposit(clean.ledger, one, 1))
  await together(deposits, (one, index) => deposit(lossy.ledger, one, 1 + (index % 3)))

  await together(histories, (history, index) => busOf(clean, index).deliverInOrder(history.halves[1]))
  await together(histories, (history, index) => busOf(lossy, index).live(history.halves[1]))
  await together(deposits, (one, index) => deposit(lossy.ledger, one, index % 2))

  if ((await unreadOf(clean)).length > 0) throw new Error("the clean run has left something unread")
  const unswept = await differing(clean, lossy, histories)
  const found = await sweepAll(lossy)
  await check("after the sweep", histories)

  await letPass(lossy.pool)
  await sweepAll(lossy)
  const left = await unreadOf(lossy)
  if (left.length > 0) different.push(`${JSON.stringify(settings)}: still to be read ${left.join(", ")}`)
  const last = histories.map((history): Deposit => ({ ...LAST, history, amount: 10_000n }))
  await together(last, (one) => deposit(clean.ledger, one, 1))
  await together(last, (one) => deposit(lossy.ledger, one, 2))
  await check("when time has passed and more money has come", histories)
  return {
    different,
    unswept,
    byEvent: histories.filter((_, index) => wouldDiffer(busOf(clean, index), busOf(lossy, index))).length,
    swept: found.length,
    passedOver: histories.reduce((sum, { timelines }) => sum + timelines.length, 0) - found.length,
  }
}

const LAST = { name: "last", occurredAt: "2025-12-01T00:00:00.000Z" } as const

function busOf({ buses }: Side, index: number): Bus {
  const bus = buses[index]
  if (!bus) throw new Error(`there is no bus ${index}`)
  return bus
}

/** Whether a capture is still at its provider when these steps have happened. */
function flying(steps: History["halves"][0]): boolean {
  return steps.some(
    ({ order, until, inFlight }) =>
      inFlight && !steps.some((other) => !other.inFlight && other.order === order && other.until === until),
  )
}

async function differing(clean: Side, lossy: Side, histories: readonly History[]): Promise<number> {
  let count = 0
  for (const history of histories) {
    const customer = customerOf(history)
    if (difference(await rowsOf(lossy.pool, customer), await rowsOf(clean.pool, customer))) count += 1
  }
  return count
}

/**
 * One sweep, after it was made sure that it will read what it must: each order whose marks are not those of
 * the newest read that was applied, and no other, but for those that a doubt or a failure left to be read.
 */
async function sweepAll(side: Side): Promise<string[]> {
  const { host, ledger, pool, buses } = side
  const expected = expectedUnread(side)
  const { rows } = await pool.raw<{ rows: { order_id: string }[] }>(
    `select order_id from reconciliation_retry
     union select order_id from reconciliation_document where recheck_at > read_at`,
  )
  const doubtful = new Set(rows.map(({ order_id }) => order_id))
  const found = await unreadOf(side)
  const missed = [...expected].filter((id) => !found.includes(id))
  const needless = found.filter((id) => !expected.has(id) && !doubtful.has(id))
  if (missed.length > 0 || needless.length > 0) {
    throw new Error(
      `the sweep misses ${missed.join(", ") || "none"} and needlessly reads ${needless.join(", ") || "none"}`,
    )
  }
  await sweep(host.container(ledger))
  for (const bus of buses) bus.noteSwept(found)
  return found
}

function expectedUnread({ host, buses }: Side): Set<string> {
  const unread = buses.flatMap(({ orderIds, seen }) =>
    [...orderIds].filter((id) => {
      const [marks, known] = [host.marksOf(id), seen.get(id)]
      return marks && (known?.order !== marks.order || known.money !== marks.money)
    }),
  )
  return new Set(unread)
}

async function unreadOf({ ledger }: Side): Promise<string[]> {
  const { now } = await ledger.sweep.readWatermark()
  return await ledger.sweep.findUnread({
    since: "2000-01-01T00:00:00.000Z",
    now,
    after: "",
    limit: 1_000_000,
  })
}

/** Whatever waits for its time has waited long enough. */
async function letPass(pool: Knex): Promise<void> {
  await pool.raw(
    "update reconciliation_document set recheck_at = clock_timestamp() where recheck_at > read_at",
  )
  await pool.raw("update reconciliation_retry set next_at = clock_timestamp()")
}

/** Whether a ledger that adds up what events say would stand elsewhere. */
function wouldDiffer(clean: Bus, lossy: Bus): boolean {
  const [right, wrong] = [clean.sumsByEvent(), lossy.sumsByEvent()]
  return [...right].some(([orderId, sum]) => wrong.get(orderId) !== sum)
}

async function together<Value>(
  values: readonly Value[],
  work: (value: Value, index: number) => Promise<void>,
): Promise<void> {
  const waiting = [...values.entries()]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: TOGETHER }, worker))
}
