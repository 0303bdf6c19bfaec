import type { RecordPaymentBody, TickedOrderBody } from "../../../types/http"
import { decimalOf } from "../../../modules/reconciliation/domain/money"
import type { Payer } from "../../lib/payer"
import type { Proposal } from "./proposal"
import { readAmount, type AmountRefusal, type AmountText } from "../../lib/amount-text"

export type Method = RecordPaymentBody["method"]
export type DifferenceKind = NonNullable<TickedOrderBody["difference"]>["kind"]

export const METHODS: readonly Method[] = ["cash", "cheque", "transfer", "other"]
export const DIFFERENCES: readonly DifferenceKind[] = ["keep_open", "write_off", "cash_discount", "bank_fee"]

/** An order that is ticked, with what was typed of it. */
export interface Ticked {
  readonly orderId: string
  /** As typed; "" leaves it to what is open and to the money. */
  readonly amount: string
  /** By item, as typed; null leaves it to the order of the lines. */
  readonly lines: Readonly<Record<string, string>> | null
  /** Of those, the items whose amount was typed; the others had theirs before. */
  readonly named: readonly string[]
  /** What was decided of the rest; null leaves it to the store, which may write it off by itself. */
  readonly difference: DifferenceKind | null
}

/** What a clerk has typed and ticked; amounts are as typed. */
export interface Draft {
  readonly amount: string
  /** YYYY-MM-DD. */
  readonly receivedOn: string
  readonly method: Method
  readonly reference: string
  readonly note: string
  /** In the order in which they are paid. */
  readonly ticked: readonly Ticked[]
  readonly usesUnapplied: boolean
  /** A planned payment that it fulfils; "" for what is due first. */
  readonly instalmentId: string
  /** It is another payment than the one that looks like it. */
  readonly isAnother: boolean
}

export function newDraft(
  today: string,
  orderId: string | undefined,
  proposal: Proposal | null = null,
): Draft {
  return {
    amount: proposal?.amount ?? "",
    receivedOn: today,
    method: "cheque",
    reference: "",
    note: "",
    ticked: orderId === undefined ? [] : [newTick(orderId)],
    usesUnapplied: false,
    instalmentId: proposal?.instalmentId ?? "",
    isAnother: false,
  }
}

const newTick = (orderId: string): Ticked => ({
  orderId,
  amount: "",
  lines: null,
  named: [],
  difference: null,
})

/**
 * Ticks an order, or takes the tick off; those that are ticked are paid as they are listed.
 *
 * @param among the orders as they are listed, and which of them a named planned payment is of
 */
export function withTick(
  draft: Draft,
  orderId: string,
  among: { isTicked: boolean; listed: readonly string[]; planned?: string | undefined },
): Draft {
  const { isTicked, listed, planned } = among
  const others = draft.ticked.filter((one) => one.orderId !== orderId)
  const all = isTicked ? [...others, newTick(orderId)] : others
  const place = (one: Ticked): number => listed.indexOf(one.orderId)
  return {
    ...draft,
    // Without the order that the planned payments are of, none of them is paid.
    ...(!isTicked && orderId === planned && { instalmentId: "" }),
    ticked: all.toSorted((one, other) => place(one) - place(other)),
  }
}

/** Names the planned payment that it fulfils, whose order is ticked with it. */
export function withInstalment(
  draft: Draft,
  instalmentId: string,
  { orderId, listed }: { orderId: string | undefined; listed: readonly string[] },
): Draft {
  const next = { ...draft, instalmentId }
  const isTicked = draft.ticked.some((one) => one.orderId === orderId)
  if (instalmentId === "" || isTicked || orderId === undefined) return next
  return withTick(next, orderId, { isTicked: true, listed })
}

/** Changes what is typed of a ticked order. */
export function withOrder(draft: Draft, orderId: string, change: Partial<Ticked>): Draft {
  return {
    ...draft,
    ticked: draft.ticked.map((one) => (one.orderId === orderId ? { ...one, ...change } : one)),
  }
}

/** Whether closing would lose something that was typed. */
export function isTouched(draft: Draft, fresh: Draft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(fresh)
}

/** Why an amount that was typed is none. */
export type Fault = AmountRefusal | "below_zero" | "unclear"

export type Typed =
  | { readonly kind: "blank" }
  | { readonly kind: "amount"; readonly text: string }
  | { readonly kind: "fault"; readonly fault: Fault }

/** Reads an amount as a clerk writes it, "1 234,50" too; nothing is rounded. */
export function typedAmount(text: string, as: AmountText): Typed {
  const read = readAmount(text, as)
  switch (read.kind) {
    case "keep":
      return { kind: "blank" }
    case "clear":
      return { kind: "amount", text: decimalOf(0n, as.digits) }
    case "unclear":
      return { kind: "fault", fault: "unclear" }
    case "refused":
      return { kind: "fault", fault: read.reason }
    case "amount":
      return read.units < 0n
        ? { kind: "fault", fault: "below_zero" }
        : { kind: "amount", text: decimalOf(read.units, as.digits) }
  }
}

interface Of {
  readonly payer: Payer
  readonly currencyCode: string
  readonly as: AmountText
}

/** What the server is asked; null while an amount is missing or cannot be read. */
export function bodyOf(draft: Draft, { payer, currencyCode, as }: Of): RecordPaymentBody | null {
  const amount = typedAmount(draft.amount, as)
  if (amount.kind !== "amount" || /^[0.]*$/.test(amount.text)) return null
  const orders: TickedOrderBody[] = []
  for (const one of draft.ticked) {
    const order = orderOf(one, as)
    if (!order) return null
    orders.push(order)
  }
  return {
    ...payer,
    currency_code: currencyCode,
    amount: amount.text,
    method: draft.method,
    occurred_at: draft.receivedOn,
    orders,
    ...(draft.reference.trim() !== "" && { reference: draft.reference.trim() }),
    ...(draft.note.trim() !== "" && { note: draft.note.trim() }),
    ...(draft.usesUnapplied && { use_unapplied: true }),
    ...(draft.instalmentId !== "" && { instalment_id: draft.instalmentId }),
  }
}

function orderOf({ orderId, amount, lines, difference }: Ticked, as: AmountText): TickedOrderBody | null {
  const typed = typedAmount(amount, as)
  if (typed.kind === "fault") return null
  const named = Object.entries(lines ?? {}).map(([line, text]) => ({ line, typed: typedAmount(text, as) }))
  if (named.some((one) => one.typed.kind === "fault")) return null
  return {
    order_id: orderId,
    ...(typed.kind === "amount" && lines === null && { amount: typed.text }),
    ...(lines !== null && {
      lines: named.map((one) => ({
        line: one.line,
        amount: one.typed.kind === "amount" ? one.typed.text : decimalOf(0n, as.digits),
      })),
    }),
    ...(difference !== null && { difference: { kind: difference } }),
  }
}
