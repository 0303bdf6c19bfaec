import { dayOf } from "../domain/day"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { findDocument, lockAccountById } from "../ledger/documents"
import { lockOwned, ownerOfDocument } from "../ledger/owners"
import { accountById } from "../money/accounts"
import { transferDocument } from "../orders/transfer-document"
import type { CodeSettings } from "../settings/options"

interface Following {
  readonly codes: CodeSettings
  readonly timeZone: string
  readonly now: string
}

/** Nobody's act: an order goes where its owner's account is. */
export const FOLLOWING: ChangeContext = { actor: { type: "system", id: null }, cause: "membership" }

/**
 * Brings an order to the account that it belongs to, as its next read would.
 *
 * @returns whether it was somewhere else
 */
export async function followOwner(
  session: Session,
  orderId: string,
  { codes, timeZone, now }: Following,
): Promise<boolean> {
  const seen = await findDocument(session, orderId)
  if (!seen) return false
  const from = await accountById(session, seen.document.accountId)
  const owner = ownerOfDocument(seen.document, from)
  const { currencyCode, digits } = from
  const { account: to, root } = await lockOwned(session, {
    ...owner,
    currencyCode,
    digits,
    firstRank: codes.firstRank,
  })
  if (to.id === from.id) return false
  // Two that lock crosswise may wait for each other; PostgreSQL then lets one try again.
  const own = await lockAccountById(session, from.id)
  const loaded = await findDocument(session, orderId)
  if (loaded?.document.accountId !== own.id) return false
  const at = root.since ?? now
  await transferDocument(session, {
    from: own,
    to,
    loaded,
    owner,
    since: { at, on: dayOf(at, timeZone) },
    context: FOLLOWING,
    codes,
  })
  return true
}
