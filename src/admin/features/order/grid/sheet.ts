import type { OrderReconciliation } from "../../../../types/http"
import type { Instalment } from "../../../../modules/reconciliation/domain/instalments/instalment"
import { coverageOf, reserve } from "../../../../modules/reconciliation/domain/instalments/reserve"
import { least, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import { isCharge } from "../../../../modules/reconciliation/domain/open-item"
import { MatrixDraft, type CellLock, type Wish } from "../../../../modules/reconciliation/domain/order/draft"
import type { Matrix } from "../../../../modules/reconciliation/domain/order/matrix"
import {
  stateOfDocument,
  stateOfItem,
  type State,
} from "../../../../modules/reconciliation/domain/order/status"
import { cellName, CellNamer, type CellAmounts } from "./cell-amounts"
import { draftBaseOf, instalmentsOf } from "./draft-base"

/** An item of the order, in minor units: amount = total + unallocated, total = paid + planned + due. */
export interface SheetRow {
  readonly key: string
  readonly amount: bigint
  readonly paid: bigint
  readonly planned: bigint
  /** What is simply not paid yet; nothing glows because of it. */
  readonly due: bigint
  readonly total: bigint
  /** What the order's own unapplied money could still put on it; below zero what is too much. */
  readonly unallocated: bigint
}

/** What moved money: a column that people may change. */
export interface SheetColumn {
  readonly id: string
  /** What of it stands on this order. */
  readonly total: bigint
  /** What of it stands nowhere: above zero money on no item, below zero a refund of no item, or too much. */
  readonly unallocated: bigint
  readonly state: State
}

/** A planned payment: it reserves, nobody changes it here. */
export interface SheetInstalment {
  readonly id: string
  readonly total: bigint
  readonly rows: ReadonlyMap<string, bigint>
}

/** What is too much, by how much: an item or a payment is below zero. */
export interface Excess {
  readonly rows: ReadonlyMap<string, bigint>
  readonly columns: ReadonlyMap<string, bigint>
}

/** An order's matrix as it is shown, with what people have changed and not saved. */
export interface Sheet {
  readonly rows: readonly SheetRow[]
  readonly columns: readonly SheetColumn[]
  readonly byRow: ReadonlyMap<string, SheetRow>
  readonly byColumn: ReadonlyMap<string, SheetColumn>
  readonly planned: readonly SheetInstalment[]
  readonly cells: CellAmounts
  /** Of the Total and Unallocated rows and columns. */
  readonly sums: {
    readonly amount: bigint
    readonly paid: bigint
    readonly planned: bigint
    readonly due: bigint
    readonly total: bigint
    readonly unallocatedRows: bigint
    readonly unallocatedColumns: bigint
  }
  readonly excess: Excess
  /** Items that a payment pays of which more is put than there is: nobody knows then that they are paid. */
  readonly unproven: ReadonlySet<string>
  readonly state: State
  /** By item of the ledger, what it has open with the draft. */
  readonly free: ReadonlyMap<bigint, bigint>
}

/** What an item has neither money nor a planned payment for; below zero what is too much. */
export const lackOf = ({ due, unallocated }: Pick<SheetRow, "due" | "unallocated">): bigint =>
  due + unallocated

/** What of an order's answer a sheet is made of. */
type SheetOrder = Pick<
  OrderReconciliation,
  "document_id" | "items" | "allocations" | "cells" | "plan" | "expected_returns" | "problems" | "digits"
>

/** Makes sheets of one version of an order: the planner's own draft, folded for the screen. */
export class SheetMaker {
  readonly draft: MatrixDraft
  /** Names of the cells that were inferred from history. */
  readonly inferred: ReadonlySet<string>
  private readonly namer = new CellNamer()
  private readonly base: ReturnType<typeof draftBaseOf>
  private readonly instalments: readonly Instalment[]
  private readonly expected: bigint
  private readonly today: string

  /** @param today the day, as YYYY-MM-DD, by which planned payments are overdue */
  constructor(
    private readonly order: SheetOrder,
    today: string,
  ) {
    this.base = draftBaseOf(order)
    this.draft = new MatrixDraft(this.base)
    this.inferred = new Set(
      order.cells.flatMap((cell) => (cell.inferred ? [cellName(cell.row, cell.column)] : [])),
    )
    this.instalments = instalmentsOf(order)
    this.expected = minorUnitsOf(order.expected_returns, order.digits)
    this.today = today
  }

  sheet(wishes: readonly Wish[]): Sheet {
    const { matrix, free } = this.draft.with(wishes)
    const excess = this.excessOf(free)
    const open = matrix.rows.map(({ key, open: amount }) => ({ lineKey: key, amount }))
    const reservations = reserve(
      this.instalments,
      open.filter(({ amount }) => amount > 0n),
    )
    const planned = reservations
      .filter(({ reserved }) => reserved > 0n)
      .map(({ instalment, lines, reserved }) => ({
        id: instalment.id.toString(),
        total: reserved,
        rows: new Map(lines.map(({ lineKey, amount }) => [lineKey, amount])),
      }))
    const columns = matrix.columns.map(({ item, items, onThisOrder, unallocated }) => ({
      id: item.id.toString(),
      total: onThisOrder,
      unallocated,
      state: stateOfItem({
        amount: items.reduce((sum, { amount }) => sum + amount, 0n),
        allocated: items.reduce((sum, { allocated }) => sum + allocated, 0n),
      }),
    }))
    const rows = rowsOf(matrix, planned, columns)
    const cells = this.namer.amountsOf(matrix.cellsOf)
    const sum = (of: (row: SheetRow) => bigint): bigint => rows.reduce((total, row) => total + of(row), 0n)
    return {
      rows,
      columns,
      byRow: new Map(rows.map((row) => [row.key, row])),
      byColumn: new Map(columns.map((column) => [column.id, column])),
      planned,
      cells,
      sums: {
        amount: sum(({ amount }) => amount),
        paid: sum(({ paid }) => paid),
        planned: sum((row) => row.planned),
        due: sum(({ due }) => due),
        total: sum(({ total }) => total),
        unallocatedRows: sum(({ unallocated }) => unallocated),
        unallocatedColumns: columns.reduce((total, { unallocated }) => total + unallocated, 0n),
      },
      excess,
      unproven: unprovenIn(rows, excess, cells),
      state: stateOfDocument({
        open: matrix.open,
        applied: matrix.applied,
        hasProblems: this.order.problems.length > 0,
        coverage: coverageOf(reservations, { expected: this.expected, open: matrix.open, today: this.today }),
      }),
      free,
    }
  }

  lockOf(row: string, column: string): CellLock | null {
    return this.draft.lockOf(row, BigInt(column))
  }

  private excessOf(free: ReadonlyMap<bigint, bigint>): Excess {
    const rows = new Map<string, bigint>()
    const columns = new Map<string, bigint>()
    for (const item of this.base.items) {
      const left = free.get(item.id) ?? 0n
      if (left >= 0n) continue
      const [sums, name] =
        item.lineKey !== null && isCharge(item)
          ? ([rows, item.lineKey] as const)
          : ([columns, item.id.toString()] as const)
      sums.set(name, (sums.get(name) ?? 0n) - left)
    }
    return { rows, columns }
  }
}

function unprovenIn(rows: readonly SheetRow[], { columns }: Excess, cells: CellAmounts): ReadonlySet<string> {
  const overdrawn = [...columns.keys()]
  const isUnproven = ({ key }: SheetRow) => overdrawn.some((id) => (cells.get(key, id) ?? 0n) !== 0n)
  return new Set(overdrawn.length === 0 ? [] : rows.filter(isUnproven).map(({ key }) => key))
}

/** Money that is on no item could go to what no money, planned or not, is meant for, in line order. */
function rowsOf(
  matrix: Matrix,
  planned: readonly SheetInstalment[],
  columns: readonly SheetColumn[],
): SheetRow[] {
  let pool = columns.reduce((sum, { unallocated }) => (unallocated > 0n ? sum + unallocated : sum), 0n)
  return matrix.rows.map(({ key, net, allocated, open }) => {
    const reserved = planned.reduce((sum, { rows }) => sum + (rows.get(key) ?? 0n), 0n)
    const rest = open - reserved
    const unallocated = rest > 0n ? least(rest, pool) : rest
    if (unallocated > 0n) pool -= unallocated
    const due = rest - unallocated
    return {
      key,
      amount: net,
      paid: allocated,
      planned: reserved,
      due,
      total: allocated + reserved + due,
      unallocated,
    }
  })
}
