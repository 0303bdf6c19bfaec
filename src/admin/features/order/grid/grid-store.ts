import { writeBlock } from "./clipboard"
import { clearing, filling, placesIn, sizeOf, type GridPlace } from "./bulk"
import { commandOf, type Command, type Pressed } from "./commands"
import { namesIn, namesThatDiffer } from "./differences"
import type { Put } from "./edits"
import { GridTyping, type Ask } from "./grid-typing"
import type { GridTerms } from "./grid-view"
import { columnsOf, rowsOf, valueAt, type GridColumn, type GridRow, type Listed } from "./layout"
import { blockFor, goalOf, type Terrain } from "./moving"
import type { PastePlan } from "./paste"
import { landedIn, pasteInto } from "./pasting"
import { blockOf, going, stepFrom, type Block, type Spot } from "./selection"
import { SheetMaker } from "./sheet"

type Acts = Partial<Record<Command["do"], () => boolean>>

/**
 * The grid's state apart from how it is drawn: where a person is, what they type, and what they have changed. What is
 * shown of it is GridView's, what is typed GridTyping's.
 */
export class GridStore extends GridTyping {
  /** What keys do while a person moves in the grid. */
  private readonly acts: Acts = {
    edit: () => this.begin(),
    open: () => this.open(),
    cancel: () => this.collapse(),
    fill: () => this.fillCells(this.block),
    fill_column: () => this.fillCells({ ...this.block, top: 0, bottom: this.rows.length - 1 }),
    clear: () => this.clearCells(),
    undo: () => this.step("undo"),
    redo: () => this.step("redo"),
    why: () => this.why(),
    save: () => this.hand("save"),
    help: () => this.hand("help"),
    menu: () => this.hand("menu"),
    fold: () => this.hand("fold"),
    unfold: () => this.hand("unfold"),
  }

  /** What they do while an amount is typed. */
  private readonly actsWhileTyping: Acts = {
    save: () => !this.keep() || this.hand("save"),
    cancel: () => this.giveUp(),
    toggle_caret: () => this.toggleCaret(),
    fill: () => this.giveUp() && this.fillCells(blockOf({ focus: this.focus, anchor: this.focus })),
  }

  constructor(terms: GridTerms) {
    super(terms)
    this.layOut()
    this.selected = this.start()
  }

  /** @returns whether the key was meant for the grid */
  press(pressed: Pressed): boolean {
    const command = commandOf(pressed, this.mode)
    if (!command) return false
    return this.change(() => (this.mode === "navigate" ? this.obey(command) : this.whileTyping(command)))
  }

  go(spot: Spot, extend = false): void {
    this.change(() => {
      if (this.keep()) this.selected = going(this.selected, spot, extend)
    })
  }

  /** Begins to change the cell that has the focus; asks the page to say why where it cannot be. */
  startEdit(): void {
    this.change(() => this.begin())
  }

  type(text: string): void {
    this.change(() => {
      this.text = text
      this.recount()
    })
  }

  /** Keeps what is typed; false where it is no amount, and the text stays. */
  keepTyped(): boolean {
    return this.change(() => this.keep())
  }

  copy(): { plain: string; html: string } {
    const { top, bottom, left, right } = this.block
    const cells = this.rows
      .slice(top, bottom + 1)
      .map((row) => this.columns.slice(left, right + 1).map((column) => valueAt(this.sheet, row, column)))
    return writeBlock(cells, this.terms.as)
  }

  /** @returns what was done, or that it must be asked first which sign groups thousands */
  paste(plain: string, thousands?: "." | ","): PastePlan {
    const { rows, columns, block } = this
    const { as, titleOf } = this.terms
    const lockAt = (row: GridRow, column: GridColumn): string | null => this.lockAt(row, column)
    const tooLittleAt = (place: GridPlace, units: bigint) => this.tooLittleAt(place, units)
    const plan = pasteInto({ plain, thousands, rows, columns, block, as, titleOf, lockAt, tooLittleAt })
    if (plan.unclear) return plan
    this.change(() => {
      this.putAll(plan.put)
      this.note = { kind: "pasted", plan }
      const landed = landedIn(plan, this)
      if (landed) {
        const { top, left, bottom, right } = landed
        this.selected = { focus: { row: top, column: left }, anchor: { row: bottom, column: right } }
      }
    })
    return plan
  }

  clear(): void {
    this.change(() => this.obey({ do: "clear" }))
  }

  fill(): void {
    this.change(() => this.obey({ do: "fill" }))
  }

  undo(): void {
    this.change(() => this.step("undo"))
  }

  redo(): void {
    this.change(() => this.step("redo"))
  }

  /** Puts amounts as one step. */
  put(puts: readonly Put[]): void {
    this.change(() => {
      this.stopTyping()
      this.putAll(puts)
    })
  }

  /** Puts amounts as one step, and goes to the first of them. */
  putAndGo(puts: readonly Put[]): void {
    const [first] = puts
    this.put(puts)
    if (first) this.reveal(first)
  }

  /** Goes to a cell, also where its item is not listed now. */
  reveal(at: Pick<Put, "row" | "column">): void {
    if (!this.rows.some(({ id }) => id === at.row)) this.list({ onlyOpen: false, search: "" })
    this.change(() => {
      if (this.keep()) this.goTo(at)
    })
  }

  discard(): void {
    this.change(() => {
      this.stopTyping()
      this.edits.discard()
      this.note = null
      this.recount()
    })
  }

  list(listed: Partial<Listed>): void {
    this.change(() => {
      const at = this.place
      this.listed = { ...this.listed, ...listed }
      this.layOut()
      this.goTo(at)
    })
  }

  /** Goes on upon another version of the order, at the same place, with what is not saved. */
  take(terms: GridTerms): void {
    this.change(() => {
      const at = this.place
      this.terms = terms
      this.maker = new SheetMaker(terms.order, terms.today)
      this.saved = this.maker.sheet([])
      this.edits.rebase((row, column) => this.shownAt(row, column))
      this.recount()
      this.layOut()
      this.goTo(at)
    })
    this.tellAll()
  }

  private change<Result>(work: () => Result): Result {
    const { sheet, selected, mode, text } = this
    const result = work()
    const names = new Set(["grid"])
    if (selected !== this.selected || mode !== this.mode || text !== this.text)
      for (const block of [blockOf(selected), this.block])
        for (const name of namesIn(this, block)) names.add(name)
    if (sheet !== this.sheet)
      for (const name of namesThatDiffer(this, { before: sheet, after: this.sheet }, this.edits))
        names.add(name)
    this.tell(names)
    return result
  }

  private obey(command: Command): boolean {
    const block = blockFor(command, this.terrain())
    if (block) return this.select(block)
    const goal = goalOf(command, this.terrain())
    if (goal) {
      this.selected = going(this.selected, goal, "extend" in command && command.extend)
      return true
    }
    if (command.do === "type") return this.begin(command.text)
    return this.acts[command.do]?.() ?? false
  }

  private whileTyping(command: Command): boolean {
    if (command.do === "keep") {
      if (this.keep())
        this.selected = going(this.selected, stepFrom(this.focus, command.to, this.size), false)
      return true
    }
    return this.actsWhileTyping[command.do]?.() ?? false
  }

  private collapse(): boolean {
    this.selected = going(this.selected, this.focus, false)
    this.note = null
    return true
  }

  /** Forgets what is typed. */
  private giveUp(): boolean {
    this.stopTyping()
    this.note = null
    this.recount()
    return true
  }

  private toggleCaret(): boolean {
    this.mode = this.mode === "edit" ? "over" : "edit"
    return true
  }

  private hand(what: Ask["what"]): boolean {
    this.ask({ what })
    return true
  }

  private select({ top, bottom, left, right }: Block): boolean {
    if (bottom >= top && right >= left)
      this.selected = { focus: { row: bottom, column: right }, anchor: { row: top, column: left } }
    return true
  }

  private why(): boolean {
    const isHead = this.rowAt(this.focus)?.kind === "head" && this.columnAt(this.focus)?.kind === "money"
    if (isHead) return this.obey({ do: "select_column" })
    this.ask({ what: "why" })
    return true
  }

  private open(): boolean {
    if (this.rowAt(this.focus)?.kind === "head") this.ask({ what: "details" })
    else if (this.columnAt(this.focus)?.kind === "item") this.ask({ what: "toggle" })
    else return this.begin()
    return true
  }

  private fillCells(block: Block): boolean {
    const puts = filling(this.maker.draft, this.sheet, {
      wishes: this.edits.all,
      places: this.editable(block),
    })
    this.putAll(puts)
    this.note = { kind: "filled", count: puts.length, locked: 0 }
    return true
  }

  private clearCells(): boolean {
    const cells = this.editable(this.block)
    const puts = clearing(cells, (row, column) => this.boundAt(row, column)).filter(
      ({ row, column, units }) => units !== this.edits.valueAt(row, column),
    )
    this.putAll(puts)
    this.note = { kind: "cleared", count: puts.length, locked: sizeOf(this.block) - cells.length }
    return true
  }

  private step(way: "undo" | "redo"): boolean {
    const at = way === "undo" ? this.edits.undo() : this.edits.redo()
    if (!at) return true
    this.note = { kind: way === "undo" ? "undone" : "redone" }
    this.recount()
    this.goTo(at)
    return true
  }

  private editable(block: Block): GridPlace[] {
    return placesIn(this, block).filter(({ row, column }) => this.lockAt(row, column) === null)
  }

  private terrain(): Terrain {
    const { rows, columns, focus } = this
    return {
      rows,
      columns,
      focus,
      isFilled: (spot) => (this.valueIn(spot) ?? 0n) !== 0n,
      isOpenRow: (row) => this.isOpenRow(row),
    }
  }

  private layOut(): void {
    this.columns = columnsOf(this.terms.order)
    const open = new Set(
      this.sheet.rows
        .filter(({ due, unallocated }) => due !== 0n || unallocated !== 0n)
        .map(({ key }) => key),
    )
    this.rows = rowsOf(this.terms.order, this.listed, (key) => open.has(key))
  }
}
