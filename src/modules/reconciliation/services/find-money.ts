import { ReconciliationError } from "../domain/errors"
import { findCreditByKey, findItem, loadPartners } from "../sql/load-money"
import type { Session } from "./database"
import { lockAccountById } from "./ledger"
import { locatedItemOf, type LocatedItem, type LocatedItemRow } from "./located-item"
import type { Account } from "./rows"

export interface PartnerRow extends LocatedItemRow {
  allocation_amount: string
}

/** What a live allocation joins an item with. */
export const partnerOf = (row: PartnerRow): LocatedItem & { amount: bigint } => ({
  ...locatedItemOf(row),
  amount: BigInt(row.allocation_amount),
})

/** A payment or deposit by an open item's id, or by a capture's id of the host. @throws payment_not_found */
export async function findMoney(session: Session, paymentId: string): Promise<LocatedItem> {
  const id = /^\d{1,18}$/.test(paymentId)
    ? paymentId
    : (await session.run<{ id: string }>(findCreditByKey, [`cap:${paymentId}`]))[0]?.id
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

/**
 * Locks the money's account and those of every order that it paid, in order of id. Should the money come
 * to pay an order of yet another account meanwhile, that one is locked late; PostgreSQL ends the rare
 * deadlock and the transaction is tried again.
 */
export async function lockAccountsOf(session: Session, money: LocatedItem): Promise<Map<bigint, Account>> {
  const locked = new Map<bigint, Account>()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until nothing new is found under the locks
    const paid = (await session.run<PartnerRow>(loadPartners, [money.item.id])).map(partnerOf)
    const wanted = [money.accountId, money.home, ...paid.map(({ home }) => home)]
    const missing = [...new Set(wanted)].filter((id) => !locked.has(id)).toSorted(ascending)
    if (missing.length === 0) return locked
    // oxlint-disable-next-line no-await-in-loop -- locks are taken one by one, in ascending order
    for (const id of missing) locked.set(id, await lockAccountById(session, id))
  }
}

const ascending = (one: bigint, other: bigint): number => (one < other ? -1 : 1)
