import type { AllocationMove } from "../../../types/http"
import type { Release } from "../domain/allocation/release"
import type { Proposal } from "../domain/allocation/strategy"
import { nameOfItem, originOf, takenKeyOf } from "../domain/key"
import { candidateIn } from "../domain/planner/free-money"
import { closedBy, planReturn, type ReturnPlan } from "../domain/planner/return-money"
import { movesKeyOf, planGiveBack } from "../domain/posting/give"
import { MoveView } from "../edits/move-view"
import { loadAllocationsOfChange } from "../edits/take-back.sql"
import { findMoney } from "../items/find-money"
import { locatedItemOf, type LocatedItem, type LocatedItemRow } from "../items/located-item"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import type { Request } from "../ledger/idempotency"
import { allocationOf, type Account, type AllocationRow } from "../ledger/rows"
import { accountIn, lockAccounts } from "./accounts"
import { aroundOf, freeMoney, refuseWhatRests } from "./free-money"
import { findPosted } from "./money.sql"
import { draftOf, laterThan, post, type Terms } from "./move-money"
import { refuseMoney } from "./refusals"

export interface UndoMoveRequest {
  readonly id: string
  /** Takes the money off what it pays by now. */
  readonly release: boolean
  readonly cascade: boolean
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

export function undoMoveRequestOf({ idempotencyKey: key, ...undo }: UndoMoveRequest): Request {
  const { id, release, cascade, context } = undo
  return { operation: "undo_move", key, content: [id, release, cascade, context.reason] }
}

interface Posted extends LocatedItem {
  readonly changeId: string
}

/** A move that stands, with both accounts locked. */
export interface StandingMove {
  readonly closing: Posted
  readonly moved: Posted
  readonly from: Account
  readonly to: Account
}

/** @throws move_not_found | move_undone */
export async function lockStandingMove(session: Session, id: string): Promise<StandingMove> {
  const [, moneyId, number] = /^(\d{1,18})\.(\d{1,9})$/.exec(id) ?? []
  if (moneyId === undefined || number === undefined) throw refuseMoney.moveNotFound(id)
  const came = await findMoney(session, moneyId).catch(() => {
    throw refuseMoney.moveNotFound(id)
  })
  const key = movesKeyOf(came.item)
  const name = originOf(came.item) ?? nameOfItem(came.item)
  const posted = async (keys: readonly string[], sequence: string): Promise<Posted[]> => {
    const rows = await session.run<LocatedItemRow & { change_id: string }>(findPosted, [keys, sequence])
    return rows.map((row) => ({ ...locatedItemOf(row), changeId: row.change_id }))
  }
  const find = async (): Promise<Posted[]> => {
    const moves = await posted([key, takenKeyOf(name)], number)
    return [...moves, ...(await posted([`${key}.${number}.undo`], "1"))]
  }
  const found = await find()
  if (found.length < 2) throw refuseMoney.moveNotFound(id)
  const accounts = await lockAccounts(
    session,
    found.map(({ accountId }) => accountId),
  )
  const [closing, moved, undone] = await find()
  if (undone) throw refuseMoney.moveUndone(id)
  if (!closing || !moved) throw refuseMoney.moveNotFound(id)
  return {
    closing,
    moved,
    from: accountIn(accounts, closing.accountId),
    to: accountIn(accounts, moved.accountId),
  }
}

export interface UndoneMove {
  readonly amount: bigint
  /** The money where it is again. */
  readonly moneyId: bigint
  readonly released: AllocationMove[]
  readonly restored: AllocationMove[]
}

/**
 * Takes a move back: the money is where it was, and pays what it had been taken off as far as that is still open. Both
 * accounts must be locked.
 *
 * @throws money_not_free | move_too_large | order_moved | has_dependants | dependant_stays
 */
export async function undoMove(
  session: Session,
  { closing, moved, from, to }: StandingMove,
  request: UndoMoveRequest & Terms,
): Promise<UndoneMove> {
  const { context, codes, on, at, release, cascade } = request
  const { amount } = closing.item
  const freed = await freeMoney(session, {
    itemId: moved.item.id,
    digits: to.digits,
    amount,
    release,
    cascade,
    on,
  })
  const back = await returned(session, { closing, on, cascade, digits: from.digits })
  const when = laterThan(moved.item, { at, on })
  const { given, taken } = planGiveBack({ closing: back.closing, moved: freed.money }, when)
  await post(session, from, {
    ...draftOf(given, { releases: back.releases, proposals: back.proposals }),
    context,
    codes,
    request: request.request,
    kind: "move",
    on,
    undoes: BigInt(closing.changeId),
  })
  await post(session, to, {
    ...draftOf(taken, freed),
    context,
    codes,
    kind: "move",
    on,
    undoes: BigInt(moved.changeId),
  })
  return { amount, moneyId: back.moneyId, released: freed.released, restored: back.restored }
}

interface Returned extends Pick<ReturnPlan, "moneyId" | "closing"> {
  readonly releases: readonly Release[]
  readonly proposals: readonly Proposal[]
  readonly restored: AllocationMove[]
}

interface Returning {
  readonly closing: Posted
  readonly on: string
  readonly cascade: boolean
  readonly digits: number
}

/** What the move had closed and taken off lines, back in its account. @throws has_dependants | dependant_stays */
async function returned(session: Session, { closing, on, cascade, digits }: Returning): Promise<Returned> {
  const rows = await session.run<AllocationRow>(loadAllocationsOfChange, [closing.changeId])
  const made = rows.map(allocationOf)
  const touched = made.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId])
  const around = await aroundOf(session, closedBy(made, closing.item.id).creditItemId, touched)
  const back = planReturn({ ...around, made, closingId: closing.item.id, on })
  if (around.movedAway.has(back.moneyId))
    throw refuseMoney.orderMoved(candidateIn(around.candidates, back.moneyId).item)
  const { releases, proposals } = back.plan
  const view = new MoveView(
    around.candidates.map(({ item }) => item),
    digits,
  )
  refuseWhatRests(back.plan, view, cascade)
  return {
    moneyId: back.moneyId,
    closing: back.closing,
    releases: [back.opened, ...releases],
    proposals,
    restored: proposals.map((proposal) => view.ofProposal(proposal)),
  }
}
