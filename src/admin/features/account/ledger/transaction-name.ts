import type { AccountTransactionView, OpenItemView, OrderOfCode, UnappliedView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { givenByPerson, rowTitle } from "../../../lib/names"
import type { Speech } from "../../../lib/speech"
import { meansLabel } from "../../../lib/labels"

export interface Named {
  /** "Order #47", "Cheque CHQ 1077", "Refund of #41". */
  readonly name: string
  /** What tells it from others of its kind: its items, or the order that it is for. */
  readonly detail: string | null
}

/** A transaction as far as its name goes; where a move went, and whether it can be undone, is only known on its account. */
export type NamedTransaction = Omit<AccountTransactionView, "balance" | "other_account" | "undo"> &
  Partial<Pick<AccountTransactionView, "other_account" | "undo">>

/** What people call a transaction. */
export function transactionName(one: NamedTransaction, speech: Pick<Speech, "t">): Named {
  const { t } = speech
  const { kind, order } = one
  const items = itemsOf(one, t)
  switch (kind) {
    case "order":
      return { name: t("account.tx.order", { id: order?.display_id ?? "" }), detail: items }
    case "credit":
      return { name: t("account.tx.creditOf", { id: order?.display_id ?? "" }), detail: items }
    case "refund":
      return refundName(one, t)
    case "payment":
    case "deposit":
    case "stored_value":
    case "reversal":
    case "write_off":
    case "cash_discount":
    case "void":
    case "opening_balance":
      return { name: moneyNameOf(one, t), detail: otherOf(one, t) ?? placeOf(order, t) }
    case "transfer":
      return transferName(one, t)
  }
}

function refundName(one: NamedTransaction, t: Speech["t"]): Named {
  const { order, method, reference } = one
  // What was paid back without an order is money that went out.
  if (!order)
    return {
      name: t("account.tx.paidBack"),
      detail: [meansLabel(one, t), reference].filter(Boolean).join(" ") || null,
    }
  // "Manual" says no more of a refund than that it is one.
  return {
    name: t("account.tx.refundOf", { id: order.display_id }),
    detail: method === "manual" ? null : meansLabel(one, t),
  }
}

/** Of an order, all of it went on; else it is money that somebody moved, or that came back. */
function transferName(one: NamedTransaction, t: Speech["t"]): Named {
  const { order, undo, payments } = one
  if (order) return { name: t("kinds.transfer"), detail: placeOf(order, t) }
  const detail = otherOf(one, t)
  if (undo !== null) return { name: t("kinds.transfer"), detail }
  return { name: t(isZero(payments) ? "account.tx.movedOff" : "account.tx.moveUndone"), detail }
}

/** Whose account money went to or came from; null of what was not moved. */
function otherOf(
  { other_account: other, payments }: Pick<NamedTransaction, "other_account" | "payments">,
  t: Speech["t"],
): string | null {
  if (!other) return null
  return t(isZero(payments) ? "account.tx.to" : "account.tx.from", {
    name: other.name ?? t(NAMELESS[other.type]),
  })
}

const NAMELESS = {
  customer: "account.list.unknownCustomer",
  company: "account.list.unknownCustomer",
  order: "members.orderOnly",
  suspense: "account.list.suspense",
} as const

type Money = Pick<AccountTransactionView, "kind" | "reference" | "method" | "provider_id" | "detail" | "side">

/** By the way it came, with its number; what is no money by its kind. */
function moneyNameOf(one: Money, t: Speech["t"]): string {
  const means = one.kind === "stored_value" || one.method === "manual" ? null : meansLabel(one, t)
  const kind = one.kind === "void" ? t(`names.taken_back.${one.side}`) : t(`kinds.${one.kind}`)
  const number = givenByPerson(one.kind, one.reference)
  return number === null || number === "" ? (means ?? kind) : `${means ?? kind} ${number}`
}

const placeOf = (order: OrderOfCode | null, t: Speech["t"]): string =>
  order ? t("account.tx.forOrder", { id: order.display_id }) : t("account.tx.onAccount")

function itemsOf({ title, lines }: NamedTransaction, t: Speech["t"]): string | null {
  if (lines > 1) return t("account.tx.items", { count: lines })
  return title
}

const CREDITS: ReadonlySet<OpenItemView["kind"]> = new Set([
  "adjustment",
  "credit_line",
  "cancellation",
  "rounding",
])

/** Whether it is no money, but what lines cost less. */
export const isCredit = ({ kind }: Pick<OpenItemView, "kind">): boolean => CREDITS.has(kind)

/** Ways to pay that have a noun of their own to be counted by. */
const COUNTED = new Set(["transfer", "cheque", "cash", "card"])
const MOST_WAYS = 2

/** "1 transfer, 1 credit": what lies idle, by what it is; money that came in many ways, or in one without a noun, as payments. */
export function idleCount(
  unapplied: readonly Pick<UnappliedView, "kind" | "method">[],
  t: Speech["t"],
): string {
  const money = unapplied.filter((one) => !isCredit(one))
  const ways = new Map<string, number>()
  for (const { method } of money) ways.set(method ?? "", (ways.get(method ?? "") ?? 0) + 1)
  const isCounted = ways.size <= MOST_WAYS && [...ways.keys()].every((way) => COUNTED.has(way))
  const credits = unapplied.length - money.length
  return [
    ...(isCounted
      ? [...ways].map(([way, count]) => t(`account.figures.ways.${way}`, { count }))
      : [t("account.figures.money", { count: money.length })]),
    ...(credits > 0 ? [t("account.figures.credits", { count: credits })] : []),
  ].join(", ")
}

/** What people call money or a credit that lies idle. */
export function unappliedName(item: UnappliedView, { t }: Pick<Speech, "t">): Named {
  const { order, title, row, kind } = item
  if (isCredit(item) && order)
    return {
      name: t("account.tx.creditOf", { id: order.display_id }),
      detail: row === null ? null : rowTitle(row, title, t),
    }
  return {
    name: moneyNameOf({ ...item, kind: kind as Money["kind"] }, t),
    detail: order ? placeOf(order, t) : null,
  }
}
