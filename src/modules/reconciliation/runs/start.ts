import type { RunScope } from "../../../types/http"
import type { Session } from "../ledger/database"
import { addOrders, cutBackFilling } from "./back-fill.sql"
import * as sql from "./runs.sql"
import { ordersOfScope, ownersOfScope } from "./scope"
import { CHUNK, ORDERS_A_CHUNK, type NewRun, type Undone } from "./types"
import { cutWithdrawing } from "./withdraw.sql"

/** Which accounts a run is given, or which orders an undo of a back-fill, besides its scope. */
interface Choice {
  /** At most so many, after this account or document. */
  readonly limit: number | null
  readonly after: bigint
  /** Of what may be put, only money on account counts. */
  readonly onlyDeposits?: boolean
  /** Of what is undone, only accounts that something else changed since. */
  readonly onlyChangedSince?: boolean
}

const ALL: Choice = { limit: null, after: 0n }

interface Started {
  readonly id: bigint
  /** By id; of a back-fill, which may have very many, none. */
  readonly chunks: readonly CutChunk[]
}

export interface CutChunk {
  readonly id: string
  readonly account_ids: string[]
  readonly order_ids: string[]
  /** The last account, or document, that it has. */
  readonly last: string
}

/** Opens a run that puts money or undoes another one, and cuts its accounts, or orders, into chunks. */
export async function startRun(
  session: Session,
  run: NewRun,
  choice: Partial<Choice> = ALL,
): Promise<Started> {
  const id = await openRun(session, run)
  const chosen = { ...ALL, ...choice }
  const { undoes, scope } = run
  const chunks = undoes
    ? await cutUndoing(session, [id, undoes], chosen)
    : await cutReconciling(session, id, { ...chosen, scope })
  return { id: BigInt(id), chunks }
}

/** Opens a back-fill and cuts the orders that it is to bring in into chunks. @returns its number */
export async function startBackFill(session: Session, run: NewRun, timeZone: string): Promise<bigint> {
  const id = await openRun(session, run)
  const { limit = null } = run.scope
  await session.run(cutBackFilling, [...ordersOfScope(run.scope, timeZone), id, limit, ORDERS_A_CHUNK])
  return BigInt(id)
}

/** Opens a back-fill of some orders alone, to be looked at and taken back. */
export async function startWith(
  session: Session,
  run: NewRun,
  orderIds: readonly string[],
): Promise<Started> {
  const id = await openRun(session, run)
  const chunks = orderIds.length > 0 ? await session.run<{ id: string }>(addOrders, [id, orderIds]) : []
  const cut = { account_ids: [], order_ids: [...orderIds], last: "" }
  return { id: BigInt(id), chunks: chunks.map((chunk) => ({ ...chunk, ...cut })) }
}

async function openRun(
  session: Session,
  { id, kind, undoes, strategy, scope, context }: NewRun,
): Promise<string> {
  const [row] = await session.run<{ id: string }>(sql.openRun, [
    id?.toString() ?? null,
    undoes?.runId ?? null,
    strategy,
    undoes?.cascade ?? null,
    JSON.stringify(scope),
    context.actor.type,
    context.actor.id,
    context.cause,
    kind,
  ])
  if (!row) throw new Error("the run was not opened")
  return row.id
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

type AccountsCut = Pick<CutChunk, "id" | "account_ids">

const ofAccounts = (chunk: AccountsCut): CutChunk => ({
  ...chunk,
  order_ids: [],
  last: chunk.account_ids.at(-1) ?? "0",
})

async function cutReconciling(
  session: Session,
  id: string,
  { scope, limit, after, onlyDeposits = false }: Choice & { readonly scope: RunScope },
): Promise<CutChunk[]> {
  const chunks = await session.run<AccountsCut>(sql.cutReconciling, [
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
  return chunks.map(ofAccounts)
}

async function cutUndoing(
  session: Session,
  [id, undone]: readonly [string, Undone],
  { limit, after, onlyChangedSince = false }: Choice,
): Promise<CutChunk[]> {
  if (undone.ofOrders) {
    const chunks = await session.run<Omit<CutChunk, "account_ids">>(cutWithdrawing, [
      undone.runId,
      id,
      limit,
      after,
      onlyChangedSince,
      ORDERS_A_CHUNK,
    ])
    return chunks.map((chunk) => ({ ...chunk, account_ids: [] }))
  }
  const chunks = await session.run<AccountsCut>(sql.cutUndoing, [
    id,
    undone.runId,
    limit,
    after,
    onlyChangedSince,
    CHUNK.accounts,
    CHUNK.items,
  ])
  return chunks.map(ofAccounts)
}
