import type { AllocationMove } from "../../../types/http"
import { candidateOf } from "../domain/allocation/candidate"
import { byOccurrence } from "../domain/allocation/order-of"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import { least, positiveMinorUnitsOf } from "../domain/money"
import { isLineCredit, isMoneyIn, openAmount } from "../domain/open-item"
import { openOf, payOrder } from "../domain/planner/payment"
import { MoveView } from "../edits/move-view"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import type { Request } from "../ledger/idempotency"
import { loadOpenItemsOfAccount } from "../ledger/load-account.sql"
import { openItemOf, type OpenItemRow } from "../ledger/rows"
import { post, type Terms } from "../money/move-money"
import type { StandingOpening } from "./find"
import { refuseOpening } from "./refusals"

export interface PayOpeningRequest {
  readonly id: string
  /** Open items of the account, in this order; null for all that lies there, oldest first. */
  readonly credits: readonly string[] | null
  /** A decimal string; null for as much as is open and there is. */
  readonly amount: string | null
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

export function payOpeningRequestOf({ idempotencyKey: key, ...pay }: PayOpeningRequest): Request {
  const { id, credits, amount, context } = pay
  return { operation: "pay_opening_balance", key, content: [id, credits, amount, context.reason] }
}

/**
 * Pays what was owed when the books began with what lies on its account, as a person decides it. The account must be locked.
 *
 * @throws opening_not_owed | opening_credit_not_open | opening_without_money | amount_above_open | amount_malformed …
 */
export async function payOpening(
  session: Session,
  { item, account }: StandingOpening,
  request: PayOpeningRequest & Terms,
): Promise<AllocationMove[]> {
  const { id, context, codes } = request
  if (item.side !== "debit" || openAmount(item) === 0n) throw refuseOpening.notOwed(id)
  const debit = candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
  const credits = await creditsOf(session, account.id, request.credits)
  const most = least(debit.open, openOf(credits))
  if (most === 0n) throw refuseOpening.nothingToPayWith(id)
  const amount = request.amount === null ? most : positiveMinorUnitsOf(request.amount, account.digits)
  if (amount > most) throw refuseOpening.tooMuch(id, most, account.digits)
  const proposals = payOrder(credits, {
    debits: [debit],
    plan: [],
    amount,
    lines: new Map([[item.lineKey ?? "", amount]]),
  })
  await post(session, account, {
    items: [],
    proposals,
    origin: "manual",
    context,
    codes,
    request: request.request,
    kind: "reconcile_account",
  })
  const view = new MoveView([item, ...credits.map((credit) => credit.item)], account.digits)
  return proposals.map((proposal: Proposal) => view.ofProposal(proposal))
}

/**
 * What lies unapplied on an account: what is named, in that order, else all, oldest first.
 *
 * @throws opening_credit_not_open
 */
async function creditsOf(
  session: Session,
  accountId: bigint,
  named: readonly string[] | null,
): Promise<Candidate[]> {
  const rows = await session.run<OpenItemRow & { order_id: string | null }>(loadOpenItemsOfAccount, [
    accountId,
  ])
  const credits = rows
    .map((row) => {
      const item = openItemOf(row)
      return candidateOf(item, {
        placedAt: item.occurredAt,
        placedOn: item.occurredOn,
        orderId: row.order_id,
      })
    })
    .filter(({ item }) => isMoneyIn(item) || isLineCredit(item))
  if (named === null) return credits.toSorted(byOccurrence)
  const byId = new Map(credits.map((credit) => [credit.item.id.toString(), credit]))
  return [...new Set(named)].map((id) => {
    const credit = byId.get(id)
    if (!credit) throw refuseOpening.creditNotOpen(id)
    return credit
  })
}
