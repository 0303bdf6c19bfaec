import type { UnmirroredView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import { lockAccountById } from "../ledger/documents"
import { listUnmirrored } from "../ledger/want-mirrors.sql"
import { addMirrors } from "./mirrors.sql"

interface UnmirroredRow {
  readonly document_id: string
  readonly credit_item_id: string
  readonly credit_account_id: string
  readonly order_id: string
  readonly display_id: string
  readonly currency_code: string
  readonly digits: number
  readonly reference: string
  readonly method: string | null
  readonly occurred_on: string
  readonly amount: string
}

/** Most parts of one request. */
const MOST_PARTS = 100

/** Wants what of deposits lies on orders and is not mirrored. Locks the accounts: what is applied must not move meanwhile. */
export async function mirrorUnmirrored(
  session: Session,
  { orderIds, actorId }: { readonly orderIds: readonly string[] | null; readonly actorId: string | null },
): Promise<UnmirroredView[]> {
  const seen = await session.run<UnmirroredRow>(listUnmirrored, [orderIds, MOST_PARTS])
  const accounts = [...new Set(seen.map((row) => BigInt(row.credit_account_id)))]
  for (const id of accounts.toSorted((one, other) => (one < other ? -1 : 1))) {
    // oxlint-disable-next-line no-await-in-loop -- locks are taken in one order
    await lockAccountById(session, id)
  }
  const ids = [...new Set(seen.map((row) => row.order_id))]
  const rows = await session.run<UnmirroredRow>(listUnmirrored, [ids, MOST_PARTS])
  const locked = new Set(accounts)
  const parts = rows.filter((row) => locked.has(BigInt(row.credit_account_id)))
  if (parts.length === 0) return []
  await session.run(addMirrors, [
    parts.map((row) => row.document_id),
    parts.map((row) => row.credit_item_id),
    parts.map((row) => row.amount),
    actorId,
  ])
  for (const id of ids) session.mirroring?.announce(id)
  return parts.map((row) => ({
    order_id: row.order_id,
    display_id: row.display_id,
    payment_id: row.credit_item_id,
    payment: row.reference,
    method: row.method,
    occurred_on: row.occurred_on,
    currency_code: row.currency_code,
    amount: decimalOf(BigInt(row.amount), row.digits),
  }))
}
