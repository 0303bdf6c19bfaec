import type { AllocationsChangeView, AllocationsPreview } from "../../../types/http"
import { editAllocations, editRequestOf, type EditAllocations } from "../edits/edit-allocations"
import { historyOf, type HistoryFilter, type HistoryPage } from "../edits/history"
import { compared, lookAt } from "../edits/preview"
import { takeBack, takeBackRequestOf, type TakeBackCall } from "../edits/take-back"
import type { Session } from "../ledger/database"
import { once, type Request } from "../ledger/idempotency"
import type { Parts } from "./parts"

/** What people change of what pays what: edits, deletions, undo and redo, each with its preview, and the history of it. */
export class Edits {
  constructor(private readonly parts: Parts) {}

  /**
   * Changes by hand what pays what. Afterwards automation leaves alone what the edit set free.
   *
   * @throws order_not_read | account_not_found | version_stale | over_allocated | instalment_bound |
   *   not_by_hand | order_moved | item_not_found | sides_swapped | cell_not_of_order | cell_not_found | cell_locked |
   *   cell_named_twice | amount_sign | amount_negative | amount_malformed | amount_too_precise | idempotency_key_reused
   */
  async edit(input: EditAllocations): Promise<AllocationsChangeView> {
    const request = editRequestOf(input)
    return once(this.parts.database, request, (session) => this.editIn(session, input, request))
  }

  /** What edit would do now. @throws as edit */
  async previewEdit(input: EditAllocations): Promise<AllocationsPreview> {
    return this.preview((session) => this.editIn(session, input))
  }

  /**
   * Takes back the allocations of an order, of some of its columns, or of a transaction; or undoes a change, which
   * redoes what that had undone.
   *
   * @throws order_not_read | payment_not_found | change_not_found | change_not_undoable | change_undone | version_stale |
   *   has_dependants | dependant_stays | amounts_stay | idempotency_key_reused
   */
  async takeBack(call: TakeBackCall): Promise<AllocationsChangeView> {
    const request = takeBackRequestOf(call)
    return once(this.parts.database, request, (session) => this.takeBackIn(session, call, request))
  }

  /** What takeBack would do now, with what rests on it, whether or not it is told to take that back too. @throws as takeBack */
  async previewTakeBack(call: TakeBackCall): Promise<AllocationsPreview> {
    return this.preview((session) => this.takeBackIn(session, { ...call, cascade: true }))
  }

  /** What was done to an order, newest first. @throws order_not_read | cursor_malformed */
  async history(filter: HistoryFilter): Promise<HistoryPage> {
    return this.parts.database.snapshot((session) => historyOf(session, filter))
  }

  private async preview(
    work: (session: Session) => Promise<AllocationsChangeView>,
  ): Promise<AllocationsPreview> {
    const { database } = this.parts
    const today = this.parts.today()
    const tried = await database.dryRun(async (session) =>
      lookAt(session, { done: await work(session), today }),
    )
    return database.snapshot((session) => compared(session, tried, today))
  }

  private async editIn(
    session: Session,
    input: EditAllocations,
    request?: Request,
  ): Promise<AllocationsChangeView> {
    return editAllocations(session, input, { ...this.terms(), request })
  }

  private async takeBackIn(
    session: Session,
    call: TakeBackCall,
    request?: Request,
  ): Promise<AllocationsChangeView> {
    return takeBack(session, call, { ...this.terms(), request })
  }

  private terms(): { readonly on: string; readonly codes: Parts["settings"]["matchingCodes"] } {
    return { on: this.parts.today(), codes: this.parts.settings.matchingCodes }
  }
}
