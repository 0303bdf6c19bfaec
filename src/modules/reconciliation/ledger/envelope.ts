import type { ChangeContext, Opening, PlannedChange, PlannedMoves, WrittenChange } from "./change"
import type { Session, TransactionSession } from "./database"
import { write } from "./write"
import { writeAll } from "./write-changes"
import { writeAllOpenings } from "./write-openings"
import type { Account, Document } from "./rows"
import type { CodeSettings } from "../settings/options"
import { requireVersion, type AccountPlace } from "./lock"
import { hashOf, type Request } from "./idempotency"

/** What a plan leaves to the envelope: whose ledger it changes, who does it, and under which key. */
export type DraftedChange = Omit<
  PlannedChange,
  "account" | "document" | "context" | "idempotency" | "codes"
> & {
  /** Names what is asked for where the state itself shows that it was done; else the request's own. */
  readonly requestHash?: string
}

/** A plan: the change that it makes, null when there is nothing to do, and what the sender is answered. */
export interface Drafted<Answer> {
  readonly change: DraftedChange | null
  readonly answer: (written: WrittenChange | null) => Answer | Promise<Answer>
}

/** One write of the ledger, in the steps in which each is made. */
export interface Write<Place extends AccountPlace, Answer> {
  /** Who does it and why; kept in the journal. */
  readonly context: ChangeContext
  readonly codes: CodeSettings
  /** Named in the journal; without one the write belongs to a larger request. */
  readonly request?: Request | undefined
  /** Locks what is changed, then loads it: what was read before the lock may be gone. */
  readonly lock: (session: Session) => Promise<Place>
  /** Answers when everything is already as asked for; asked before the version, which has then moved on rightly. */
  readonly isDone?: (place: Place, session: Session) => Promise<Answer | undefined>
  /** The version that the sender decided on. */
  readonly expectedVersion?: number | undefined
  /** Items that the request is about, for the refusal of a stale one. */
  readonly itemIds?: readonly bigint[] | undefined
  /** Given where nothing follows in the transaction: the write commits in the same round trip. */
  readonly finishing?: Pick<TransactionSession, "finish"> | undefined
  /** Loads what else it needs, plans and checks; writes nothing. */
  readonly plan: (place: Place, session: Session) => Promise<Drafted<Answer>>
}

/**
 * The one way to change the ledger: lock, load, see whether it is done, refuse a stale version, plan, check, write
 * with its journal entry, answer. A new kind of write is its plan and one call of this, within `once`, which knows a
 * repeated request by its key. Nothing is written when the plan has no change; whatever throws leaves nothing.
 *
 * The lock of an accounting month, and numbers without gaps, belong between plan and write: both hold until the
 * transaction ends.
 *
 * @throws version_stale, what the lock, the plan and the ledger's own checks throw
 */
export async function change<Place extends AccountPlace, Answer>(
  session: Session,
  { context, codes, request, lock, isDone, expectedVersion, itemIds, plan, finishing }: Write<Place, Answer>,
): Promise<Answer> {
  const place = await lock(session)
  const standing = await isDone?.(place, session)
  if (standing !== undefined) return standing
  await requireVersion(session, place, { version: expectedVersion, itemIds })
  const { change: drafted, answer } = await plan(place, session)
  if (!drafted) return answer(null)
  const ofKey = request?.key === undefined ? undefined : hashOf(request)
  const { requestHash = ofKey, ...planned } = drafted
  const made = {
    ...planned,
    account: place.account,
    document: place.loaded?.document,
    context,
    codes,
    ...(requestHash !== undefined && { idempotency: { key: request?.key ?? null, requestHash } }),
  }
  const written = await write(session, made, finishing)
  return answer(written)
}

/** Writes to several accounts, in the steps in which they are made. */
export interface WriteToMany<Answer> {
  /** Who does it and why; kept in each account's journal entry. */
  readonly context: Omit<ChangeContext, "reason">
  readonly codes: CodeSettings
  /** Locks the accounts, in the order of their ids. */
  readonly lock: (session: Session) => Promise<readonly Account[]>
  /** Loads what it needs of all of them, plans each and checks; writes nothing. An account has one change at most. */
  readonly plan: (accounts: readonly Account[], session: Session) => Promise<DraftedMoves<Answer>>
}

/** Plans for several accounts: their changes, and what is answered. */
interface DraftedMoves<Answer> {
  readonly changes: readonly Omit<PlannedMoves, "context" | "codes">[]
  /** Given what was written, in the order of the changes. */
  readonly answer: (written: readonly WrittenChange[]) => Answer | Promise<Answer>
}

/**
 * The same for many accounts at once, in one transaction and one writing statement: lock, load, plan, check, write. It is
 * for what is asked of no version and no key of a single account, such as the chunks of a run.
 *
 * @throws what the lock, the plan and the ledger's own checks throw
 */
export async function changeAll<Answer>(
  session: Session,
  { context, codes, lock, plan }: WriteToMany<Answer>,
): Promise<Answer> {
  const { changes, answer } = await plan(await lock(session), session)
  return answer(
    await writeAll(
      session,
      changes.map((moves) => ({ ...moves, context, codes })),
    ),
  )
}

/** First changes of several orders, in the steps in which they are made. */
export interface WriteOpenings<Answer> {
  readonly context: Omit<ChangeContext, "reason">
  readonly codes: CodeSettings
  /** Locks the accounts, in the order of their ids, and opens the orders in them: their documents hold nothing yet. */
  readonly lock: (session: Session) => Promise<readonly OpenedOrder[]>
  /** Plans each of them and checks; writes nothing. Those that have nothing to post have no change. */
  readonly plan: (orders: readonly OpenedOrder[], session: Session) => Promise<DraftedOpenings<Answer>>
}

/** An order whose document was opened just now, in its account. */
export interface OpenedOrder {
  readonly account: Account
  readonly document: Document
}

interface DraftedOpenings<Answer> {
  /** In the order in which they are to be posted. */
  readonly changes: readonly Omit<Opening, "context" | "codes">[]
  readonly answer: () => Answer | Promise<Answer>
}

/**
 * The same for orders that come to the ledger many at once. What is posted is what a change of each by itself would leave.
 *
 * @throws what the lock, the plan and the ledger's own checks throw
 */
export async function openAll<Answer>(
  session: Session,
  { context, codes, lock, plan }: WriteOpenings<Answer>,
): Promise<Answer> {
  const { changes, answer } = await plan(await lock(session), session)
  await writeAllOpenings(
    session,
    changes.map((opening) => ({ ...opening, context, codes })),
  )
  return answer()
}
