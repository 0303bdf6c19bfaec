import { ReconciliationError } from "../domain/errors"
import { codeOf, type Database, type Session } from "../ledger/database"
import type { Settings } from "../settings/options"
import type { StrategyRegister } from "../settings/strategies"
import type { WriteOffs } from "../write-offs/write-offs"
import * as sql from "./chunks.sql"
import { reconcileChunk } from "./reconcile-chunk"
import type { Tally } from "./tally"
import { chunkOf, type Chunk, type ChunkRow } from "./types"
import { undoChunk } from "./undo-chunk"

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
  readonly strategies: StrategyRegister
  readonly writeOffs: WriteOffs
  readonly today: () => string
}

/** What became of a chunk. */
export interface WorkedChunk {
  readonly runId: bigint
  /** Whether it is done; else it was given back, cut, or is another worker's. */
  readonly isDone: boolean
  /** The orders of which a short payment was written off: the host is to be told. */
  readonly writtenOff: readonly string[]
}

/** Takes a chunk and does it. @returns undefined when none waits */
export async function workOnce(workshop: Workshop, holder: string): Promise<WorkedChunk | undefined> {
  const taken = await takeChunk(workshop.database, holder)
  return taken && finishTaken(workshop, taken, holder)
}

/** Takes the first chunk that nobody holds, for some time; that is committed before it is begun. */
export async function takeChunk(database: Database, holder: string): Promise<Chunk | undefined> {
  return database.transaction(async (session) => {
    const [row] = await session.run<ChunkRow>(sql.takeChunk, [holder, LEASE_MILLISECONDS, MOST_ATTEMPTS])
    return row && chunkOf(row)
  })
}

/** Does a chunk that was taken. */
export async function finishTaken(
  workshop: Workshop,
  { id, runId }: Chunk,
  holder: string,
): Promise<WorkedChunk> {
  try {
    return await workshop.database.transaction(async (session) => {
      const [row] = await session.run<ChunkRow>(sql.holdChunk, [id, holder])
      if (!row) return { runId, isDone: false, writtenOff: [] }
      const { tally, writtenOff } = await doChunk(session, workshop, chunkOf(row))
      await session.run(sql.closeChunk, [id, ...tally.parameters()])
      return { runId, isDone: true, writtenOff }
    })
  } catch (error) {
    await afterFailure(workshop.database, { id, holder }, error)
    return { runId, isDone: false, writtenOff: [] }
  }
}

interface DoneOfChunk {
  readonly tally: Tally
  readonly writtenOff: readonly string[]
}

/** Does the accounts of a chunk, in a transaction that its caller commits or takes back. */
export async function doChunk(
  session: Session,
  { settings, strategies, writeOffs, today, pairs = false }: Workshop & { readonly pairs?: boolean },
  chunk: Chunk,
): Promise<DoneOfChunk> {
  const codes = settings.matchingCodes
  if (chunk.undoes) {
    const tally = await undoChunk(session, chunk, { undoes: chunk.undoes, on: today(), codes })
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
 * Gives back a chunk of which somebody holds an account; cuts another one in two, until the account that cannot be done
 * is alone and is noted with its error. What the database cannot do at all is thrown: the lease runs out by itself.
 */
async function afterFailure(database: Database, { id, holder }: Held, error: unknown): Promise<void> {
  if (isOfTheServer(error)) throw error
  if (error instanceof ReconciliationError && error.code === "account_busy") {
    await database.run(sql.giveBack, [id, holder, BUSY_MILLISECONDS])
    return
  }
  await database.transaction(async (session) => {
    const [row] = await session.run<ChunkRow>(sql.holdChunk, [id, holder])
    if (!row) return
    const [only, ...others] = row.account_ids
    if (others.length > 0 || only === undefined) {
      await session.run(sql.halveChunk, [id, holder])
      return
    }
    const told = toldOf(error)
    const left = { account_id: only, credit_item_id: null, amount: "0", reason: "failed", error: told }
    await session.run(sql.failChunk, [id, holder, told, JSON.stringify([left])])
  })
}

/** Classes of PostgreSQL's codes for a connection that is gone, a server that stops, and one that has no room left. */
const SERVER_CLASSES: ReadonlySet<string> = new Set(["08", "53", "57", "58"])

const isOfTheServer = (error: unknown): boolean =>
  !(error instanceof ReconciliationError) &&
  (SERVER_CLASSES.has(codeOf(error).slice(0, 2)) || /^E[A-Z]+$/.test(codeOf(error)))

function toldOf(error: unknown): string {
  const told = error instanceof ReconciliationError ? `${error.code}: ${error.message}` : String(error)
  return told.slice(0, 500)
}
