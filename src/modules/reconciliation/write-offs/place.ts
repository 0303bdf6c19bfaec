import { candidateOf } from "../domain/allocation/candidate"
import { isReopened } from "../domain/key"
import { isCharge, isLineCredit, signedAmount, type OpenItem } from "../domain/open-item"
import { rowUnknown } from "../domain/refunds/refund-refusals"
import { openForWriteOff, standingIn, type WriteOffKind } from "../domain/write-offs/write-off"
import { findMoney, partnerOf, readItem, type PartnerRow } from "../items/find-money"
import { loadPartners } from "../items/load-money.sql"
import type { Session } from "../ledger/database"
import { lockAccountById, type LoadedDocument } from "../ledger/documents"
import { lockOrder } from "../ledger/lock"
import type { Account } from "../ledger/rows"
import { notOnAccount } from "./refusals"
import type { WriteOffPlace, WriteOffTarget } from "./types"

/** Locks what a write-off is about. @throws order_not_read | row_unknown | payment_not_found | not_on_account */
export async function placeOf(session: Session, target: WriteOffTarget): Promise<WriteOffPlace> {
  if ("orderId" in target) {
    const { account, loaded } = await lockOrder(session, target.orderId)
    const place = placeOfOrder(account, loaded)
    return target.row === undefined ? place : placeOfRow(place, { orderId: target.orderId, row: target.row })
  }
  const found = await findMoney(session, target.paymentId)
  if (found.item.kind !== "deposit" || found.item.documentId !== null) throw notOnAccount(found)
  const account = await lockAccountById(session, found.accountId)
  const { item } = await readItem(session, found.item.id)
  const candidate = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
  const standing = await keptOf(session, item)
  return {
    account,
    loaded: null,
    money: item,
    row: null,
    candidates: [candidate],
    total: item.amount,
    standing,
  }
}

/** The same with what one row has open, and nothing else, to be taken. The bounds stay those of the whole order. */
function placeOfRow(
  place: WriteOffPlace,
  { orderId, row }: { readonly orderId: string; readonly row: string },
): WriteOffPlace {
  const candidates = place.candidates.filter(({ item }) => item.lineKey === row)
  if (candidates.length === 0) throw rowUnknown({ orderId }, row)
  return { ...place, row, candidates }
}

/** What stands kept of money on account. A write-off there is of one deposit, so what it took is all of it. */
async function keptOf(session: Session, { id }: OpenItem): Promise<bigint> {
  const partners = (await session.run<PartnerRow>(loadPartners, [id])).map(partnerOf)
  return partners.reduce((sum, { item, amount }) => (item.kind === "write_off" ? sum + amount : sum), 0n)
}

/** An order whose account is locked. */
export function placeOfOrder(account: Account, loaded: LoadedDocument): WriteOffPlace {
  const priced = loaded.items.filter(
    (item) => item.kind !== "reversal" && (isCharge(item) || isLineCredit(item)) && !isReopened(item),
  )
  return {
    account,
    loaded,
    money: null,
    row: null,
    candidates: loaded.items.map((item) => candidateOf(item, loaded.document)),
    total: priced.reduce((sum, item) => sum + signedAmount(item), 0n),
    standing: standingIn(loaded.items),
  }
}

/** What is open to be written off, in minor units. */
export function openIn(place: WriteOffPlace, kind: WriteOffKind): bigint {
  return openForWriteOff(place.candidates, kind).reduce((sum, { open }) => sum + open, 0n)
}
