import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { AllocationMove, AllocationsPreview, DecimalString, NamedItem } from "../../../../types/http"

/** What is taken off one item of one payment or refund. */
export interface Deleted {
  readonly key: string
  /** The item it was on. */
  readonly item: NamedItem
  /** What had paid it, or what it was paid back by. */
  readonly money: NamedItem
  readonly amount: DecimalString
}

export interface Deletions {
  /** What was asked for, item by item. */
  readonly asked: readonly Deleted[]
  /** What had come to rest on that, and goes with it. */
  readonly withIt: readonly Deleted[]
  /** All that was asked for. */
  readonly total: DecimalString
  /** Whether it is taken off more than one payment or refund, so that each has to be named. */
  readonly isOfSeveral: boolean
}

/** What deleting would take off which items. */
export function deletionsOf(
  { released, dependants }: Pick<AllocationsPreview, "released" | "dependants">,
  digits: number,
): Deletions {
  const resting = new Set(dependants.map(({ allocation_id: id }) => id))
  const asked = deletedOf(
    released.filter(({ allocation_id: id }) => !resting.has(id)),
    digits,
  )
  const total = asked.reduce((sum, { amount }) => sum + minorUnitsOf(amount, digits), 0n)
  return {
    asked,
    withIt: deletedOf(dependants, digits),
    total: decimalOf(total, digits),
    isOfSeveral: new Set(asked.map(({ key }) => key.split(" ")[0])).size > 1,
  }
}

/** A row's allocations of one payment stand in one line, as in one cell of the matrix. */
function deletedOf(moves: readonly AllocationMove[], digits: number): Deleted[] {
  const found = new Map<string, Deleted>()
  for (const { credit, debit, credit_item_id: creditId, debit_item_id: debitId, amount } of moves) {
    const isOnRow = debit.row !== null
    const [item, money, moneyId] = isOnRow ? [debit, credit, creditId] : [credit, debit, debitId]
    const key = `${moneyId} ${item.row ?? (isOnRow ? debitId : creditId)}`
    const sum = minorUnitsOf(found.get(key)?.amount ?? "0", digits) + minorUnitsOf(amount, digits)
    found.set(key, { key, item, money, amount: decimalOf(sum, digits) })
  }
  return [...found.values()]
}

export type NumberOf = (row: string | null) => string | undefined

/** Of which order each row is, by its number. */
export function numbersIn(orders: AllocationsPreview["orders"]): NumberOf {
  const numbers = new Map(orders.flatMap(({ rows, display_id: id }) => rows.map((row) => [row, id] as const)))
  return (row) => (row === null ? undefined : numbers.get(row))
}
