import type { AllocationMove } from "../../../types/http"
import type { Release } from "../domain/allocation/release"
import type { Candidate } from "../domain/allocation/strategy"
import { isUndoingReversal, reversalNumberOf } from "../domain/key"
import type { Allocation, OpenItem } from "../domain/open-item"
import { candidateIn } from "../domain/planner/free-money"
import type { Kept } from "../domain/planner/take-back"
import { planUndoneReversal } from "../domain/reversals/undo"
import { loadAround, type Around } from "../edits/around"
import { MoveView } from "../edits/move-view"
import { findMoney } from "../items/find-money"
import { locatedItemOf, type LocatedItem, type LocatedItemRow } from "../items/located-item"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { findDocument, type LoadedDocument } from "../ledger/documents"
import { change } from "../ledger/envelope"
import type { Request } from "../ledger/idempotency"
import type { AccountPlace } from "../ledger/lock"
import type { Account } from "../ledger/rows"
import { candidatesOf, settleAgain } from "../orders/settle-document"
import { membersOf } from "../payments/payment-chain"
import type { StrategyOfChannel } from "../settings/strategies"
import { lockAccounts } from "./accounts"
import { loadReversalsWithChanges, ordersOfDocuments } from "./money.sql"
import type { Terms } from "./move-money"
import { refuseMoney } from "./refusals"

export interface UndoReversalRequest {
  /** An open item's id, or a capture's id of the host (capt_…). */
  readonly paymentId: string
  /** 1 of the reversal "12.1". */
  readonly number: number
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

export function undoReversalRequestOf({ idempotencyKey: key, ...undo }: UndoReversalRequest): Request {
  const { paymentId, number, context } = undo
  return { operation: "undo_reversal", key, content: [paymentId, number, context.reason] }
}

interface Posted extends LocatedItem {
  readonly changeId: string
}

/** A reversal that stands, with every account that it posted on locked. */
export interface StandingReversal {
  /** The money that is named. */
  readonly money: LocatedItem
  readonly id: string
  readonly posted: readonly Posted[]
  readonly accounts: ReadonlyMap<bigint, Account>
}

/** @throws payment_not_found | reversal_not_found | reversal_undone */
export async function lockReversal(
  session: Session,
  { paymentId, number }: UndoReversalRequest,
): Promise<StandingReversal> {
  const money = await findMoney(session, paymentId)
  const members = await membersOf(session, money.item)
  const ids = members.map(({ item }) => item.id.toString())
  const find = async (): Promise<Posted[]> => {
    const rows = await session.run<LocatedItemRow & { change_id: string }>(loadReversalsWithChanges, [ids])
    return rows
      .map((row) => ({ ...locatedItemOf(row), changeId: row.change_id }))
      .filter(({ item }) => reversalNumberOf(item) === number)
  }
  const found = await find()
  if (found.length === 0) throw refuseMoney.reversalNotFound(paymentId, number)
  const accounts = await lockAccounts(
    session,
    found.map(({ accountId }) => accountId),
  )
  const posted = await find()
  const id = `${money.item.id}.${number}`
  if (posted.some(({ item }) => isUndoingReversal(item))) throw refuseMoney.reversalUndone(id)
  return { money, id, posted, accounts }
}

/**
 * Takes a reversal back that was recorded by mistake: what it had opened again is owed no more, what had settled that is
 * free again, and the money pays what it had paid, because that was never released. The accounts must be locked.
 *
 * @throws reversal_stays
 */
export async function undoReversal(
  session: Session,
  { id, posted, accounts }: StandingReversal,
  request: UndoReversalRequest & Terms & { readonly strategyOf: StrategyOfChannel },
): Promise<AllocationMove[]> {
  const released: AllocationMove[] = []
  for (const [index, account] of [...accounts.values()].entries()) {
    const own = posted.filter(({ accountId }) => accountId === account.id)
    // oxlint-disable-next-line no-await-in-loop -- one account after the other, as they are locked
    const done = await undoOn(session, account, {
      own,
      id,
      request: index === 0 ? request : { ...request, request: undefined },
    })
    released.push(...done)
  }
  return released
}

interface OnAccount {
  readonly own: readonly Posted[]
  readonly id: string
  readonly request: UndoReversalRequest & Terms & { readonly strategyOf: StrategyOfChannel }
}

async function undoOn(
  session: Session,
  account: Account,
  { own, id, request }: OnAccount,
): Promise<AllocationMove[]> {
  const { context, codes, on, at, strategyOf } = request
  const ids = own.map(({ item }) => item.id)
  const around = await loadAround(session, [], ids)
  const settling = around.live.filter(({ debitItemId }) => ids.includes(debitItemId))
  const view = new MoveView(
    around.candidates.map(({ item }) => item),
    account.digits,
  )
  refuseWhatStays(id, { settling, around, view })
  const documents = await documentsOf(session, around, account)
  const known = new Map(documents.flatMap(({ items }) => items.map((item) => [item.id, item] as const)))
  const itemOf = (itemId: bigint): OpenItem =>
    known.get(itemId) ?? candidateIn(around.candidates, itemId).item
  const releases = settling.map((allocation): Release => ({
    allocation,
    credit: itemOf(allocation.creditItemId),
    debit: itemOf(allocation.debitItemId),
    rule: "reversal_undone",
    on,
  }))
  const candidates = new Map(documents.map((loaded) => [loaded.document.id, candidatesOf(loaded, releases)]))
  const posted = own.map(({ item }): Candidate => {
    const inOrder = (item.documentId === null ? undefined : candidates.get(item.documentId))?.find(
      (one) => one.item.id === item.id,
    )
    return inOrder ?? { ...candidateIn(around.candidates, item.id), open: item.amount }
  })
  const { items, proposals } = planUndoneReversal(posted, { at, on })
  const [only, ...others] = documents
  await change<AccountPlace, void>(session, {
    context,
    codes,
    request: request.request,
    lock: async () => ({ account, loaded: others.length === 0 ? only : undefined }),
    plan: async () => {
      const settled = [...proposals]
      for (const loaded of documents) {
        const all = candidates.get(loaded.document.id) ?? []
        // oxlint-disable-next-line no-await-in-loop -- a payment rarely pays more than a few orders
        settled.push(...(await settleAgain(session, { loaded, candidates: all, strategyOf, context })))
      }
      return {
        change: {
          kind: "reversal",
          items,
          releases,
          proposals: settled,
          // Nobody takes these apart by hand: they are the undoing.
          origin: "auto",
          undoes: undoneChangeOf(own),
        },
        answer: () => undefined,
      }
    },
  })
  return settling.map((allocation) => view.of(allocation))
}

/** All that a reversal posted on an account it posted in one change. */
const undoneChangeOf = ([first]: readonly Posted[]): bigint | undefined => first && BigInt(first.changeId)

interface Settling {
  readonly settling: readonly Allocation[]
  readonly around: Around
  readonly view: MoveView
}

/** What fulfils a planned payment, a write-off, or what went on with its order is not taken off it by the way. */
function refuseWhatStays(id: string, { settling, around, view }: Settling): void {
  for (const allocation of settling) {
    const why = whyStays(allocation, around)
    if (why) throw refuseMoney.reversalStays(id, view.told([allocation]).told, why)
  }
}

function whyStays({ instalmentId, creditItemId }: Allocation, around: Around): Kept | null {
  if (instalmentId !== null) return "instalment_bound"
  const { kind } = candidateIn(around.candidates, creditItemId).item
  if (kind === "transfer" || around.movedAway.has(creditItemId)) return "order_moved"
  return kind === "write_off" ? "not_by_hand" : null
}

/** The orders that are touched, as they stand under the lock; those that have gone elsewhere since are left alone. */
async function documentsOf(
  session: Session,
  { candidates }: Around,
  account: Account,
): Promise<LoadedDocument[]> {
  const ids = [...new Set(candidates.flatMap(({ item }) => item.documentId ?? []))]
  if (ids.length === 0) return []
  const rows = await session.run<{ order_id: string }>(ordersOfDocuments, [ids])
  const documents: LoadedDocument[] = []
  for (const { order_id: orderId } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- a payment rarely pays more than a few orders
    const loaded = await findDocument(session, orderId)
    if (loaded?.document.accountId === account.id) documents.push(loaded)
  }
  return documents
}
