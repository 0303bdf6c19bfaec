import type { DecimalString, EditedCell, MatrixColumn, OrderReconciliation } from "../../../types/http"
import { decimalOf, least, minorUnitsOf } from "../../../modules/reconciliation/domain/money"
import type { Wish } from "../../../modules/reconciliation/domain/order/draft"
import { cellName } from "./grid/cell-amounts"
import type { Sheet, SheetColumn, SheetMaker } from "./grid/sheet"

/** An item of the order: its title is the ledger's own where the reader's language has none for its key. */
export interface StepItem {
  readonly key: string
  readonly title: string
}

/** Money that is on no item: how much, in how many columns, and the earliest of these. */
export interface LooseMoney {
  readonly amount: DecimalString
  readonly count: number
  readonly first: MatrixColumn
}

/** Money on no item, and items that it would fill, in line order. */
export interface PlaceStep {
  readonly kind: "place"
  /** What each cell shall show then; nothing is done until they are sent, or put in a draft. */
  readonly cells: readonly EditedCell[]
  /** What of the money goes on items. */
  readonly amount: DecimalString
  readonly money: LooseMoney
  /** What the order has no money for, planned payments left out. */
  readonly missing: DecimalString
  /** Whether the money is just what is missing. */
  readonly isExact: boolean
  readonly items: readonly StepItem[]
}

/** What the step is found in; with wishes, that of a draft. */
export interface StepInput {
  readonly order: OrderReconciliation
  readonly maker: SheetMaker
  /** The maker's sheet with these wishes. */
  readonly sheet: Sheet
  readonly wishes: readonly Wish[]
  /** As YYYY-MM-DD. */
  readonly today: string
  /** Whether the host holds an authorised payment of the order. */
  readonly isAuthorized?: boolean
}

/** Puts money that is on no item on the items that nothing else is to pay, in line order; null where it cannot. */
export function placing(input: StepInput): PlaceStep | null {
  const { order, sheet } = input
  const parts = partsOf(input)
  const used = new Set(parts.map(({ column }) => column.toString()))
  const money = looseMoney(
    order,
    looseColumns(sheet).filter(({ id }) => used.has(id)),
  )
  if (!money) return null
  const { digits } = order
  const missing = decimalOf(missingIn(sheet), digits)
  return {
    kind: "place",
    cells: parts.map(({ row, column, amount }) => ({
      row,
      column: column.toString(),
      amount: decimalOf(amount, digits),
    })),
    amount: decimalOf(
      parts.reduce((sum, { part }) => sum + part, 0n),
      digits,
    ),
    money,
    missing,
    isExact: money.amount === missing,
    items: itemsOf(order, new Set(parts.map(({ row }) => row))),
  }
}

/** What a cell shall show, and how much more that is. */
interface Part extends Wish {
  readonly part: bigint
}

const looseColumns = ({ columns }: Sheet): SheetColumn[] =>
  columns.filter(({ unallocated }) => unallocated > 0n)

/** The planner fills cell by cell; where planned payments are kept for an item, what is kept is theirs. */
function partsOf({ maker: { draft }, sheet, wishes }: StepInput): Part[] {
  const known = new Map(wishes.map((wish) => [nameOf(wish), wish.amount]))
  const lacking = new Map(sheet.rows.map(({ key, unallocated }) => [key, unallocated]))
  const columns = looseColumns(sheet).map(({ id }) => BigInt(id))
  const rows = sheet.rows.filter(({ unallocated }) => unallocated > 0n)
  const cells = rows.flatMap(({ key: row }) => columns.map((column) => ({ row, column })))
  return draft.fillAll(wishes, cells, takenFrom(lacking)).map((wish) => ({
    ...wish,
    part: wish.amount - (known.get(nameOf(wish)) ?? draft.shownAt(wish.row, wish.column)),
  }))
}

/** Lets an item have what it lacks, and counts that down. */
export function takenFrom(lacking: Map<string, bigint>): (row: string, room: bigint) => bigint {
  return (row, room) => {
    const left = lacking.get(row) ?? 0n
    const part = left > 0n ? least(left, room) : 0n
    lacking.set(row, left - part)
    return part
  }
}

const nameOf = ({ row, column }: Pick<Wish, "row" | "column">): string => cellName(row, column.toString())

/** What has neither money nor a planned payment, minor units; what rounding takes off before money comes counts. */
export const missingIn = ({ sums }: Sheet): bigint => sums.due + sums.unallocatedRows

/** What is open and no instalment, nor a return on its way, is to bring, minor units. */
export function notCoveredIn(
  sheet: Sheet,
  order: Pick<OrderReconciliation, "expected_returns" | "digits">,
): bigint {
  const rest = missingIn(sheet) - minorUnitsOf(order.expected_returns, order.digits)
  return rest > 0n ? rest : 0n
}

export function looseMoney(order: OrderReconciliation, loose: readonly SheetColumn[]): LooseMoney | null {
  const ids = new Set(loose.map(({ id }) => id))
  const first = order.columns.find(({ id }) => ids.has(id))
  if (!first) return null
  const amount = loose.reduce((sum, { unallocated }) => sum + unallocated, 0n)
  return { amount: decimalOf(amount, order.digits), count: loose.length, first }
}

export function itemsOf({ rows }: OrderReconciliation, keys: ReadonlySet<string>): StepItem[] {
  return rows.filter(({ key }) => keys.has(key)).map(({ key, title }) => ({ key, title }))
}
