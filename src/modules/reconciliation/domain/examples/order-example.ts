import type { Strategy } from "../allocation/strategy"
import { isMoneyIn, signedAmount } from "../open-item"
import type { DocumentHistory } from "../posting/document-state"
import { replay, type ReplayResult } from "../posting/replay"
import type { RefundLines } from "../posting/split-credit"

/** An order of the store as an example is made of it: its history, and the number people know it by. */
export type OldOrder = Pick<
  DocumentHistory,
  "orderId" | "displayId" | "currencyCode" | "digits" | "placedAt" | "placedOn" | "states"
> &
  Partial<Pick<DocumentHistory, "chosenLines" | "payments">>

/** A line of an example. Amounts are minor units. */
export interface ExampleLine {
  readonly title: string
  /** What it costs. */
  readonly amount: bigint
  /** What it gets of the money, or gives back of the refund, by the name of each policy. */
  readonly by: Readonly<Record<string, bigint>>
}

export interface OrderExample {
  readonly order: OldOrder
  /** The money or the refund that is spread. */
  readonly amount: bigint
  readonly lines: readonly ExampleLine[]
}

/** What a line of an order costs, has received of money and has given back. */
interface Line {
  readonly title: string
  readonly amount: bigint
  readonly paid: bigint
  readonly back: bigint
}

interface Policies {
  readonly strategy: Strategy
  readonly refundLines: RefundLines
}

/** One order posted and settled from its beginning by some policies, as the ledger would have done it. */
function linesBy(order: OldOrder, { strategy, refundLines }: Policies): Map<string, Line> {
  const result = replay({
    documentId: 1n,
    orderId: order.orderId,
    placedAt: order.placedAt,
    placedOn: order.placedOn,
    hostVersion: 0,
    stateAt: null,
    items: [],
    paidLines: [],
    states: order.states,
    strategy,
    refundLines,
    ...(order.chosenLines && { chosenLines: order.chosenLines }),
    ...(order.payments && { payments: order.payments }),
  })
  return linesOf(result)
}

function linesOf({ items, proposals }: ReplayResult): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const item of items) {
    const { lineKey, title, kind } = item
    if (lineKey === null || kind === "rounding") continue
    const isBack = kind === "credit_line"
    const known = lines.get(lineKey) ?? { title: "", amount: 0n, paid: 0n, back: 0n }
    lines.set(lineKey, {
      ...known,
      title: known.title === "" && !isBack ? title : known.title,
      amount: known.amount + (isBack ? 0n : signedAmount(item)),
      back: known.back - (isBack ? signedAmount(item) : 0n),
    })
  }
  for (const { credit, debit, amount } of proposals) {
    const line = debit.lineKey === null ? undefined : lines.get(debit.lineKey)
    if (line && isMoneyIn(credit)) lines.set(debit.lineKey ?? "", { ...line, paid: line.paid + amount })
  }
  return lines
}

const sumOf = (lines: ReadonlyMap<string, Line>, what: "amount" | "paid" | "back"): bigint =>
  [...lines.values()].reduce((sum, line) => sum + line[what], 0n)

const newestFirst = (orders: readonly OldOrder[]): OldOrder[] =>
  orders.toSorted((one, other) => (one.placedAt < other.placedAt ? 1 : -1))

/** Whether the present of an order has nothing but lines and money that came: neither refund nor credit nor cancellation. */
function isPlain({ states }: OldOrder): boolean {
  const last = states.at(-1)
  if (!last || last.canceled) return false
  return (
    last.money.every(({ class: name }) => name !== "refund") &&
    (last.lines ?? []).every(({ class: name }) => name !== "credit_line")
  )
}

const PLAIN: Policies["refundLines"] = "newest_first"

/**
 * The last order with several items of which money paid a part, and what each strategy would have put on which item.
 * Null where the store has none.
 */
export function checkoutExample(
  orders: readonly OldOrder[],
  strategies: Readonly<Record<string, Strategy>>,
): OrderExample | null {
  const [first] = Object.values(strategies)
  if (!first) return null
  for (const order of newestFirst(orders.filter(isPlain))) {
    const lines = linesBy(order, { strategy: first, refundLines: PLAIN })
    const paid = sumOf(lines, "paid")
    if (lines.size < 2 || paid <= 0n || paid >= sumOf(lines, "amount")) continue
    return { order, amount: paid, lines: compared(order, strategies, { what: "paid" }) }
  }
  return null
}

/** The last order of which a refund gave back a part of several items, and which items each way would have lowered. */
export function refundExample(
  orders: readonly OldOrder[],
  { strategy, ways }: { readonly strategy: Strategy; readonly ways: readonly RefundLines[] },
): OrderExample | null {
  const refunded = orders.filter(
    ({ states }) =>
      !states.at(-1)?.canceled && states.at(-1)?.money.some(({ class: name }) => name === "refund"),
  )
  for (const order of newestFirst(refunded)) {
    const lines = linesBy(order, { strategy, refundLines: PLAIN })
    const back = sumOf(lines, "back")
    if (lines.size < 2 || back <= 0n || back >= sumOf(lines, "amount")) continue
    const by = Object.fromEntries(ways.map((way) => [way, strategy]))
    return { order, amount: back, lines: compared(order, by, { what: "back" }) }
  }
  return null
}

/** What each policy gives each line; where refunds are compared, the policies' names are the ways of refunds. */
function compared(
  order: OldOrder,
  strategies: Readonly<Record<string, Strategy>>,
  { what }: { readonly what: "paid" | "back" },
): ExampleLine[] {
  const results = Object.entries(strategies).map(([name, strategy]) => {
    const refundLines = what === "back" ? (name as RefundLines) : PLAIN
    return [name, linesBy(order, { strategy, refundLines })] as const
  })
  const [, lines = new Map<string, Line>()] = results[0] ?? []
  return [...lines].flatMap(([key, { title, amount }]) => {
    if (amount <= 0n) return []
    const by = Object.fromEntries(results.map(([name, found]) => [name, found.get(key)?.[what] ?? 0n]))
    return [{ title, amount, by }]
  })
}

/** A rest is small up to this part of its order. */
const SMALL_PER_CENT = 5n
const HUNDRED = 100n

export interface RestExample {
  readonly order: OldOrder
  readonly missing: bigint
}

/** The last order that money paid but for a small rest. */
export function restExample(orders: readonly OldOrder[], strategy: Strategy): RestExample | null {
  for (const order of newestFirst(orders.filter(isPlain))) {
    const lines = linesBy(order, { strategy, refundLines: PLAIN })
    const total = sumOf(lines, "amount")
    const missing = total - sumOf(lines, "paid")
    if (missing > 0n && missing < total && missing * HUNDRED <= total * SMALL_PER_CENT)
      return { order, missing }
  }
  return null
}
