import type { AllocationMove, KeptMove } from "../../../types/http"
import { positiveMinorUnitsOf } from "../domain/money"
import { isUndoingOpening } from "../domain/key"
import { isOnAccount, type OpenItem } from "../domain/open-item"
import type { OwnerType } from "../domain/owner"
import { moveIdOf, movesKeyOf, planGive, type PostedSide } from "../domain/posting/give"
import { findMoney } from "../items/find-money"
import type { LocatedItem } from "../items/located-item"
import type { ChangeContext, WrittenChange } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change, type DraftedChange } from "../ledger/envelope"
import type { Request } from "../ledger/idempotency"
import type { AccountPlace } from "../ledger/lock"
import { ownedAccountId } from "../ledger/owners"
import type { Account } from "../ledger/rows"
import type { CodeSettings } from "../settings/options"
import { accountById, accountIn, lockAccounts } from "./accounts"
import { freeMoney } from "./free-money"
import { lastMove } from "./money.sql"
import { refuseMoney } from "./refusals"

export interface MoveRequest {
  /** An open item's id, or a capture's id of the host (capt_…). */
  readonly paymentId: string
  readonly to: { readonly type: OwnerType; readonly id: string }
  /** A decimal string; null for what is free, or with `release` for all that can be. */
  readonly amount: string | null
  readonly release: boolean
  readonly cascade: boolean
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

/** When it is done, under which settings and which request. */
export interface Terms {
  /** ISO in UTC, and its day in the accounting time zone. */
  readonly at: string
  readonly on: string
  readonly codes: CodeSettings
  readonly request?: Request | undefined
}

export function moveRequestOf({ idempotencyKey: key, ...move }: MoveRequest): Request {
  const { paymentId, to, amount, release, cascade, context } = move
  return {
    operation: "move_money",
    key,
    content: [paymentId, { ...to }, amount, release, cascade, context.reason],
  }
}

/** The money and both accounts, locked. */
export interface PlaceOfMove {
  readonly money: LocatedItem
  readonly from: Account
  readonly to: Account
}

/** @throws payment_not_found | not_movable | moved_nowhere */
export async function lockMove(
  session: Session,
  { paymentId, to }: Pick<MoveRequest, "paymentId" | "to">,
  { codes: { firstRank } }: Pick<Terms, "codes">,
): Promise<PlaceOfMove> {
  const money = await findMoney(session, paymentId)
  refuseNoMoney(money.item)
  const { currencyCode, digits } = await accountById(session, money.accountId)
  const toId = await ownedAccountId(session, { ...to, currencyCode, digits, firstRank })
  if (toId === money.accountId) throw refuseMoney.sameAccount(money.item)
  const accounts = await lockAccounts(session, [money.accountId, toId])
  return { money, from: accountIn(accounts, money.accountId), to: accountIn(accounts, toId) }
}

/** @throws not_movable */
export function refuseNoMoney(item: OpenItem): void {
  if (item.side !== "credit" || !(item.kind === "payment" || isOnAccount(item)) || isUndoingOpening(item))
    throw refuseMoney.notMoney(item)
}

export interface MoveOutcome {
  readonly id: string
  readonly amount: bigint
  readonly moved: bigint
  readonly released: AllocationMove[]
  readonly kept: KeptMove[]
}

/**
 * Moves money from one account to another by a balanced pair: to the customer whose it is, or to nobody yet. Both accounts
 * must be locked.
 *
 * @throws money_not_free | move_too_large | has_dependants | dependant_stays | amount_malformed …
 */
export async function moveMoney(
  session: Session,
  { money: { item }, from, to }: PlaceOfMove,
  request: MoveRequest & Terms,
): Promise<MoveOutcome> {
  const { at, on, context, codes, release, cascade } = request
  const { digits } = from
  const freed = await freeMoney(session, {
    itemId: item.id,
    digits,
    amount: request.amount === null ? null : positiveMinorUnitsOf(request.amount, digits),
    release,
    cascade,
    on,
  })
  const [last] = await session.run<{ number: number }>(lastMove, [movesKeyOf(item)])
  const number = (last?.number ?? 0) + 1
  const when = laterThan(item, { at, on })
  const { closed, opened } = planGive(freed.money, { amount: freed.amount, number, ...when })
  await post(session, from, {
    ...draftOf(closed, freed),
    context,
    codes,
    request: request.request,
    kind: "move",
    on,
  })
  const written = await post(session, to, { ...draftOf(opened), context, codes, kind: "move" })
  const [moved] = written.itemIds
  if (moved === undefined) throw new Error("the moved money was not written")
  const { amount, released, kept } = freed
  return { id: moveIdOf(item, number), amount, moved, released, kept }
}

/** What happens to money is not dated before it came. */
export function laterThan(
  { occurredAt, occurredOn }: OpenItem,
  { at, on }: { readonly at: string; readonly on: string },
): { at: string; on: string } {
  return { at: at < occurredAt ? occurredAt : at, on: on < occurredOn ? occurredOn : on }
}

export function draftOf(
  { item, proposals }: PostedSide,
  more: Pick<DraftedChange, "releases" | "proposals"> = { proposals: [] },
): Pick<DraftedChange, "items" | "releases" | "proposals" | "origin"> {
  return {
    items: [item],
    releases: more.releases,
    proposals: [...more.proposals, ...proposals],
    origin: "manual",
  }
}

export type Posting = DraftedChange & {
  readonly context: ChangeContext
  readonly codes: CodeSettings
  readonly request?: Request | undefined
}

/** Writes a change of an account that is locked. */
export async function post(
  session: Session,
  account: Account,
  { context, codes, request, ...drafted }: Posting,
): Promise<WrittenChange> {
  return change<AccountPlace, WrittenChange>(session, {
    context,
    codes,
    request,
    lock: async () => ({ account }),
    plan: async () => ({
      change: drafted,
      answer: (written) => {
        if (!written) throw new Error("nothing was written")
        return written
      },
    }),
  })
}
