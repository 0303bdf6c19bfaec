import { candidateOf } from "../domain/allocation/candidate"
import type { Candidate } from "../domain/allocation/strategy"
import { planEdit, type EditPlan, type WantedCell } from "../domain/planner/edit"
import { refuse } from "../domain/planner/edit-refusals"
import { ReconciliationError } from "../domain/errors"
import { decimalOf, minorUnitsOf } from "../domain/money"
import type { Allocation } from "../domain/open-item"
import type { PlansInWork } from "../domain/instalments/plan-instalments"
import { loadItemsOfAccount, loadPairs } from "../ledger/load-edits.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import { accountNotFound, lockAccountById } from "../ledger/documents"
import type { CodeSettings } from "../settings/options"
import { lockOrder, type AccountPlace } from "../ledger/lock"
import { plansInWork } from "../instalments/plans"
import type { Request } from "../ledger/idempotency"
import {
  allocationOf,
  openItemOf,
  type Account,
  type AllocationRow,
  type Document,
  type OpenItemRow,
} from "../ledger/rows"

/** One cell as a person wants it; a cell that is not named stays. */
export interface EditCell {
  readonly creditItemId: string
  readonly debitItemId: string
  /** All of the credit that shall be on the debit: a decimal string, zero or above. */
  readonly amount: string
}

/** An edit by hand: of an order, whose cells must each touch it, or of an account, any two of whose items may meet. */
export type EditAllocations = ({ readonly orderId: string } | { readonly accountId: string }) & {
  /** The version of the order, or of the account, that the person has seen. */
  readonly expectedVersion: number
  /** What these cells shall hold; cells that are not named stay. */
  readonly cells: readonly EditCell[]
  readonly context: ChangeContext
  /** The same key twice edits once. */
  readonly idempotencyKey?: string | undefined
}

/** What an edit did; amounts are decimal strings. */
export interface EditView {
  /** The version of the order, or of the account, after the edit. */
  readonly version: number
  /** False when every cell was as wanted. */
  readonly changed: boolean
  readonly released: readonly (EditCell & { readonly allocationId: string })[]
  readonly allocated: readonly EditCell[]
}

export function editRequestOf(input: EditAllocations): Request {
  const place = "orderId" in input ? input.orderId : input.accountId
  const cells = input.cells.map(({ creditItemId, debitItemId, amount }) => [
    creditItemId,
    debitItemId,
    amount,
  ])
  return { operation: "edit", key: input.idempotencyKey, content: [place, input.expectedVersion, cells] }
}

interface Editing {
  /** The day of the edit in the accounting time zone. */
  readonly on: string
  readonly codes: CodeSettings
  readonly request: Request
}

/**
 * Changes what is allocated to what, by hand.
 *
 * @throws account_not_found | order_not_read | version_stale | cell_not_of_order, and what planEdit throws
 */
export async function editAllocations(
  session: Session,
  input: EditAllocations,
  { on, codes, request }: Editing,
): Promise<EditView> {
  const named = input.cells.map((cell) => ({
    creditItemId: itemIdOf(cell.creditItemId),
    debitItemId: itemIdOf(cell.debitItemId),
  }))
  return change<AccountPlace, EditView>(session, {
    context: input.context,
    codes,
    request,
    expectedVersion: input.expectedVersion,
    itemIds: named.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]),
    lock: async () => lock(session, input),
    plan: async ({ account, loaded }) => {
      const cells = input.cells.map((cell, place) => wantedOf(cell, { digits: account.digits, place }))
      const { candidates, movedAway, plans } = await loadCandidates(session, account.id, cells)
      if (loaded) refuseOtherOrders(loaded.document, cells, candidates)
      const live = await loadLive(session, cells)
      const plan = planEdit({ candidates, live, cells, on, movedAway, plans })
      const { releases, proposals } = plan
      const isNothing = releases.length + proposals.length === 0
      const version = loaded?.document.version ?? account.version
      return {
        change: isNothing ? null : { kind: "edit", items: [], releases, proposals, on, origin: "manual" },
        answer: (written) => viewOf(plan, written ? version + 1 : version, account),
      }
    },
  })
}

function viewOf({ releases, proposals }: EditPlan, version: number, { digits }: Account): EditView {
  return {
    version,
    changed: releases.length + proposals.length > 0,
    released: releases.map(({ allocation }) => ({
      allocationId: allocation.id.toString(),
      creditItemId: allocation.creditItemId.toString(),
      debitItemId: allocation.debitItemId.toString(),
      amount: decimalOf(allocation.amount, digits),
    })),
    allocated: proposals.map(({ credit, debit, amount }) => ({
      creditItemId: credit.id.toString(),
      debitItemId: debit.id.toString(),
      amount: decimalOf(amount, digits),
    })),
  }
}

async function lock(session: Session, scope: EditAllocations): Promise<AccountPlace> {
  if ("orderId" in scope) return lockOrder(session, scope.orderId)
  return { account: await lockAccountById(session, idOf(scope.accountId)) }
}

function wantedOf(
  { creditItemId, debitItemId, amount }: EditCell,
  { digits, place }: { readonly digits: number; readonly place: number },
): WantedCell {
  return {
    creditItemId: itemIdOf(creditItemId),
    debitItemId: itemIdOf(debitItemId),
    amount: minorUnitsOf(amount, digits, `cells.${place}.amount`),
  }
}

function itemIdOf(text: string): bigint {
  if (ID.test(text)) return BigInt(text)
  throw refuse.unknownItem(text.slice(0, 20))
}

function idOf(text: string): bigint {
  if (ID.test(text)) return BigInt(text)
  throw accountNotFound(text.slice(0, 20))
}

const ID = /^[1-9]\d{0,17}$/

async function loadCandidates(
  session: Session,
  accountId: bigint,
  cells: readonly WantedCell[],
): Promise<{ candidates: Candidate[]; movedAway: ReadonlySet<bigint>; plans: PlansInWork }> {
  const ids = new Set(cells.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
  const rows = await session.run<
    OpenItemRow & {
      order_id: string | null
      placed_at: string | null
      placed_on: string | null
      moved_away: boolean
      plan: number | null
    }
  >(loadItemsOfAccount, [accountId, [...ids]])
  const candidates = rows.map((row) => {
    const item = openItemOf(row)
    return candidateOf(item, {
      placedAt: row.placed_at ?? item.occurredAt,
      placedOn: row.placed_on ?? item.occurredOn,
      orderId: row.order_id,
    })
  })
  const movedAway = new Set(rows.flatMap((row) => (row.moved_away ? [BigInt(row.id)] : [])))
  return { candidates, movedAway, plans: await plansInWork(session, rows) }
}

async function loadLive(session: Session, cells: readonly WantedCell[]): Promise<Allocation[]> {
  const rows = await session.run<AllocationRow>(loadPairs, [
    cells.map(({ creditItemId }) => creditItemId),
    cells.map(({ debitItemId }) => debitItemId),
  ])
  return rows.map(allocationOf)
}

function refuseOtherOrders(
  { id, orderId }: Document,
  cells: readonly WantedCell[],
  candidates: readonly Candidate[],
): void {
  const own = new Set(candidates.filter(({ item }) => item.documentId === id).map(({ item }) => item.id))
  const foreign = cells.find((cell) => !own.has(cell.creditItemId) && !own.has(cell.debitItemId))
  if (!foreign) return
  const known = new Set(candidates.map(({ item }) => item.id))
  for (const item of [foreign.creditItemId, foreign.debitItemId])
    if (!known.has(item)) throw refuse.unknownItem(item)
  throw new ReconciliationError({
    type: "invalid_data",
    code: "cell_not_of_order",
    message: `Neither item of a cell belongs to order ${orderId}.`,
    ids: {
      order_id: orderId,
      credit_item_id: foreign.creditItemId.toString(),
      debit_item_id: foreign.debitItemId.toString(),
    },
    remedy: "Edit that cell on its own order, or on the account.",
  })
}
