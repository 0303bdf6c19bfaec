import type { RunScope } from "../../../types/http"
import type { Session } from "../ledger/database"
import * as sql from "./runs.sql"
import { ownersOfScope } from "./scope"
import { CHUNK, type NewRun } from "./types"

/** Which accounts a run is given, besides its scope. */
interface Choice {
  /** At most so many, after this account. */
  readonly limit: number | null
  readonly after: bigint
  /** Of what may be put, only money on account counts. */
  readonly onlyDeposits?: boolean
  /** Of what is undone, only accounts that something else changed since. */
  readonly onlyChangedSince?: boolean
}

const ALL: Choice = { limit: null, after: 0n }

/** Opens a run and cuts its accounts into chunks. @returns its number and its chunks, by id, with their accounts */
export async function startRun(
  session: Session,
  run: NewRun,
  choice: Partial<Choice> = ALL,
): Promise<{ readonly id: bigint; readonly chunks: readonly CutChunk[] }> {
  const { undoes, scope, strategy, context } = run
  const [row] = await session.run<{ id: string }>(sql.openRun, [
    run.id?.toString() ?? null,
    undoes?.runId ?? null,
    strategy,
    undoes?.cascade ?? null,
    JSON.stringify(scope),
    context.actor.type,
    context.actor.id,
    context.cause,
  ])
  if (!row) throw new Error("the run was not opened")
  const chosen = { ...ALL, ...choice }
  const chunks = undoes
    ? await cutUndoing(session, [row.id, undoes.runId], chosen)
    : await cutReconciling(session, row.id, { ...chosen, scope })
  return { id: BigInt(row.id), chunks }
}

/** A number for a run that is rolled back. */
export async function dryNumber(session: Session): Promise<bigint> {
  const [row] = await session.run<{ id: string }>(sql.dryNumber)
  return BigInt(row?.id ?? 0)
}

/** Notes how many accounts are of a run's scope. */
export async function countScope(session: Session, id: bigint, scope: RunScope): Promise<void> {
  await session.run(sql.countScope, [id, ...ownersOfScope(scope)])
}

interface CutChunk {
  readonly id: string
  readonly account_ids: string[]
}

async function cutReconciling(
  session: Session,
  id: string,
  { scope, limit, after, onlyDeposits = false }: Choice & { readonly scope: RunScope },
): Promise<CutChunk[]> {
  return session.run<CutChunk>(sql.cutReconciling, [
    id,
    ...ownersOfScope(scope),
    scope.from ?? null,
    scope.until ?? null,
    limit ?? scope.limit ?? null,
    after,
    onlyDeposits,
    CHUNK.accounts,
    CHUNK.items,
  ])
}

async function cutUndoing(
  session: Session,
  [id, undone]: readonly [string, bigint],
  { limit, after, onlyChangedSince = false }: Choice,
): Promise<CutChunk[]> {
  return session.run<CutChunk>(sql.cutUndoing, [
    id,
    undone,
    limit,
    after,
    onlyChangedSince,
    CHUNK.accounts,
    CHUNK.items,
  ])
}
