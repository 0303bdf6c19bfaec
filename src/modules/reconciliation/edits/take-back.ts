import type { AllocationsChangeView } from "../../../types/http"
import type { Candidate } from "../domain/allocation/strategy"
import { planTakeBack, type Restored, type TakeBackPlan } from "../domain/planner/take-back"
import { undoingOf } from "../domain/planner/undo"
import { isOwnLine } from "../domain/order/pairs"
import { matrixOf } from "../domain/order/matrix"
import type { Allocation } from "../domain/open-item"
import { findMoney } from "../items/find-money"
import type { ChangeContext, ChangeKind } from "../ledger/change"
import type { Session } from "../ledger/database"
import { lockAccountById } from "../ledger/documents"
import { change } from "../ledger/envelope"
import type { Request } from "../ledger/idempotency"
import { lockOrder, type AccountPlace } from "../ledger/lock"
import { allocationOf, type AllocationRow } from "../ledger/rows"
import type { CodeSettings } from "../settings/options"
import { loadAround, type Around } from "./around"
import { MoveView } from "./move-view"
import { refuseTakeBack } from "./refusals"
import { loadAllocationsOfChange, loadChangeWithUndoings } from "./take-back.sql"

/** What is to be taken back: of an order all or some columns, all of a transaction wherever it stands, or a change. */
export type TakenBack =
  | { readonly orderId: string; readonly columns?: readonly string[] | undefined }
  | { readonly paymentId: string }
  | { readonly orderId: string; readonly changeId: string }

export interface TakeBackCall {
  readonly target: TakenBack
  /** Takes back with it what has come to rest on it; else that is refused. */
  readonly cascade: boolean
  /** The version of the order, or of the account, that the person has seen. */
  readonly expectedVersion?: number | undefined
  readonly context: ChangeContext
  /** The same key twice does it once. */
  readonly idempotencyKey?: string | undefined
}

interface TakingBack {
  /** The day of it in the accounting time zone. */
  readonly on: string
  readonly codes: CodeSettings
  readonly request?: Request | undefined
}

export function takeBackRequestOf(call: TakeBackCall): Request {
  const { target, cascade, expectedVersion, idempotencyKey: key, context } = call
  return { operation: "take_back", key, content: [{ ...target }, cascade, expectedVersion, context.reason] }
}

/**
 * Takes allocations back: money and credit is free again and pays nothing, until somebody puts it. What fulfils a
 * planned payment stays.
 *
 * @throws order_not_read | payment_not_found | change_not_found | change_not_undoable | change_undone | version_stale |
 *   has_dependants | dependant_stays | amounts_stay
 */
export async function takeBack(
  session: Session,
  { target, cascade, expectedVersion, context }: TakeBackCall,
  { on, codes, request }: TakingBack,
): Promise<AllocationsChangeView> {
  return change<AccountPlace, AllocationsChangeView>(session, {
    context,
    codes,
    request,
    expectedVersion,
    lock: async () => lock(session, target),
    plan: async (place) => {
      const { around, asked, kind, undoes } = await wantedOf(session, target, place)
      const plan = planTakeBack({ ...around, ...asked, on })
      const view = new MoveView(
        around.candidates.map(({ item }) => item),
        place.account.digits,
      )
      refuseWhatRests(plan, { cascade, view })
      const { releases, proposals } = plan
      const isNothing = releases.length + proposals.length === 0
      const version = place.loaded?.document.version ?? place.account.version
      return {
        change: isNothing
          ? null
          : { kind, items: [], releases, proposals, on, origin: "manual", ...(undoes && { undoes }) },
        answer: (written) => ({
          change_id: written?.id.toString() ?? null,
          version: written ? version + 1 : version,
          changed: written !== null,
          ...viewOf(plan, view),
        }),
      }
    },
  })
}

function viewOf(
  { releases, proposals, dependants, kept }: TakeBackPlan,
  view: MoveView,
): Omit<AllocationsChangeView, "change_id" | "version" | "changed"> {
  return {
    released: releases.map(({ allocation }) => view.of(allocation)),
    allocated: proposals.map((proposal) => view.ofProposal(proposal)),
    dependants: dependants.map((allocation) => view.of(allocation)),
    kept: kept.map(({ allocation, why }) => ({ ...view.of(allocation), why })),
  }
}

function refuseWhatRests(
  { blocked, dependants, kept, releases, proposals }: TakeBackPlan,
  { cascade, view }: { readonly cascade: boolean; readonly view: MoveView },
): void {
  const [stays] = blocked
  if (stays) throw refuseTakeBack.blocked(view.told(blocked.map(({ allocation }) => allocation)), stays.why)
  if (dependants.length > 0 && !cascade) throw refuseTakeBack.dependants(view.told(dependants))
  const [bound] = kept
  if (bound && releases.length + proposals.length === 0)
    throw refuseTakeBack.kept(view.told(kept.map(({ allocation }) => allocation)), bound.why)
}

async function lock(session: Session, target: TakenBack): Promise<AccountPlace> {
  if ("orderId" in target) return lockOrder(session, target.orderId)
  const { accountId } = await findMoney(session, target.paymentId)
  return { account: await lockAccountById(session, accountId) }
}

interface Wanted {
  readonly around: Around
  readonly asked: { readonly release: readonly Allocation[]; readonly restore: readonly Restored[] }
  readonly kind: ChangeKind
  readonly undoes?: bigint
}

async function wantedOf(session: Session, target: TakenBack, place: AccountPlace): Promise<Wanted> {
  if ("paymentId" in target) return ofTransaction(session, target.paymentId)
  if ("changeId" in target) return ofChange(session, target.changeId, place)
  const documentId = place.loaded?.document.id ?? 0n
  const around = await loadAround(session, [documentId], [])
  const { cells } = matrixOf({ documentId, items: itemsOf(around), allocations: around.live })
  const columns = target.columns && new Set(target.columns)
  const shown = new Set(
    cells
      .filter(({ columnItemId }) => !columns || columns.has(columnItemId.toString()))
      .flatMap(({ parts }) => parts.flatMap((part) => ("allocation" in part ? [part.allocation.id] : []))),
  )
  const release = around.live.filter(({ id }) => shown.has(id))
  return {
    around: await withOrdersOf(session, around, release),
    asked: { release, restore: [] },
    kind: "deletion",
  }
}

async function ofTransaction(session: Session, paymentId: string): Promise<Wanted> {
  const { item } = await findMoney(session, paymentId)
  const around = await loadAround(session, [], [item.id])
  const release = around.live.filter(
    ({ creditItemId, debitItemId }) => creditItemId === item.id || debitItemId === item.id,
  )
  return {
    around: await withOrdersOf(session, around, release),
    asked: { release, restore: [] },
    kind: "deletion",
  }
}

async function ofChange(
  session: Session,
  changeId: string,
  { account, loaded }: AccountPlace,
): Promise<Wanted> {
  if (!/^[1-9]\d{0,17}$/.test(changeId)) throw refuseTakeBack.changeNotFound(changeId)
  const chain = await session.run<{ id: string; undoes: string | null; kind: string }>(
    loadChangeWithUndoings,
    [changeId, account.id, loaded?.document.id ?? null],
  )
  const [asked] = chain
  if (!asked) throw refuseTakeBack.changeNotFound(changeId)
  const by = undoneBy(changeId, chain)
  if (by !== null) throw refuseTakeBack.alreadyUndone(changeId, by)
  const all = (await session.run<AllocationRow>(loadAllocationsOfChange, [changeId])).map(allocationOf)
  if (all.length === 0 || !UNDOABLE.has(asked.kind)) throw refuseTakeBack.notUndoable(changeId, asked.kind)
  const touched = new Set(all.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
  const around = await withOrdersOf(session, await loadAround(session, [], [...touched]), all)
  const made = BY_PEOPLE.has(asked.kind) ? all : all.filter((one) => !isPriceChange(one, around.candidates))
  const { release, restore } = undoingOf(made, around.live)
  return { around, asked: { release, restore }, kind: "undo", undoes: BigInt(changeId) }
}

/** Changes that moved amounts between items and nothing else that would have to be moved back with them. */
export const UNDOABLE: ReadonlySet<string> = new Set([
  "ingest",
  "deposit",
  "reconcile_account",
  "edit",
  "deletion",
  "undo",
])
const BY_PEOPLE: ReadonlySet<string> = new Set(["edit", "deletion", "undo"])

/** What undid a change and was not undone itself; null while the change stands. */
export function undoneBy(
  id: string,
  changes: readonly { readonly id: string; readonly undoes: string | null }[],
): string | null {
  const undoings = changes.filter(({ undoes }) => undoes === id)
  return undoings.find((one) => undoneBy(one.id, changes) === null)?.id ?? null
}

/** A line that became cheaper settles itself; that is no payment that anybody could take back. */
function isPriceChange({ creditItemId, debitItemId }: Allocation, candidates: readonly Candidate[]): boolean {
  const items = new Map(candidates.map(({ item }) => [item.id, item]))
  const [credit, debit] = [items.get(creditItemId), items.get(debitItemId)]
  return credit !== undefined && debit !== undefined && isOwnLine(credit, debit)
}

/** The same with every order that some allocations touch, wholly: what rests on them may stand on any of its lines. */
async function withOrdersOf(
  session: Session,
  around: Around,
  allocations: readonly Allocation[],
): Promise<Around> {
  const documents = new Map(around.candidates.map(({ item }) => [item.id, item.documentId]))
  const ids = allocations.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId])
  const orders = new Set(ids.flatMap((id) => documents.get(id) ?? []))
  return loadAround(session, [...orders], [...new Set(ids)])
}

const itemsOf = ({ candidates }: Around): Candidate["item"][] => candidates.map(({ item }) => item)
