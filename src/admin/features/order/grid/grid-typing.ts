import type { Wish } from "../../../../modules/reconciliation/domain/order/draft"
import { writeAmount } from "../../../lib/amount-text"
import type { GridPlace } from "./bulk"
import { Edits, type Put } from "./edits"
import { GridView, type GridTerms } from "./grid-view"
import { valueAt } from "./layout"
import { going } from "./selection"
import { magnitude, tooMuchIn } from "./too-much"
import { putOf } from "./typing"
import type { Hold } from "./views"

/** What the grid asks of the page around it. */
export interface Ask {
  readonly what: "save" | "help" | "why" | "locked" | "menu" | "details" | "toggle" | "unfold" | "fold"
}

/** What is typed into the cell that has the focus, and what has been changed so far. */
export abstract class GridTyping extends GridView {
  /** What is changed, oldest first, with what is being typed as far as it is another amount. */
  unsaved: readonly Wish[] = []
  protected readonly edits: Edits
  private asked: ((ask: Ask) => void) | null = null

  constructor(terms: GridTerms) {
    super(terms)
    this.edits = new Edits((row, column) => this.shownAt(row, column))
  }

  get changes(): Pick<Edits, "count" | "canUndo" | "canRedo" | "all" | "cells" | "wishAt"> {
    return this.edits
  }

  /** The page hears what the grid asks of it. @returns what ends that */
  listen(asked: (ask: Ask) => void): () => void {
    this.asked = asked
    return () => {
      this.asked = null
    }
  }

  ask(ask: Ask): void {
    this.asked?.(ask)
  }

  protected begin(text?: string): boolean {
    const [row, column] = [this.rowAt(this.focus), this.columnAt(this.focus)]
    if (!row || !column) return false
    if (this.lockAt(row, column)) {
      this.ask({ what: "locked" })
      return true
    }
    this.selected = going(this.selected, this.focus, false)
    this.mode = text === undefined ? "edit" : "over"
    const value = valueAt(this.sheet, row, column)
    this.text = text ?? (value === null ? "" : writeAmount(value, this.terms.as))
    this.note = null
    this.recount()
    return true
  }

  protected stopTyping(): void {
    this.mode = "navigate"
    this.text = ""
  }

  protected keep(): boolean {
    if (this.mode === "navigate") return true
    const typed = this.typed()
    if ("why" in typed) {
      this.note = { kind: "unreadable", text: this.text, why: typed.why }
      return false
    }
    this.stopTyping()
    this.putAll([typed])
    return true
  }

  /** Why a cell cannot hold so little; null where it can. */
  protected tooLittleAt({ row, column }: GridPlace, units: bigint): Hold | null {
    const bound = this.boundAt(row, column)
    if (magnitude(units) >= magnitude(bound) || units === this.shownAt(row.id, column.id)) return null
    return this.holdAt(row, column)
  }

  private typed(): ReturnType<typeof putOf> {
    const { text, focus } = this
    const [row, column] = [this.rowAt(focus), this.columnAt(focus)]
    const put = putOf({ text, as: this.terms.as, row, column })
    if ("why" in put || !row || !column) return put
    const why = this.tooLittleAt({ row, column }, put.units)
    return why === null ? put : { why }
  }

  protected putAll(puts: readonly Put[]): void {
    this.edits.put(puts, this.place)
    this.note = null
    this.recount()
  }

  protected recount(): void {
    this.unsaved = this.wishes()
    this.sheet = this.maker.sheet(this.unsaved)
    this.tooMuch = tooMuchIn(this.unsaved, this.sheet.excess, this.saved.cells)
  }

  private wishes(): readonly Wish[] {
    const all = this.edits.all
    const typed = this.mode === "navigate" ? null : this.typed()
    if (!typed || "why" in typed) return all
    const others = all.filter((wish) => wish.row !== typed.row || wish.column.toString() !== typed.column)
    if (typed.units === this.shownAt(typed.row, typed.column)) return others
    return [...others, { row: typed.row, column: BigInt(typed.column), amount: typed.units }]
  }
}
