import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import { WAITING_RULES } from "../../../../modules/reconciliation/domain/planner/explain"
import type { AllocationExplanation, DecimalString, MatrixCell, MatrixRow } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { byTime, type Order, type Step } from "./step"

/**
 * later: it comes later on the order, and nothing was left. settled: it was settled before. reserved: it is kept for
 * instalments. notYet: it came to the order afterwards. byHand: a person chose the items. nothingLeft: none of these.
 */
export type WhyNot = "later" | "settled" | "reserved" | "notYet" | "byHand" | "nothingLeft"

/** An item that got nothing; the reason is null where what is known does not prove one. */
export interface Missed {
  readonly row: MatrixRow
  readonly why: WhyNot | null
}

interface Reached {
  readonly order: Order
  readonly steps: readonly Step[]
  readonly last: Step
  /** Whether nothing of the money is left. */
  readonly isUsedUp: boolean
}

/** Only what the facts prove: allocations that stand now stood then, others may have been taken back since. */
export function whyNot({ key }: MatrixRow, { order, steps, last, isUsedUp }: Reached): WhyNot | null {
  if (!order.items.some(({ row, occurred_at: at }) => row === key && at <= last.recordedAt)) return "notYet"
  if (wasSettled(key, last, order)) return "settled"
  if (steps.every(({ rule }) => rule === "manual")) return "byHand"
  const places = new Map(order.rows.map((row, place) => [row.key, place]))
  const isLater = (places.get(key) ?? 0) > Math.max(...steps.map(({ row }) => places.get(row.key) ?? 0))
  if (isUsedUp && isLater && WAITING_RULES.includes(last.rule)) return "later"
  if (isReserved(key, order)) return "reserved"
  return isUsedUp ? "nothingLeft" : null
}

/** Whether what stands now, and stood before, was all that the item cost then. */
function wasSettled(key: string, last: Step, { items, cells, digits }: Order): boolean {
  const cost = items
    .filter(({ row, occurred_at: came }) => row === key && came <= last.recordedAt)
    .reduce((sum, { side, amount }) => sum + signed(amount, digits, side === "credit"), 0n)
  const paid = cells
    .filter(({ row }) => row === key)
    .flatMap((cell) => cell.explanations.map((one) => ({ ...one, isMinus: isMinus(one, cell) })))
    .filter(
      ({ recorded_at: at, step }) => at !== null && byTime({ recordedAt: at, place: step ?? 0 }, last) < 0,
    )
    .reduce((sum, { amount, isMinus: minus }) => sum + signed(amount, digits, minus), 0n)
  return paid >= cost
}

/** Of a cell's parts, those that take from its item. */
const isMinus = ({ debit }: AllocationExplanation, { row }: MatrixCell): boolean => debit?.row !== row

function signed(amount: DecimalString, digits: number, minus: boolean): bigint {
  const units = minorUnitsOf(amount, digits)
  return minus ? -units : units
}

/** Whether instalments reserve some of what an item has open. */
export const isReserved = (key: string, { plan }: Pick<Order, "plan">): boolean =>
  (plan?.instalments ?? []).some(({ reserved }) =>
    reserved.some(({ row, amount }) => row === key && !isZero(amount)),
  )

/** The reasons with the items that each is true of, in the order's own order. */
export function byReason(missed: readonly Missed[]): { why: WhyNot; rows: MatrixRow[] }[] {
  const reasons = new Map<WhyNot, MatrixRow[]>()
  for (const { row, why } of missed) if (why !== null) reasons.set(why, [...(reasons.get(why) ?? []), row])
  return [...reasons].map(([why, rows]) => ({ why, rows }))
}
