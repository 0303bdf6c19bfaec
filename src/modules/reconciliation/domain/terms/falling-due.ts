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

/** When an item of an order falls due by its terms; null of what has no day of its own. */
export function dueOnOf(item: Charged, { terms, deliveries }: OrderTerms): string | null {
  const { side, kind, lineKey } = item
  if (side !== "debit" || !ASKED_FOR.has(kind)) return null
  const isLine = lineKey !== null && isKeyOf("line", lineKey)
  // What is charged for the way, and for rounding, is delivered with the last line.
  const deliveredOn = isLine ? (deliveries?.lines.get(lineKey) ?? null) : (deliveries?.whole ?? null)
  return dueDayOf(terms, { owedFrom: item.occurredOn, deliveredOn })
}

/** Those of an order's items that a delivery since has given another day. */
export function redatedByDelivery(items: readonly OpenItem[], order: OrderTerms): Redated[] {
  return order.terms.kind === "on_delivery" && order.deliveries !== null ? redated(items, order) : []
}

/** Those of an order's items whose day is another one by its terms. What is paid keeps the day that it was paid for. */
export function redated(items: readonly OpenItem[], terms: OrderTerms): Redated[] {
  return items.flatMap((item) => {
    const dueOn = dueOnOf(item, terms)
    const isSettled = openAmount(item) === 0n && item.dueOn !== NOT_YET_DUE
    return dueOn === null || dueOn === item.dueOn || isSettled ? [] : [{ openItemId: item.id, dueOn }]
  })
}

/** The items with the days on which they fall due from now on. */
export function withDays(items: readonly OpenItem[], days: readonly Redated[]): readonly OpenItem[] {
  if (days.length === 0) return items
  const dueOn = new Map(days.map((one) => [one.openItemId, one.dueOn]))
  return items.map((item) => ({ ...item, dueOn: dueOn.get(item.id) ?? item.dueOn }))
}
