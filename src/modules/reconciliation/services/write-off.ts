import { candidateOf } from "../domain/allocate/candidate"
import { ReconciliationError } from "../domain/errors"
import { decimalOf, limitUnitsOf, positiveMinorUnitsOf } from "../domain/money"
import { isCharge, isLineCredit, signedAmount, type OpenItem } from "../domain/open-item"
import { isReopened } from "../domain/transfer"
import {
  authorityFor,
  limitOf,
  openForWriteOff,
  planWriteOff,
  standingIn,
  type Authority,
  type WriteOffKind,
} from "../domain/write-off"
import { loadPartners } from "../sql/load-money"
import type { Session } from "./database"
import { findMoney, partnerOf, readItem, type PartnerRow } from "./find-money"
import { lockAccountById, write, type LoadedDocument, type WrittenChange } from "./ledger"
import { lockDocument } from "./located-item"
import type { Account } from "./rows"
import { writeOffTooLarge, nothingToWriteOff, writeOffAboveLimit, notOnAccount } from "./write-off-refusals"
import type { WriteOffSettings } from "./write-off-options"
import type { WriteOffInput, WriteOffPlace, WriteOffRules, WriteOffTarget } from "./write-off-types"

/** Locks what a write-off is about. @throws order_unknown | payment_not_found | not_on_account */
export async function placeOf(session: Session, target: WriteOffTarget): Promise<WriteOffPlace> {
  if ("orderId" in target) {
    const { account, loaded } = await lockDocument(session, target.orderId)
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

/** Writes a write-off that was decided. The account must be locked. */
export async function makeWriteOff(
  session: Session,
  place: WriteOffPlace,
  input: Pick<WriteOffInput, "kind" | "id" | "occurredAt" | "occurredOn" | "context" | "reason"> & {
    readonly amount: bigint
    readonly origin: "auto" | "manual"
    readonly rules: WriteOffRules
  },
): Promise<WrittenChange> {
  const { kind, amount } = input
  const { settings, codes } = input.rules
  const { item, proposals } = planWriteOff(amount, openForWriteOff(place.candidates, kind), {
    key: `woff:${input.id}`,
    kind,
    documentId: place.loaded?.document.id ?? null,
    occurredAt: input.occurredAt,
    occurredOn: input.occurredOn,
    glAccount: settings.accounts[kind],
  })
  return write(session, {
    account: place.account,
    document: place.loaded?.document,
    kind: "write_off",
    context: { ...input.context, reason: input.reason },
    items: [item],
    proposals,
    origin: input.origin,
    codes,
  })
}

/** Refuses a decision made on what is no longer so. @throws version_stale */
export function refuseStaleOrder({ loaded }: WriteOffPlace, expected: number | undefined): void {
  if (expected === undefined || !loaded || loaded.document.version === expected) return
  throw new ReconciliationError({
    type: "conflict",
    code: "version_stale",
    message: `The order is at version ${loaded.document.version}, not ${expected}.`,
    ids: { order_id: loaded.document.orderId, version: loaded.document.version.toString() },
    remedy: "Read the order again, look at what changed, and send the new version.",
  })
}
