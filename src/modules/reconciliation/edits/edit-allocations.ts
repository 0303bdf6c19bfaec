import type { AllocationsChangeView, EditedCell } from "../../../types/http"
import { candidateOf } from "../domain/allocation/candidate"
import type { Candidate } from "../domain/allocation/strategy"
import { planEdit, type EditPlan, type WantedCell } from "../domain/planner/edit"
import * as refuse from "../domain/planner/edit-refusals"
import { ReconciliationError } from "../domain/errors"
import { minorUnitsOf } from "../domain/money"
import { MatrixDraft, type Wish } from "../domain/order/draft"
import type { Allocation } from "../domain/open-item"
import type { PlansInWork } from "../domain/instalments/plan-instalments"
import { loadItemsOfAccount, loadPairs } from "../ledger/load-edits.sql"
import { findItem } from "../items/load-money.sql"
import type { LocatedItemRow } from "../items/located-item"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import { accountNotFound, lockAccountById } from "../ledger/documents"
import type { CodeSettings } from "../settings/options"
import { lockOrder, type AccountPlace } from "../ledger/lock"
import { loadAround } from "./around"
import { otherAccount } from "./refusals"
import { MoveView } from "./move-view"
import { plansInWork } from "../instalments/plans"
import type { Request } from "../ledger/idempotency"
import { allocationOf, openItemOf, type AllocationRow, type Document, type OpenItemRow } from "../ledger/rows"

/** One credit on one debit as a person wants it; what is not named stays. */
export interface EditCell {
  readonly creditItemId: string
  readonly debitItemId: string
  /** All of the credit that shall be on the debit: a decimal string, zero or above. */
  readonly amount: string
}

/** An edit by hand: of an order's matrix, of items of which each pair must touch the order, or of an account's. */
export type EditAllocations = (
  | { readonly orderId: string; readonly cells: readonly (EditCell | EditedCell)[] }
  | { readonly accountId: string; readonly cells: readonly EditCell[] }
) & {
  /** The version of the order, or of the account, that the person has seen. */
  readonly expectedVersion: number
  readonly context: ChangeContext
  /** The same key twice edits once. */
  readonly idempotencyKey?: string | undefined
}

export function editRequestOf(input: EditAllocations): Request {
  const place = "orderId" in input ? input.orderId : input.accountId
  const cells = input.cells.map((cell) =>
    isOfItems(cell)
      ? [cell.creditItemId, cell.debitItemId, cell.amount]
      : [cell.row, cell.column, cell.amount],
  )
  return {
    operation: "edit",
    key: input.idempotencyKey,
    content: [place, input.expectedVersion, cells, input.context.reason],
  }
}

const isOfItems = (cell: EditCell | EditedCell): cell is EditCell => "creditItemId" in cell

interface Editing {
  /** The day of the edit in the accounting time zone. */
  readonly on: string
  readonly codes: CodeSettings
  readonly request?: Request | undefined
}

/**
 * Changes what is allocated to what, by hand.
 *
 * @throws account_not_found | order_not_read | version_stale | other_account | cell_not_of_order | cell_not_found | cell_locked |
 *   amount_sign, and what planEdit throws
 */
export async function editAllocations(
  session: Session,
  input: EditAllocations,
  { on, codes, request }: Editing,
): Promise<AllocationsChangeView> {
  const cells: readonly (EditCell | EditedCell)[] = input.cells
  const named = cells
    .filter(isOfItems)
    .flatMap(({ creditItemId, debitItemId }) => [itemIdOf(creditItemId), itemIdOf(debitItemId)])
  return change<AccountPlace, AllocationsChangeView>(session, {
    context: input.context,
    codes,
    request,
    expectedVersion: input.expectedVersion,
    itemIds: named,
    lock: async () => lock(session, input),
    plan: async (place) => {
      const { account, loaded } = place
      const wanted = await wantedOf(session, cells, place)
      const { candidates, movedAway, plans } = await loadCandidates(session, account.id, wanted)
      if (loaded) refuseOtherOrders(loaded.document, wanted, candidates)
      const live = await loadLive(session, wanted)
      const plan = planEdit({ candidates, live, cells: wanted, on, movedAway, plans })
      const { releases, proposals } = plan
      const isNothing = releases.length + proposals.length === 0
      const version = loaded?.document.version ?? account.version
      const items = [...(loaded?.items ?? []), ...candidates.map(({ item }) => item)]
      return {
        change: isNothing ? null : { kind: "edit", items: [], releases, proposals, on, origin: "manual" },
        answer: (written) => ({
          change_id: written?.id.toString() ?? null,
          version: written ? version + 1 : version,
          changed: written !== null,
          ...movesOf(plan, new MoveView(items, account.digits)),
        }),
      }
    },
  })
}

function movesOf(
  { releases, proposals }: EditPlan,
  view: MoveView,
): Omit<AllocationsChangeView, "change_id" | "version" | "changed"> {
  return {
    released: releases.map(({ allocation }) => view.of(allocation)),
    allocated: proposals.map((proposal) => view.ofProposal(proposal)),
    dependants: [],
    kept: [],
  }
}

/** What the cells come to between items: a cell of an order's matrix may be made of several. */
async function wantedOf(
  session: Session,
  cells: readonly (EditCell | EditedCell)[],
  { account: { digits }, loaded }: AccountPlace,
): Promise<WantedCell[]> {
  const read = cells.map((cell, place) =>
    isOfItems(cell) ? wantedPairOf(cell, { digits, place }) : wishOf(cell, { digits, place }),
  )
  const wishes = read.filter((one): one is Wish => "row" in one)
  const pairs = read.filter((one): one is WantedCell => !("row" in one))
  if (wishes.length === 0 || !loaded) return pairs
  const twice = repeated(wishes.map(({ row, column }) => `${row} ${column}`))
  if (twice !== undefined) throw refuse.matrixCellNamedTwice(twice)
  const { id } = loaded.document
  // Money or a credit that pays nothing of the order yet has no column of it until an edit names it.
  const columns = new Set(wishes.map(({ column }) => column))
  const around = await loadAround(session, [id], [...columns])
  const draft = new MatrixDraft({
    documentId: id,
    items: around.candidates.map(({ item }) => item),
    allocations: around.live,
    movedAway: around.movedAway,
  })
  return [...pairs, ...draft.wanted(wishes)]
}

const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)

function wishOf(
  { row, column, amount }: EditedCell,
  { digits, place }: { readonly digits: number; readonly place: number },
): Wish {
  if (!ID.test(column)) throw refuse.unknownCell(row, column.slice(0, 20))
  return { row, column: BigInt(column), amount: minorUnitsOf(amount, digits, `cells.${place}.amount`) }
}

async function lock(session: Session, scope: EditAllocations): Promise<AccountPlace> {
  if ("orderId" in scope) return lockOrder(session, scope.orderId)
  return { account: await lockAccountById(session, idOf(scope.accountId)) }
}

function wantedPairOf(
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
  await refuseOtherAccount(session, accountId, missingAmong(ids, rows))
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

const missingAmong = (ids: ReadonlySet<bigint>, rows: readonly OpenItemRow[]): bigint[] => {
  const found = new Set(rows.map(({ id }) => BigInt(id)))
  return [...ids].filter((id) => !found.has(id))
}

/** Money of one account pays nothing of another: it is moved there first, by an act that somebody sees. @throws other_account */
async function refuseOtherAccount(
  session: Session,
  accountId: bigint,
  [missing]: readonly bigint[],
): Promise<void> {
  if (missing === undefined) return
  const [row] = await session.run<LocatedItemRow>(findItem, [missing])
  if (row) throw otherAccount(row, accountId)
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
