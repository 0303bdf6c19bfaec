import { ReconciliationError } from "../domain/errors"
import type { Database, TransactionSession } from "../ledger/database"
import { isBusy, isOfTheServer } from "../ledger/server-errors"
import type { Settings } from "../settings/options"
import type { StrategyRegister } from "../settings/strategies"
import type { WriteOffs } from "../write-offs/write-offs"
import { backFillChunk } from "./back-fill-chunk"
import * as sql from "./chunks.sql"
import { areToldBy, withOrders } from "./orders-in-force"
import { reconcileChunk } from "./reconcile-chunk"
import type { Tally } from "./tally"
import { toldOf } from "./told-of"
import {
  chunkOf,
  type Chunk,
  type ChunkRow,
  type HostOrders,
  type LeftRecord,
  type OrderLeftRecord,
  type ReadOrders,
} from "./types"
import { undoChunk } from "./undo-chunk"
import { withdrawChunk } from "./withdraw-chunk"

/** So long nobody else takes a chunk; far longer than one takes, so that only a worker that is gone loses it. */
const LEASE_MILLISECONDS = 30_000
/** Whoever is in the way of a chunk has this long until it is tried again. */
const BUSY_MILLISECONDS = 5_000
/** A chunk that has ended its worker so often is not given to another one. */
export const MOST_ATTEMPTS = 5

/** What the chunks of runs are done with. */
export interface Workshop {
  readonly database: Database
  readonly settings: Settings
  /** Which settings those are. */
  readonly inForce: { readonly version: string }
  readonly strategies: StrategyRegister
  readonly writeOffs: WriteOffs
  readonly today: () => string
  /** Notes how orders stand as if that had been told already. */
  readonly noteAsTold: (session: TransactionSession, documentIds: readonly bigint[]) => Promise<void>
}

/** What became of a chunk. */
export interface WorkedChunk {
  readonly runId: bigint
  /** Whether it is done; else it was given back, cut, or is another worker's. */
  readonly isDone: boolean
  /** The orders of which a short payment was written off: the host is to be told. */
  readonly writtenOff: readonly string[]
  /** Whether it brought orders in, whose money has no receipt numbers yet. */
  readonly isBackFill: boolean
}

/** Takes a chunk and does it. @returns undefined when none waits */
export async function workOnce(
  workshop: Workshop,
  holder: string,
  read: ReadOrders,
): Promise<WorkedChunk | undefined> {
  const taken = await takeChunk(workshop.database, holder)
  return taken && finishTaken(workshop, taken, { holder, read })
}

/** Takes the first chunk that nobody holds, for some time; that is committed before it is begun. */
export async function takeChunk(database: Database, holder: string): Promise<Chunk | undefined> {
  return database.transaction(async (session) => {
    const [row] = await session.run<ChunkRow>(sql.takeChunk, [holder, LEASE_MILLISECONDS, MOST_ATTEMPTS])
    return row && chunkOf(row)
  })
}

interface Worker {
  readonly holder: string
  readonly read: ReadOrders
}

/** Whether a chunk must see orders of the host before it can be done. */
export const isBackFill = ({ undoes, orderIds }: Chunk): boolean => !undoes && orderIds.length > 0

/** Does a chunk that was taken. */
export async function finishTaken(
  workshop: Workshop,
  taken: Chunk,
  { holder, read }: Worker,
): Promise<WorkedChunk> {
  const of = { runId: taken.runId, isBackFill: isBackFill(taken) }
  const held = { id: taken.id, holder }
  try {
    const done = of.isBackFill
      ? await withOrders(
          async () => read(taken.orderIds),
          async (orders) => doHeld(workshop, held, orders),
        )
      : await doHeld(workshop, held)
    return { ...of, ...(done ?? NOT_DONE) }
  } catch (error) {
    await afterFailure(workshop.database, held, error)
    return { ...of, ...NOT_DONE }
  }
}

const NOT_DONE = { isDone: false, writtenOff: [] } as const

/** Does a chunk if its worker holds it still. @returns undefined where its orders are to be read again */
async function doHeld(
  workshop: Workshop,
  { id, holder }: Held,
  orders?: HostOrders,
): Promise<Pick<WorkedChunk, "isDone" | "writtenOff"> | undefined> {
  return workshop.database.transaction(async (session) => {
    const [row] = await session.run<ChunkRow>(sql.holdChunk, [id, holder])
    if (!row) return NOT_DONE
    if (orders && !areToldBy(workshop.inForce.version, orders)) return undefined
    const { tally, writtenOff } = await doChunk(session, { ...workshop, orders }, chunkOf(row))
    await session.run(sql.closeChunk, [id, ...tally.parameters()])
    return { isDone: true, writtenOff }
  })
}

interface DoneOfChunk {
  readonly tally: Tally
  readonly writtenOff: readonly string[]
}

interface DoingOfChunk extends Workshop {
  /** Counts the exact pairs that the strategy breaks. */
  readonly pairs?: boolean
  /** The orders of a back-fill, as the host shows them. */
  readonly orders?: HostOrders | undefined
}

/** Does the accounts, or orders, of a chunk, in a transaction that its caller commits or takes back. */
export async function doChunk(
  session: TransactionSession,
  { orders, pairs = false, ...workshop }: DoingOfChunk,
  chunk: Chunk,
): Promise<DoneOfChunk> {
  const { settings, strategies, writeOffs, today } = workshop
  const codes = settings.matchingCodes
  if (chunk.undoes) {
    const undoing = { undoes: chunk.undoes, on: today(), codes }
    const tally =
      chunk.orderIds.length > 0
        ? await withdrawChunk(session, chunk, { ...undoing, strategyOf: strategies.ofChannel() })
        : await undoChunk(session, chunk, undoing)
    return { tally, writtenOff: [] }
  }
  if (orders) {
    const terms = { settings, strategies, today: today() }
    const { tally, documentIds } = await backFillChunk(session, chunk, { ...orders, ...terms })
    await workshop.noteAsTold(session, documentIds)
    return { tally, writtenOff: [] }
  }
  const { tally, plans } = await reconcileChunk(session, chunk, {
    strategy: strategies.named(chunk.strategy ?? ""),
    ...policyOf(settings, chunk.context),
    pairs,
    codes,
  })
  if (!settings.writeOff.automatic) return { tally, writtenOff: [] }
  const writtenOff: string[] = []
  for (const plan of plans) {
    // oxlint-disable-next-line no-await-in-loop -- a small rest is written off in a change of its own, and few have one
    writtenOff.push(...(await writeOffs.writeOffShortPaymentsOf(session, plan, chunk.context)))
  }
  return { tally, writtenOff }
}

/** A run that nobody started follows the store's policy, as what follows an event does. */
export function policyOf(
  { creditOfOrders }: Settings,
  { actor }: Chunk["context"],
): { readonly byPolicy: boolean; readonly onlyDeposits: boolean } {
  const byPolicy = actor.type === "system"
  return { byPolicy, onlyDeposits: byPolicy && creditOfOrders === "offered" }
}

interface Held {
  readonly id: bigint
  readonly holder: string
}

/**
 * Gives back a chunk of which somebody holds an account, or for which the server was too busy; cuts another one in two, until
 * the account, or order, that cannot be done is alone and is noted with its error. What the database cannot do at all is
 * thrown: the lease runs out by itself.
 */
async function afterFailure(database: Database, { id, holder }: Held, error: unknown): Promise<void> {
  const refusal = error instanceof ReconciliationError ? error.code : null
  if (refusal === null && isOfTheServer(error)) throw error
  if (refusal === "account_busy" || (refusal === null && isBusy(error))) {
    await database.run(sql.giveBack, [id, holder, BUSY_MILLISECONDS])
    return
  }
  await database.transaction(async (session) => {
    const [row] = await session.run<ChunkRow>(sql.holdChunk, [id, holder])
    if (!row) return
    if (row.account_ids.length + row.order_ids.length > 1) {
      await session.run(sql.halveChunk, [id, holder])
      return
    }
    const told = toldOf(error)
    await session.run(sql.failChunk, [id, holder, told, JSON.stringify([failed(row, told)])])
  })
}

function failed(
  { account_ids: [account], order_ids: [order] }: ChunkRow,
  error: string,
): LeftRecord | OrderLeftRecord {
  if (order !== undefined) return { order_id: order, display_id: null, reason: "failed", error }
  return { account_id: account ?? "0", credit_item_id: null, amount: "0", reason: "failed", error }
}
