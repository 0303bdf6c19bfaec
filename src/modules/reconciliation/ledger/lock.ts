import { ReconciliationError } from "../domain/errors"
import { readChangesSince } from "./load-edits.sql"
import type { Session } from "./database"
import { findDocument, lockAccountById, type LoadedDocument } from "./documents"
import type { Account } from "./rows"
import { changedBy, differenceOf, type ChangeSince } from "./stale"

/** What a change is about, locked: an account, and one of its orders as it stands under the lock. */
export interface AccountPlace {
  readonly account: Account
  readonly loaded?: LoadedDocument | null | undefined
}
export interface OrderPlace extends AccountPlace {
  readonly loaded: LoadedDocument
}

/** Locks the account that an order stands in, and reads the order as it is then. @throws order_not_read */
export async function lockOrder(session: Session, orderId: string): Promise<OrderPlace> {
  let seen = await findDocument(session, orderId)
  while (seen) {
    const { accountId } = seen.document
    // oxlint-disable-next-line no-await-in-loop -- the order may move to another account until its account is locked
    const account = await lockAccountById(session, accountId)
    // oxlint-disable-next-line no-await-in-loop -- what was found before the lock may be gone
    seen = await findDocument(session, orderId)
    if (seen?.document.accountId === accountId) return { account, loaded: seen }
  }
  throw orderNotRead(orderId)
}

export function orderNotRead(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "order_not_read",
    message: `The ledger has not read order ${orderId.slice(0, 60)}.`,
    ids: { order_id: orderId.slice(0, 60) },
    remedy: "Reconcile the order first, or check its id.",
  })
}

interface Expected {
  /** The version that the sender has seen; undefined asks for nothing. */
  readonly version: number | undefined
  /** Items that the request is about, so that the refusal can say what changed of them. */
  readonly itemIds?: readonly bigint[] | undefined
}

/**
 * Refuses what was decided on a version that has passed, and says who changed what since.
 *
 * @throws version_stale
 */
export async function requireVersion(
  session: Session,
  { account, loaded }: AccountPlace,
  { version: expected, itemIds = [] }: Expected,
): Promise<void> {
  const version = loaded ? loaded.document.version : account.version
  if (expected === undefined || expected === version) return
  const changes = await session.run<ChangeSince>(readChangesSince, [
    account.id,
    loaded?.document.id ?? null,
    itemIds,
    Math.min(Math.max(version - expected, 1), MOST_CHANGES),
  ])
  const difference = differenceOf(changes, account.digits)
  const since = difference.length > 0 ? ` Since then: ${difference.join(", ")}.` : ""
  const what = loaded ? "order" : "account"
  throw new ReconciliationError({
    type: "conflict",
    code: "version_stale",
    message: `The ${what} is at version ${version}, not ${expected}${changedBy(changes[0])}.${since}`,
    ids: {
      ...(loaded ? { order_id: loaded.document.orderId } : { account_id: account.id.toString() }),
      version: version.toString(),
      ...(difference.length > 0 && { changed: difference.join(", ") }),
    },
    remedy: `Read the ${what} again, look at what changed, and send the request with the new version.`,
  })
}

/** Older changes than these a person reads in the journal. */
const MOST_CHANGES = 100
