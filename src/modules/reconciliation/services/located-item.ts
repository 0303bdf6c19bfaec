import { ReconciliationError } from "../domain/errors"
import { openItemOf, type Account, type OpenItemRow } from "./rows"
import type { OpenItem } from "../domain/open-item"
import type { Session } from "./database"
import { findDocument, lockAccountById, type LoadedDocument } from "./ledger"

/** An item with the account it is in, and where its order is now. */
export interface LocatedItemRow extends OpenItemRow {
  account_id: string
  order_id: string | null
  document_account_id: string | null
}

export interface LocatedItem {
  readonly item: OpenItem
  readonly accountId: bigint
  readonly orderId: string | null
  /** The account of its order now; of no order, its own. */
  readonly home: bigint
}

export function locatedItemOf(row: LocatedItemRow): LocatedItem {
  return {
    item: openItemOf(row),
    accountId: BigInt(row.account_id),
    orderId: row.order_id,
    home: BigInt(row.document_account_id ?? row.account_id),
  }
}

/** Locks the account an order is in and reads the order as it then stands. @throws order_unknown */
export async function lockDocument(
  session: Session,
  orderId: string,
): Promise<{ account: Account; loaded: LoadedDocument }> {
  let found = await findDocument(session, orderId)
  while (found) {
    const { accountId } = found.document
    // oxlint-disable-next-line no-await-in-loop -- the order may move to another account until its account is locked
    const account = await lockAccountById(session, accountId)
    // oxlint-disable-next-line no-await-in-loop -- what was found before the lock may be gone
    found = await findDocument(session, orderId)
    if (found?.document.accountId === accountId) return { account, loaded: found }
  }
  throw new ReconciliationError({
    type: "not_found",
    code: "order_unknown",
    message: `The ledger holds nothing of order ${orderId.slice(0, 60)}.`,
    ids: { order_id: orderId.slice(0, 60) },
    remedy: "Send the id of an order of this store; reconcile it first if it was never read.",
  })
}
