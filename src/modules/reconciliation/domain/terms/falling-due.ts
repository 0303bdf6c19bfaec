import { openAmount, type OpenItem } from "../open-item"
import { isKeyOf } from "../key"
import type { OpenItemKind } from "../kind"
import { dueDayOf, NOT_YET_DUE, type Terms } from "./terms"

/** When an order was delivered; days. */
export interface Deliveries {
  /** When the last piece of each line was, by the line's key; a line of which a piece waits is absent. */
  readonly lines: ReadonlyMap<string, string>
  /** When the last piece of all was; null while one waits. */
  readonly whole: string | null
}

/** The terms of an order, and what of it was delivered; null where that was not asked. */
export interface OrderTerms {
  readonly terms: Terms
  readonly deliveries: Deliveries | null
}

/** A day on which an item that stands falls due from now on. */
export interface Redated {
  readonly openItemId: bigint
  readonly dueOn: string
}

/** What the order asks for. Money that was taken back keeps the day of what it reopens, and money paid back its own. */
const ASKED_FOR: ReadonlySet<OpenItemKind> = new Set([
  "charge",
  "fee",
  "shipping",
  "return_shipping",
  "adjustment",
  "credit_line",
  "cancellation",
  "rounding",
])

type Charged = Pick<OpenItem, "side" | "kind" | "lineKey" | "occurredOn">

const isAskedFor = ({ side, kind }: Pick<OpenItem, "side" | "kind">): boolean =>
  side === "debit" && ASKED_FOR.has(kind)

/** When an item that an order is charged falls due by its terms; null of what has no day of its own. */
export function dueOnOf(item: Charged, order: OrderTerms): string | null {
  return isAskedFor(item) ? dayBy(order, item.lineKey, item.occurredOn) : null
}

function dayBy({ terms, deliveries }: OrderTerms, lineKey: string | null, owedFrom: string): string {
  const isLine = lineKey !== null && isKeyOf("line", lineKey)
  // What is charged for the way, and for rounding, is delivered with the last line.
  const deliveredOn = isLine ? (deliveries?.lines.get(lineKey) ?? null) : (deliveries?.whole ?? null)
  return dueDayOf(terms, { owedFrom, deliveredOn })
}

/** Those of an order's items that a delivery since has given another day. */
export function redatedByDelivery(items: readonly OpenItem[], order: OrderTerms): Redated[] {
  return order.terms.kind === "on_delivery" && order.deliveries !== null ? redated(items, order) : []
}

/**
 * Those of an order's items whose day is another one by its terms. What is paid keeps the day that it was paid for.
 *
 * @param items all of the order, whatever account they are in
 */
export function redated(items: readonly OpenItem[], order: OrderTerms): Redated[] {
  const owedFrom = owedFromOf(items)
  return items.flatMap((item) => {
    const from = owedFrom(item)
    const isSettled = openAmount(item) === 0n && item.dueOn !== NOT_YET_DUE
    if (from === null || isSettled) return []
    const dueOn = dayBy(order, item.lineKey, from)
    return dueOn === item.dueOn ? [] : [{ openItemId: item.id, dueOn }]
  })
}

/**
 * From when an item is owed; null of what terms do not date. What goes on in another account is owed from when it came
 * to the order, and a line whose money was taken back from when the line did.
 */
function owedFromOf(items: readonly OpenItem[]): (item: OpenItem) => string | null {
  const charged = items.filter(isAskedFor).toReversed()
  const began = new Map(charged.map(({ id, occurredOn }) => [id, occurredOn]))
  const lines = new Map(charged.map(({ lineKey, occurredOn }) => [lineKey, occurredOn]))
  return (item) => {
    if (isAskedFor(item)) return began.get(item.originItemId ?? item.id) ?? item.occurredOn
    const isReopened = item.side === "debit" && item.kind === "reversal" && item.lineKey !== null
    return isReopened ? (lines.get(item.lineKey) ?? null) : null
  }
}

/** The items with the days on which they fall due from now on. */
export function withDays(items: readonly OpenItem[], days: readonly Redated[]): readonly OpenItem[] {
  if (days.length === 0) return items
  const dueOn = new Map(days.map((one) => [one.openItemId, one.dueOn]))
  return items.map((item) => ({ ...item, dueOn: dueOn.get(item.id) ?? item.dueOn }))
}
