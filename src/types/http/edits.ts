import type { NamedItem } from "../explanation"
import type { DecimalString } from "../items"
import type { MatchingCode, ReconciliationState } from "./states"

/** One cell of an order's matrix as a person wants it; cells that are not named stay as they are. */
export interface EditedCell {
  /** Key of the row, for example "line:ordli_…". */
  row: string
  /** Id of the column. */
  column: string
  /** All that the cell shall show, signed as the matrix is: zero or below in a refund's column. */
  amount: DecimalString
}

/** A part of a credit put on a debit, or taken off it. */
export interface AllocationMove {
  /** The allocation that is taken back; null of one that is made. */
  allocation_id: string | null
  credit_item_id: string
  debit_item_id: string
  credit: NamedItem
  debit: NamedItem
  /** Above zero. */
  amount: DecimalString
}

/** An amount that stays whatever was asked for. */
export interface KeptMove extends AllocationMove {
  /**
   * instalment_bound: it fulfils a planned payment; not_by_hand: it belongs to a write-off or a reversal; order_moved:
   * it was settled in the account that the order was in before.
   */
  why: "instalment_bound" | "not_by_hand" | "order_moved"
}

/** What a change by hand did. */
export interface AllocationsChangeView {
  /** To undo it; null when everything was as wanted. */
  change_id: string | null
  /** The version of the order, or of the account, after it. */
  version: number
  changed: boolean
  released: AllocationMove[]
  allocated: AllocationMove[]
  /** Of those released, what had come to rest on the others: paid on by their credit, or put where they had stood. */
  dependants: AllocationMove[]
  kept: KeptMove[]
}

/** An order, before and after. */
export interface OrderEffect {
  id: string
  display_id: string
  state_before: ReconciliationState
  state_after: ReconciliationState
  code_before: MatchingCode | null
  code_after: MatchingCode | null
  /** Signed: what its rows have open. */
  open_before: DecimalString
  open_after: DecimalString
  /** Signed: what its columns have left. */
  unallocated_before: DecimalString
  unallocated_after: DecimalString
}

/** The same of an order whose amounts are moved. */
export interface TouchedOrder extends OrderEffect {
  /** Keys of its rows that something is taken off, put on, or stays on. */
  rows: string[]
}

/** What a change would do: it was done, looked at, and taken back. */
export interface AllocationsPreview extends Omit<AllocationsChangeView, "change_id" | "version"> {
  /** The version that it was done on. */
  base_version: number
  /** Those of at most 20 orders, the smallest ids first. */
  orders: TouchedOrder[]
}

/** `POST /admin/reconciliation/orders/:id/allocations` */
export interface EditAllocationsBody {
  cells: EditedCell[]
  /** The order's version last read; 409 when it has moved on. */
  version: number
  reason?: string | undefined
}

/** `POST /admin/reconciliation/orders/:id/allocations/delete` */
export interface DeleteAllocationsBody {
  /** Ids of columns; all of the order when absent. */
  columns?: string[] | undefined
  /** Takes back with it what has come to rest on it; else that is refused. */
  cascade?: boolean | undefined
  version: number
  reason?: string | undefined
}

/** `POST /admin/reconciliation/orders/:id/undo` */
export interface UndoChangeBody {
  change_id: string
  cascade?: boolean | undefined
  version: number
  reason?: string | undefined
}

/** What a change did to one planned payment. */
export interface PlannedMove {
  kind: "planned" | "postponed" | "failed" | "cancelled"
  /** Its place in its plan, from 1. */
  number: number
  amount: DecimalString
  /** The day it falls due, YYYY-MM-DD; of a postponed one the new day. */
  due_on: string
  /** Only of a postponed one: the day it fell due before. */
  due_before: string | null
}

/** One change in an order's history. */
export interface HistoryEntry {
  id: string
  /** ingest, edit, deletion, undo, plan, instalment, deposit, reconcile_account, reversal, write_off, transfer, move, pay_back, terms. */
  kind: string
  /** ISO in UTC. */
  recorded_at: string
  actor: { type: "system" | "user" | "api-key"; id: string | null; name: string | null }
  /** What set it off: an event's name, a route, a job. */
  cause: string
  reason: string | null
  run_id: string | null
  /** What it posted on the order: charges, payments, credits … Signed: debits positive. */
  posted: { item: NamedItem; amount: DecimalString }[]
  /** What it put between an item of the order and another one, and what it took back; at most 100 of each. */
  allocated: AllocationMove[]
  released: AllocationMove[]
  /** How many there are, where not all are listed. */
  moves: number
  /** What it did to planned payments of the order, in their order. */
  planned: PlannedMove[]
  /** The change that it undoes, and the one that undid it and still stands. */
  undoes: string | null
  undone_by: string | null
  /** Whether it makes again what had been undone: then what it undoes is an undo itself. */
  redo: boolean
  /** Whether it moved amounts that can be moved back. What has come to rest on them is found when it is asked for. */
  undoable: boolean
}
