import type { AllocationExplanation, MatrixCell, MatrixColumn, MatrixRow } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { byTime, type Order, type Step } from "./step"
import { isReserved, whyNot, type Missed } from "./why-not"

export interface Steps {
  /** In the order in which the money reached them. */
  readonly steps: readonly Step[]
  /** In the order's own order. */
  readonly missed: readonly Missed[]
}

/** What could have paid other items. */
const PAYING: ReadonlySet<MatrixColumn["kind"]> = new Set([
  "payment",
  "deposit",
  "opening_balance",
  "stored_value",
  "credit",
])

/** Which items of an order the money of a cell's column reached, one after the other, and which it did not. */
export function stepsOf(asked: MatrixCell, order: Order): Steps {
  const cells = order.cells.filter(({ column }) => column === asked.column)
  const rows = new Map(order.rows.map((row) => [row.key, row]))
  const askedIds = new Set(asked.explanations.map(({ allocation_id: id }) => id))
  const steps = cells
    .flatMap((cell) => cell.explanations.flatMap((one) => stepOf(one, cell, { rows, askedIds })))
    .toSorted(byTime)
  const column = order.columns.find(({ id }) => id === asked.column)
  const last = steps.at(-1)
  if (!last || !column || !PAYING.has(column.kind)) return { steps, missed: [] }
  const reached = new Set(cells.map(({ row }) => row))
  const missed = order.rows.filter(({ key, net }) => !reached.has(key) && !isZero(net))
  const known = { order, steps, last, isUsedUp: isZero(column.unallocated) }
  return { steps, missed: missed.map((row) => ({ row, why: whyNot(row, known) })) }
}

interface Known {
  readonly rows: ReadonlyMap<string, MatrixRow>
  readonly askedIds: ReadonlySet<string | null>
}

/**
 * An allocation between two items of the order stands in both their cells: it is a step of the one that took it. What
 * rounding moves within the order is no step of the money.
 */
function stepOf(explanation: AllocationExplanation, cell: MatrixCell, { rows, askedIds }: Known): Step[] {
  const { allocation_id: id, credit, debit, step, amount, rule, recorded_at: recordedAt } = explanation
  const row = rows.get(cell.row)
  if (id === null || !credit || !debit || recordedAt === null || !row || credit.kind === "rounding") return []
  if (debit.row !== null && debit.row !== cell.row) return []
  const openThen = debit.row === cell.row ? explanation.debit_open_before : explanation.credit_open_before
  return [
    {
      key: `${id} ${cell.row}`,
      row,
      openThen: openThen ?? "",
      took: amount,
      rule,
      recordedAt,
      place: step ?? 0,
      isAsked: askedIds.has(id),
    },
  ]
}

/** Whether the asked item waits for instalments that the money might have been left for. */
export const isPlannedFor = (asked: MatrixCell, order: Order): boolean =>
  isReserved(asked.row, order) && asked.explanations.every(({ rule }) => rule !== "instalment")
