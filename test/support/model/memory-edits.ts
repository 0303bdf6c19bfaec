import type { Candidate } from "../../../src/modules/reconciliation/domain/allocation/strategy"
import { MatrixDraft, type Wish } from "../../../src/modules/reconciliation/domain/order/draft"
import { matrixOf } from "../../../src/modules/reconciliation/domain/order/matrix"
import { isOwnLine } from "../../../src/modules/reconciliation/domain/order/pairs"
import type { Allocation } from "../../../src/modules/reconciliation/domain/open-item"
import { planEdit } from "../../../src/modules/reconciliation/domain/planner/edit"
import {
  planTakeBack,
  type Restored,
  type TakeBackPlan,
} from "../../../src/modules/reconciliation/domain/planner/take-back"
import { undoingOf } from "../../../src/modules/reconciliation/domain/planner/undo"
import { standingUndo, UNDOABLE_KINDS } from "./changes"
import type { MemoryStore, StoredAccount, StoredDocument } from "./memory-store"
import { refused } from "./refused"
import type { ModelCell, ModelTakeBack } from "./world"

const ON = "2030-01-01"
const BY_PEOPLE: ReadonlySet<string> = new Set(["edit", "deletion", "undo"])

/** Some orders with all that their allocations touch, as the service reads them. */
interface Around {
  readonly candidates: readonly Candidate[]
  readonly live: readonly Allocation[]
  readonly movedAway: ReadonlySet<bigint>
}

interface Wanted {
  readonly account: StoredAccount
  readonly document?: StoredDocument
  readonly around: Around
  readonly release: readonly Allocation[]
  readonly restore: readonly Restored[]
  readonly undoes?: bigint
}

/** What people change of what pays what, planned by the pure core and kept in memory. */
export class MemoryEdits {
  constructor(private readonly store: MemoryStore) {}

  edit(account: StoredAccount, cells: readonly ModelCell[]): void {
    const items = this.store.itemsIn(account)
    const { releases, proposals } = planEdit({
      candidates: this.store.candidates(items),
      movedAway: this.movedAway(items.map(({ id }) => id)),
      live: this.store.live,
      cells,
      on: ON,
      plans: this.store.plansInWork(
        items.filter(({ id }) => cells.some(({ debitItemId }) => debitItemId === id)),
      ),
    })
    if (releases.length + proposals.length > 0)
      this.store.write({ account, kind: "edit", releases, proposals, byHand: true })
  }

  editMatrix(orderId: string, expectedVersion: number, wishes: readonly Wish[]): void {
    const document = this.document(orderId, expectedVersion)
    const { candidates, live, movedAway } = this.around([document.id], [])
    const items = candidates.map(({ item }) => item)
    const draft = new MatrixDraft({ documentId: document.id, items, allocations: live, movedAway })
    this.edit(document.account, draft.wanted(wishes))
  }

  /** Gives the change that it made. */
  takeBack({ target, cascade, expectedVersion }: ModelTakeBack): bigint | null {
    const wanted =
      "itemId" in target
        ? this.ofTransaction(target.itemId, expectedVersion)
        : "changeId" in target
          ? this.ofChange(this.document(target.orderId, expectedVersion), target.changeId)
          : this.ofOrder(this.document(target.orderId, expectedVersion), target.columns)
    const { around, release, restore, account, undoes } = wanted
    const plan = planTakeBack({ ...around, release, restore, on: ON })
    refuseWhatRests(plan, cascade)
    const { releases, proposals } = plan
    if (releases.length + proposals.length === 0) return null
    return this.store.write({
      account,
      kind: undoes === undefined ? "deletion" : "undo",
      ...(undoes !== undefined && { undoes }),
      ...(wanted.document && { document: wanted.document }),
      releases,
      proposals,
      byHand: true,
    })
  }

  private ofOrder(document: StoredDocument, columns: readonly bigint[] | undefined): Wanted {
    const around = this.around([document.id], [])
    const items = around.candidates.map(({ item }) => item)
    const { cells } = matrixOf({ documentId: document.id, items, allocations: around.live })
    const shown = new Set(
      cells
        .filter(({ columnItemId }) => !columns || columns.includes(columnItemId))
        .flatMap(({ parts }) => parts.flatMap((part) => ("allocation" in part ? [part.allocation.id] : []))),
    )
    const release = around.live.filter(({ id }) => shown.has(id))
    const { account } = document
    return { account, document, around: this.withOrdersOf(release), release, restore: [] }
  }

  private ofTransaction(itemId: bigint, expectedVersion: number | undefined): Wanted {
    const account = this.store.accountOf(this.store.item(itemId))
    if (expectedVersion !== undefined && account.version !== expectedVersion) throw refused("version_stale")
    const release = this.store.live.filter(
      ({ creditItemId, debitItemId }) => creditItemId === itemId || debitItemId === itemId,
    )
    return { account, around: this.withOrdersOf(release), release, restore: [] }
  }

  private ofChange(document: StoredDocument, changeId: bigint): Wanted {
    const { account } = document
    const change = this.store.changes.find(({ id }) => id === changeId)
    const isHere = change?.made.some(({ creditItemId, debitItemId }) =>
      [creditItemId, debitItemId].some((id) => this.store.item(id).documentId === document.id),
    )
    if (!change || change.account !== account || (!isHere && change.document !== document))
      throw refused("change_not_found")
    if (standingUndo(changeId, this.store.changes) !== null) throw refused("change_undone")
    const { made: all, kind } = change
    if (all.length === 0 || !UNDOABLE_KINDS.has(kind)) throw refused("change_not_undoable")
    const around = this.withOrdersOf(all)
    const made = BY_PEOPLE.has(kind) ? all : all.filter((one) => !this.isPriceChange(one))
    return { account, document, around, ...undoingOf(made, around.live), undoes: changeId }
  }

  private isPriceChange({ creditItemId, debitItemId }: Allocation): boolean {
    return isOwnLine(this.store.item(creditItemId), this.store.item(debitItemId))
  }

  private document(orderId: string, expectedVersion: number | undefined): StoredDocument {
    const document = this.store.documents.get(orderId)
    if (!document) throw refused("order_not_read")
    if (expectedVersion !== undefined && document.version !== expectedVersion) throw refused("version_stale")
    return document
  }

  /** Every order that some allocations touch, wholly, and all that pays with or is paid by any of it. */
  private withOrdersOf(allocations: readonly Allocation[]): Around {
    const ids = new Set(allocations.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
    const orders = [...ids].flatMap((id) => this.store.item(id).documentId ?? [])
    return this.around([...new Set(orders)], [...ids])
  }

  /** Some items with every order that they touch, wholly. */
  aroundItems(ids: readonly bigint[]): Around {
    const { candidates } = this.around([], ids)
    const orders = new Set(candidates.flatMap(({ item }) => item.documentId ?? []))
    return this.around([...orders], ids)
  }

  private around(documentIds: readonly bigint[], itemIds: readonly bigint[]): Around {
    const { store } = this
    const isOwn = (id: bigint): boolean => {
      const { documentId } = store.item(id)
      return itemIds.includes(id) || (documentId !== null && documentIds.includes(documentId))
    }
    const credits = new Set(
      store.live.flatMap(({ creditItemId, debitItemId }) =>
        isOwn(creditItemId) || isOwn(debitItemId) ? [creditItemId] : [],
      ),
    )
    const live = store.live.filter(({ creditItemId }) => credits.has(creditItemId))
    const touched = new Set(live.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
    const items = store.items.filter(({ id }) => isOwn(id) || touched.has(id))
    return {
      candidates: store.candidates(items),
      live,
      movedAway: this.movedAway(items.map(({ id }) => id)),
    }
  }

  private movedAway(ids: readonly bigint[]): ReadonlySet<bigint> {
    const gone = ids.filter((id) => {
      const item = this.store.item(id)
      const account = this.store.accountOf(item)
      return (this.store.documentOf(item)?.account ?? account) !== account
    })
    return new Set(gone)
  }
}

function refuseWhatRests(
  { blocked, dependants, kept, releases, proposals }: TakeBackPlan,
  cascade: boolean,
): void {
  if (blocked.length > 0) throw refused("dependant_stays")
  if (dependants.length > 0 && !cascade) throw refused("has_dependants")
  if (kept.length > 0 && releases.length + proposals.length === 0) throw refused("amounts_stay")
}
