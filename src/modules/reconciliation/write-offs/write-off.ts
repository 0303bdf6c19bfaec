import { candidateOf } from "../domain/allocation/candidate"
import { decimalOf, limitUnitsOf, positiveMinorUnitsOf } from "../domain/money"
import { isCharge, isLineCredit, signedAmount, type OpenItem } from "../domain/open-item"
import { isReopened, keyOf } from "../domain/key"
import {
  authorityFor,
  limitOf,
  openForWriteOff,
  planWriteOff,
  standingIn,
  type Authority,
  type WriteOffKind,
} from "../domain/write-offs/write-off"
import { loadPartners } from "../items/load-money.sql"
import type { Session } from "../ledger/database"
import { findMoney, partnerOf, readItem, type PartnerRow } from "../items/find-money"
import type { DraftedChange } from "../ledger/envelope"
import { lockAccountById, type LoadedDocument } from "../ledger/documents"
import { lockOrder } from "../ledger/lock"
import type { Account } from "../ledger/rows"
import { writeOffTooLarge, nothingToWriteOff, writeOffAboveLimit, notOnAccount } from "./write-off-refusals"
import type { WriteOffSettings } from "../settings/write-off-options"
import type { WriteOffInput, WriteOffPlace, WriteOffTarget } from "./write-off-types"

/** Locks what a write-off is about. @throws order_not_read | payment_not_found | not_on_account */
export async function placeOf(session: Session, target: WriteOffTarget): Promise<WriteOffPlace> {
  if ("orderId" in target) {
    const { account, loaded } = await lockOrder(session, target.orderId)
    return placeOfOrder(account, loaded)
  }
  const found = await findMoney(session, target.paymentId)
  if (found.item.kind !== "deposit" || found.item.documentId !== null) throw notOnAccount(found)
  const account = await lockAccountById(session, found.accountId)
  const { item } = await readItem(session, found.item.id)
  const candidate = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
  const standing = await keptOf(session, item)
  return { account, loaded: null, money: item, candidates: [candidate], total: item.amount, standing }
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
    candidates: loaded.items.map((item) => candidateOf(item, loaded.document)),
    total: priced.reduce((sum, item) => sum + signedAmount(item), 0n),
    standing: standingIn(loaded.items),
  }
}

/** What is open to be written off, in minor units. */
export function openIn(place: WriteOffPlace, kind: WriteOffKind): bigint {
  return openForWriteOff(place.candidates, kind).reduce((sum, { open }) => sum + open, 0n)
}

/**
 * How much is written off and who may decide it.
 *
 * @throws nothing_to_write_off | write_off_too_large | write_off_above_limit | amount_malformed …
 */
export function decisionOn(
  place: WriteOffPlace,
  { kind, amount: wanted, context }: Pick<WriteOffInput, "kind" | "amount" | "context">,
  settings: WriteOffSettings,
): { amount: bigint; authority: Authority } {
  const { digits } = place.account
  const open = openIn(place, kind)
  const amount = wanted === null ? open : positiveMinorUnitsOf(wanted, digits)
  if (open === 0n) throw nothingToWriteOff(place, kind)
  if (amount > open) throw writeOffTooLarge(place, decimalOf(open, digits))
  const authority = authorityOn(place, amount, settings)
  // What goes beyond the limit is a person's decision, which no job and no event can take.
  if (authority === "nobody" || (authority === "one_person" && context.actor.type === "system")) {
    throw writeOffAboveLimit(place, decimalOf(amount, digits))
  }
  return { amount, authority }
}

/** Who may decide a write-off of an amount beyond what stands already, by the store's limits for the currency. */
export function authorityOn(place: WriteOffPlace, amount: bigint, settings: WriteOffSettings): Authority {
  const { currencyCode, digits } = place.account
  const above = settings.approvalAbove[currencyCode]
  return authorityFor(amount, {
    standing: place.standing,
    limit: limitOf(settings.limits[currencyCode], place.total, digits),
    approvalAbove: above === undefined ? undefined : limitUnitsOf(above, digits),
  })
}

interface DecidedWriteOff extends Pick<WriteOffInput, "kind" | "id" | "occurredAt" | "occurredOn"> {
  readonly amount: bigint
  readonly origin: "auto" | "manual"
  readonly settings: WriteOffSettings
}

/** The change that a write-off which was decided makes. */
export function draftOf(place: WriteOffPlace, decided: DecidedWriteOff): DraftedChange {
  const { kind, amount, settings } = decided
  const { item, proposals } = planWriteOff(amount, openForWriteOff(place.candidates, kind), {
    key: keyOf("writeOff", decided.id),
    kind,
    documentId: place.loaded?.document.id ?? null,
    occurredAt: decided.occurredAt,
    occurredOn: decided.occurredOn,
    glAccount: settings.accounts[kind],
  })
  return { kind: "write_off", items: [item], proposals, origin: decided.origin }
}
