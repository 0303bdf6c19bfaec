import { randomUUID } from "node:crypto"
import type { Release } from "../domain/allocation/release"
import { keyOf } from "../domain/key"
import { positiveMinorUnitsOf } from "../domain/money"
import { candidateIn } from "../domain/planner/free-money"
import { planNotPaidBack, planPayBack } from "../domain/posting/pay-back"
import { MoveView } from "../edits/move-view"
import { findMoney } from "../items/find-money"
import { locatedItemOf, type LocatedItem, type LocatedItemRow } from "../items/located-item"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { lockAccountById } from "../ledger/documents"
import type { Request } from "../ledger/idempotency"
import type { Account } from "../ledger/rows"
import { aroundOf, freeMoney } from "./free-money"
import { findPosted } from "./money.sql"
import { draftOf, laterThan, post, refuseNoMoney, type Terms } from "./move-money"
import { refuseMoney } from "./refusals"

export interface PayBackRequest {
  /** An open item's id, or a capture's id of the host (capt_…). */
  readonly paymentId: string
  /** A decimal string; null for all that is free. */
  readonly amount: string | null
  readonly method: string
  readonly reference: string | null
  /** The moment as it is stated; null for now. */
  readonly statedAt: string | null
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

export function payBackRequestOf({ idempotencyKey: key, ...back }: PayBackRequest): Request {
  const { paymentId, amount, method, reference, statedAt, context } = back
  return {
    operation: "pay_back",
    key,
    content: [paymentId, amount, method, reference, statedAt, context.reason],
  }
}

/** Money in its account, locked. */
export interface MoneyPlace {
  readonly money: LocatedItem
  readonly account: Account
}

/** @throws payment_not_found | not_movable */
export async function lockMoney(session: Session, paymentId: string): Promise<MoneyPlace> {
  const money = await findMoney(session, paymentId)
  refuseNoMoney(money.item)
  return { money, account: await lockAccountById(session, money.accountId) }
}

interface PaidBack {
  readonly id: string
  readonly amount: bigint
  /** The open item of what went out. */
  readonly itemId: bigint
}

/**
 * Records that money went out to whoever had paid it, for no order: only what pays nothing can. The account must be locked.
 *
 * @throws money_not_free | move_too_large | pay_back_before_payment | amount_malformed …
 */
export async function payBack(
  session: Session,
  { money: { item }, account }: MoneyPlace,
  request: PayBackRequest & Terms,
): Promise<PaidBack> {
  const { at, on, context, codes } = request
  if (on < item.occurredOn) throw refuseMoney.payBackBeforePayment(item, on)
  const { digits } = account
  const freed = await freeMoney(session, {
    itemId: item.id,
    digits,
    amount: request.amount === null ? null : positiveMinorUnitsOf(request.amount, digits),
    release: false,
    cascade: false,
    on,
  })
  const id = randomUUID()
  const when = laterThan(item, { at, on })
  const side = planPayBack(freed.money, {
    id,
    amount: freed.amount,
    method: request.method,
    reference: request.reference ?? item.reference,
    occurredAt: when.at,
    occurredOn: when.on,
  })
  const written = await post(session, account, {
    ...draftOf(side),
    context,
    codes,
    request: request.request,
    kind: "pay_back",
  })
  const [itemId] = written.itemIds
  if (itemId === undefined) throw new Error("what was paid back was not written")
  return { id, amount: freed.amount, itemId }
}

export interface UndoPayBackRequest {
  readonly id: string
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

export function undoPayBackRequestOf({ idempotencyKey: key, id, context }: UndoPayBackRequest): Request {
  return { operation: "undo_pay_back", key, content: [id, context.reason] }
}

/** What was recorded as paid back and stands, in its account, locked. */
export interface StandingPayBack {
  readonly paidBack: LocatedItem & { readonly changeId: string }
  readonly account: Account
}

/** @throws pay_back_not_found | pay_back_undone */
export async function lockPayBack(session: Session, id: string): Promise<StandingPayBack> {
  const find = async (): Promise<StandingPayBack["paidBack"][]> => {
    const keys = [keyOf("payBack", id)]
    const rows = await session.run<LocatedItemRow & { change_id: string }>(findPosted, [keys, null])
    return rows.map((row) => ({ ...locatedItemOf(row), changeId: row.change_id }))
  }
  const [found] = await find()
  if (!found) throw refuseMoney.payBackNotFound(id)
  const account = await lockAccountById(session, found.accountId)
  const [paidBack, undone] = await find()
  if (!paidBack) throw refuseMoney.payBackNotFound(id)
  if (undone) throw refuseMoney.payBackUndone(id)
  return { paidBack, account }
}

/**
 * Takes back that money was recorded as paid back: it never went out, so it is free again. The account must be locked.
 *
 * @throws pay_back_settled | order_moved
 */
export async function undoPayBack(
  session: Session,
  { paidBack: { item, changeId }, account }: StandingPayBack,
  request: UndoPayBackRequest & Terms,
): Promise<{ readonly amount: bigint; readonly moneyId: bigint }> {
  const { at, on, context, codes } = request
  const around = await aroundOf(session, item.id)
  const settling = around.live.filter(({ debitItemId }) => debitItemId === item.id)
  const [only, ...others] = settling
  if (!only || others.length > 0 || only.rule !== "paid_back") {
    const view = new MoveView(
      around.candidates.map((one) => one.item),
      account.digits,
    )
    throw refuseMoney.payBackSettled(request.id, view.told(settling).told)
  }
  if (around.movedAway.has(only.creditItemId))
    throw refuseMoney.orderMoved(candidateIn(around.candidates, only.creditItemId).item)
  const out = candidateIn(around.candidates, item.id)
  const release: Release = {
    allocation: only,
    credit: candidateIn(around.candidates, only.creditItemId).item,
    debit: out.item,
    rule: "pay_back_undone",
    on,
  }
  const side = planNotPaidBack({ ...out, open: out.item.amount }, laterThan(item, { at, on }))
  await post(session, account, {
    ...draftOf(side, { releases: [release], proposals: [] }),
    context,
    codes,
    request: request.request,
    kind: "pay_back",
    undoes: BigInt(changeId),
  })
  return { amount: item.amount, moneyId: only.creditItemId }
}
