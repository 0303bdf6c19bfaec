import type { OrderReconciliation } from "../../../../types/http"
import type { AmountText } from "../../../lib/amount-text"
import type { Mode } from "./commands"
import type { Edits } from "./edits"
import { valueAt, type GridColumn, type GridRow, type Listed } from "./layout"
import { Listeners } from "./listeners"
import type { PastePlan } from "./paste"
import { blockOf, isIn, type Block, type Selection, type Size, type Spot } from "./selection"
import { least } from "../../../../modules/reconciliation/domain/money"
import { cellName } from "./cell-amounts"
import { lackOf, SheetMaker, type Sheet } from "./sheet"
import { lockAt, viewOfCell, type CellView, type Hold, type Lock } from "./views"

export interface GridTerms {
  readonly order: OrderReconciliation
  readonly as: AmountText
  /** YYYY-MM-DD. */
  readonly today: string
  readonly canEdit: boolean
  /** How a column is headed, by which a pasted heading is known. */
  readonly titleOf: (column: GridColumn) => string
}

/** What was done last, for the status line. */
export type Note =
  | { readonly kind: "pasted"; readonly plan: PastePlan }
  | { readonly kind: "filled" | "cleared"; readonly count: number; readonly locked: number }
  | { readonly kind: "undone" | "redone" }
  | { readonly kind: "unreadable"; readonly text: string; readonly why: string }

/** What is shown of the grid. Each cell listens to its own name, so a key redraws only what it changes. */
export abstract class GridView {
  rows: readonly GridRow[] = []
  columns: readonly GridColumn[] = []
  sheet: Sheet
  /** Names of the cells that make an item or a payment too much. */
  tooMuch: ReadonlySet<string> = new Set()
  note: Note | null = null
  mode: Mode = "navigate"
  /** What is typed into the cell that has the focus. */
  text = ""
  /** Grows with every change of the grid. */
  revision = 0
  listed: Listed = { onlyOpen: false, search: "" }
  /** The sheet without changes. */
  protected saved: Sheet
  protected maker: SheetMaker
  protected selected: Selection = { focus: { row: 1, column: 2 }, anchor: { row: 1, column: 2 } }
  private isEntered = false
  private readonly listeners = new Listeners()
  private readonly views = new Map<string, CellView>()

  constructor(protected terms: GridTerms) {
    this.maker = new SheetMaker(terms.order, terms.today)
    this.saved = this.maker.sheet([])
    this.sheet = this.saved
  }

  abstract get changes(): Pick<Edits, "wishAt">

  /** Whether the browser's focus is in the grid; then it follows the grid's own. */
  get hasFocus(): boolean {
    return this.isEntered
  }

  enter(): void {
    this.isEntered = true
  }

  leave(): void {
    this.isEntered = false
  }

  get order(): OrderReconciliation {
    return this.terms.order
  }

  get as(): AmountText {
    return this.terms.as
  }

  get canEdit(): boolean {
    return this.terms.canEdit
  }

  get before(): Sheet {
    return this.saved
  }

  get focus(): Spot {
    return this.selected.focus
  }

  get block(): Block {
    return blockOf(this.selected)
  }

  get size(): Size {
    return { rows: this.rows.length, columns: this.columns.length }
  }

  /** @param name a cell's, or "grid" for whatever concerns the whole */
  subscribe(name: string, listener: () => void): () => void {
    return this.listeners.add(name, listener)
  }

  /** A cell as it is drawn; the same object while nothing of it changes. */
  cell(row: GridRow, column: GridColumn): CellView {
    const name = cellName(row.id, column.id)
    const view = viewOfCell(this, row, column)
    const known = this.views.get(name)
    if (known && sameView(known, view)) return known
    this.views.set(name, view)
    return view
  }

  lockAt(row: GridRow, column: GridColumn): Lock | null {
    return lockAt(this.maker, { row, column }, this.terms.canEdit)
  }

  /** What of a cell stays, signed as the cell is: planned payments hold it, or it was settled before the order moved. */
  boundAt(row: GridRow, column: GridColumn): bigint {
    if (row.kind !== "item" || column.kind !== "money") return 0n
    const bound = this.maker.draft.boundOf(row.id, BigInt(column.id))
    return column.column.kind === "refund" ? -bound : bound
  }

  /** Why a cell cannot be brought below what stays of it; null where nothing does. */
  holdAt(row: GridRow, column: GridColumn): Hold | null {
    if (this.boundAt(row, column) === 0n) return null
    return this.maker.draft.staysOf(row.id, BigInt(column.id)) > 0n ? "below_moved" : "below_planned"
  }

  /** How much more a cell could take with the draft, in minor units; what is kept for planned payments is left to them. */
  roomAt(row: GridRow, column: GridColumn): bigint {
    if (row.kind !== "item" || column.kind !== "money") return 0n
    const room = this.maker.draft.roomOf(row.id, BigInt(column.id), this.sheet.free)
    const sums = this.sheet.byRow.get(row.id)
    if (column.column.kind === "refund" || !sums) return room
    const lack = lackOf(sums)
    return lack > 0n ? least(room, lack) : 0n
  }

  /** Whether a cell's amount was inferred from history. */
  isInferred(row: GridRow, column: GridColumn): boolean {
    return this.maker.inferred.size > 0 && this.maker.inferred.has(cellName(row.id, column.id))
  }

  isFocused(row: GridRow, column: GridColumn): boolean {
    return this.rowAt(this.focus)?.id === row.id && this.columnAt(this.focus)?.id === column.id
  }

  /** Whether a cell is part of a block of several. */
  isSelected(row: GridRow, column: GridColumn): boolean {
    const { block } = this
    if (block.top === block.bottom && block.left === block.right) return false
    const at = { row: this.rows.indexOf(row), column: this.columns.indexOf(column) }
    return isIn(block, at)
  }

  rowAt({ row }: Spot): GridRow | undefined {
    return this.rows[row]
  }

  columnAt({ column }: Spot): GridColumn | undefined {
    return this.columns[column]
  }

  /** The ids of the row and the column that have the focus. */
  protected get place(): { readonly row: string; readonly column: string } {
    return { row: this.rowAt(this.focus)?.id ?? "", column: this.columnAt(this.focus)?.id ?? "" }
  }

  protected valueIn(spot: Spot): bigint | null {
    const [row, column] = [this.rowAt(spot), this.columnAt(spot)]
    return row && column ? valueAt(this.sheet, row, column) : null
  }

  protected isOpenRow(row: GridRow): boolean {
    if (row.kind !== "item") return false
    const { unallocated = 0n, due = 0n } = this.sheet.byRow.get(row.id) ?? {}
    return this.sheet.sums.unallocatedRows === 0n ? due !== 0n : unallocated !== 0n
  }

  protected shownAt(row: string, column: string): bigint {
    return this.saved.cells.get(row, column) ?? 0n
  }

  protected goTo({ row, column }: { readonly row: string; readonly column: string }): void {
    const spot = {
      row: orFirst(
        this.rows.findIndex(({ id }) => id === row),
        1,
      ),
      column: orFirst(
        this.columns.findIndex(({ id }) => id === column),
        2,
      ),
    }
    this.selected = { focus: spot, anchor: spot }
  }

  /** The first cell in which there is something to do. */
  protected start(): Selection {
    const { byColumn } = this.sheet
    const column = this.columns.findIndex(
      ({ id, kind }) => kind === "money" && (byColumn.get(id)?.unallocated ?? 0n) > 0n,
    )
    const row = this.rows.findIndex((one) => this.isOpenRow(one))
    const spot = { row: orFirst(row, 1), column: orFirst(column, 2) }
    return { focus: spot, anchor: spot }
  }

  protected tell(names: Iterable<string>): void {
    this.revision += 1
    this.listeners.tell(names)
  }

  protected tellAll(): void {
    this.views.clear()
    this.revision += 1
    this.listeners.tellAll()
  }
}

const orFirst = (index: number, first: number): number => (index < 0 ? first : index)

function sameView(one: CellView, other: CellView): boolean {
  const keys = Object.keys(one) as (keyof CellView)[]
  return keys.every((key) => one[key] === other[key])
}
