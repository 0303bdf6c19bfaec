import { ReconciliationError } from "../domain/errors"
import { keyOf } from "../domain/key"
import { findCreditByKey, findItem } from "./load-money.sql"
import type { Session } from "../ledger/database"
import { locatedItemOf, type LocatedItem, type LocatedItemRow } from "./located-item"

export interface PartnerRow extends LocatedItemRow {
  allocation_amount: string
}

/** What a live allocation joins an item with. */
export const partnerOf = (row: PartnerRow): LocatedItem & { amount: bigint } => ({
  ...locatedItemOf(row),
  amount: BigInt(row.allocation_amount),
})

/** Whether money is named by an open item's id, and not by a capture's of the host. */
export const isItemId = (paymentId: string): boolean => /^\d{1,18}$/.test(paymentId)

/** A payment or deposit by an open item's id, or by a capture's id of the host. @throws payment_not_found */
export async function findMoney(session: Session, paymentId: string): Promise<LocatedItem> {
  const id = isItemId(paymentId)
    ? paymentId
    : (await session.run<{ id: string }>(findCreditByKey, [keyOf("capture", paymentId)]))[0]?.id
  const [row] = id === undefined ? [] : await session.run<LocatedItemRow>(findItem, [id])
  if (!row) throw paymentNotFound(paymentId)
  return locatedItemOf(row)
}

export function paymentNotFound(paymentId: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "payment_not_found",
    message: `The ledger has no payment ${paymentId.slice(0, 60)}.`,
    ids: { payment_id: paymentId.slice(0, 60) },
    remedy: "Send the id of an open item of kind payment or deposit, or the host's id of a capture (capt_…).",
  })
}

/** An item as it stands now. */
export async function readItem(session: Session, id: bigint): Promise<LocatedItem> {
  const [row] = await session.run<LocatedItemRow>(findItem, [id])
  if (!row) throw new Error(`item ${id} vanished`)
  return locatedItemOf(row)
}
