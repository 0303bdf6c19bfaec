import type { EditAllocationsBody, OrderAnswer, OrderReconciliation } from "../../../../types/http"
import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import { RequestError } from "../../../lib/client"
import type { Put } from "../grid/edits"
import { GridStore } from "../grid/grid-store"
import type { GridTerms } from "../grid/grid-view"
import { keepEdits, keptEdits, mergeOf, type KeptEdit, type Merge } from "../grid/kept-edits"
import type { EditedOrder } from "../use-edits"

/** What another person saved while this one was editing. */
export interface Meeting {
  readonly order: OrderReconciliation
  readonly edits: readonly KeptEdit[]
  readonly merge: Merge
}

/** What the server is asked. */
export interface DeskApi {
  readonly save: (body: EditAllocationsBody) => Promise<EditedOrder>
  readonly read: () => Promise<OrderAnswer>
}

export interface DeskState {
  readonly isSaving: boolean
  /** Why the changes that are still there were not saved; gone once they are others. */
  readonly failure: RequestError | null
  readonly meeting: Meeting | null
}

/**
 * An order's grid with what stands between a draft and the ledger: drafts are kept in the tab, a version that has
 * passed opens the merge of both edits, and nothing that was typed is lost.
 */
export class Desk {
  readonly grid: GridStore
  state: DeskState = { isSaving: false, failure: null, meeting: null }
  private readonly listeners = new Set<() => void>()
  private refused: GridStore["unsaved"] | null = null

  /** @param tell says what was saved */
  constructor(
    private terms: GridTerms,
    private readonly api: DeskApi,
    private readonly tell: (done: EditedOrder) => void,
  ) {
    this.grid = new GridStore(terms)
    const kept = keptEdits(terms.order)
    if (kept?.version === terms.order.version) this.grid.put(kept.edits)
    else if (kept && kept.edits.length > 0) this.meet(terms.order, kept.edits)
    this.grid.subscribe("grid", () => {
      keepEdits(this.grid)
      if (this.state.failure && this.grid.unsaved !== this.refused) this.become({ failure: null })
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly read = (): DeskState => this.state

  /** Another version of the order came, or other terms: shown at once, or laid beside what is not saved. */
  arrive(terms: GridTerms): void {
    const { grid } = this
    this.terms = terms
    const moved = grid.order.version !== terms.order.version
    if (moved && grid.changes.count > 0 && !this.state.isSaving) this.meet(terms.order, editsOf(grid))
    else if (!moved || !this.state.isSaving) grid.take(terms)
  }

  async save(): Promise<void> {
    const { grid, state } = this
    if (state.isSaving || !grid.keepTyped() || grid.changes.count === 0) return
    const { rows, columns } = grid.sheet.excess
    if (rows.size + columns.size > 0) return
    const edits = editsOf(grid)
    this.become({ isSaving: true, failure: null })
    try {
      const cells = grid.changes.cells(grid.order.digits)
      const done = await this.api.save({ cells, version: grid.order.version })
      grid.take({ ...this.terms, order: done.order })
      this.tell(done)
    } catch (error) {
      await this.afterRefusal(error, edits)
    } finally {
      this.become({ isSaving: false })
    }
  }

  /** Goes on upon what the other one saved, with these amounts unsaved. */
  settle(puts: readonly Put[]): void {
    const { meeting } = this.state
    if (!meeting) return
    this.grid.discard()
    this.grid.take({ ...this.terms, order: meeting.order })
    this.grid.put(puts)
    this.become({ meeting: null })
  }

  private async afterRefusal(error: unknown, edits: readonly KeptEdit[]): Promise<void> {
    const refused = asRequestError(error)
    if (refused.body?.code !== "version_stale") {
      this.fail(refused)
      return
    }
    try {
      const fresh = await this.api.read()
      if (fresh.read) this.meet(fresh, edits)
    } catch (failure) {
      this.fail(asRequestError(failure))
    }
  }

  private fail(failure: RequestError): void {
    this.refused = this.grid.unsaved
    this.become({ failure })
  }

  private meet(order: OrderReconciliation, edits: readonly KeptEdit[]): void {
    this.become({ meeting: { order, edits, merge: mergeOf(edits, shownIn(order)) } })
  }

  private become(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}

const asRequestError = (error: unknown): RequestError =>
  error instanceof RequestError ? error : new RequestError(String(error), null, null)

function editsOf({ changes, before }: GridStore): KeptEdit[] {
  return changes.all.map(({ row, column, amount }) => ({
    row,
    column: column.toString(),
    units: amount,
    was: before.cells.get(row, column.toString()) ?? 0n,
  }))
}

/** What an order shows in a cell; null where it has no such cell. */
function shownIn(order: OrderReconciliation): (row: string, column: string) => bigint | null {
  const rows = new Set(order.rows.map(({ key }) => key))
  const columns = new Set(order.columns.map(({ id }) => id))
  const cells = new Map(
    order.cells.map(({ row, column, amount }) => [`${row} ${column}`, minorUnitsOf(amount, order.digits)]),
  )
  return (row, column) =>
    rows.has(row) && columns.has(column) ? (cells.get(`${row} ${column}`) ?? 0n) : null
}
