import type { OpenItemKind } from "./kind"

/**
 * An open item is one amount that is owed (debit) or that pays (credit). It never changes once
 * posted; only the counter `allocated` beside it moves, and the rest is `amount − allocated`.
 */
export type Side = "debit" | "credit"

/**
 * Tax contained in an item, for one rate; the amount is in minor units. It is negative only where an
 * adjustment lowers one rate's tax and raises another's.
 */
export interface TaxPart {
  readonly code: string
  readonly rate: string
  readonly amount: bigint
}

export interface OpenItem {
  /** Positive once stored; items a plan is about to post have negative ids. */
  readonly id: bigint
  /** The order it belongs to; null for money on account, and for what is owed without an order. */
  readonly documentId: bigint | null
  readonly side: Side
  readonly kind: OpenItemKind
  /** Names the host row it comes from and survives the host's versions, for example "line:ordli_1". */
  readonly key: string
  /** 1 for the first item of its key, then 2, 3 … for each later difference. */
  readonly sequence: number
  /** The order line it speaks of ("line:…", "ship:…", "round:…"), null when it is money. */
  readonly lineKey: string | null
  /** Where its line stands on the order. */
  readonly position: number
  readonly title: string
  readonly reference: string
  /** What money came by or went by: cash, cheque, card …; null of what is no money, and where it is unknown. */
  readonly method: string | null
  /** The host's row that it comes from: a line, a capture, a refund …; null or absent of what the host does not have. */
  readonly hostId?: string | null
  /** The host's payment that a capture or a refund belongs to. */
  readonly paymentId?: string | null
  /** Who moved the money, by the provider's id in the host. */
  readonly providerId?: string | null
  /** Of a reversal: chargeback, bounced_cheque, direct_debit_return or other. */
  readonly reversalKind?: string | null
  /** Of what was given up or kept: short_payment, surplus, bank_charges or cash_discount. */
  readonly writeOffKind?: string | null
  /** When it happened, ISO in UTC. */
  readonly occurredAt: string
  /** The day it happened in the accounting time zone; never shifted. */
  readonly occurredOn: string
  /** The day on which the books show it; absent while it is the day it happened. */
  readonly accountingOn?: string
  readonly dueOn: string | null
  /** Minor units, above zero. */
  readonly amount: bigint
  /** Minor units, 0 ≤ allocated ≤ amount. */
  readonly allocated: bigint
  readonly taxes: readonly TaxPart[]
  /** Of each part of `taxes`, in their order, what allocations took; minor units. */
  readonly taxesAllocated: readonly bigint[]
  /** Of a reversal: the item whose money was taken back, in whatever account the reversal has come to lie. */
  readonly reversesItemId?: bigint | null
  /** The item that this one goes on from, as it first was, where its order has come to another account. */
  readonly originItemId?: bigint | null
  /** The general ledger account it is booked on, for write-offs; else null or absent. */
  readonly glAccount?: string | null
}

/** An allocation as stored: an amount of a credit put on a debit. A release takes one back. */
export interface Allocation {
  readonly id: bigint
  readonly creditItemId: bigint
  readonly debitItemId: bigint
  /** Minor units, above zero, also for a release. */
  readonly amount: bigint
  readonly origin: Origin
  readonly rule: string
  readonly step: number
  readonly creditOpenBefore: bigint
  readonly debitOpenBefore: bigint
  /** What it takes of each part of the credit's and of the debit's taxes, in their order. */
  readonly creditTaxes: readonly bigint[]
  readonly debitTaxes: readonly bigint[]
  /** The planned payment that it fulfils; then only the plan can change it. */
  readonly instalmentId: bigint | null
  readonly releases: bigint | null
  /** The day on which the books show it. */
  readonly accountingOn: string
  readonly recordedAt: string
}

export type Origin = "auto" | "manual" | "import" | "backfill"

const MONEY_IN: ReadonlySet<OpenItemKind> = new Set([
  "payment",
  "deposit",
  "stored_value",
  "void",
  "reversal",
  "opening_balance",
])
const NO_CHARGES: ReadonlySet<OpenItemKind> = new Set([
  "refund",
  "void",
  "write_off",
  "cash_discount",
  "transfer",
])
const LINE_CREDITS: ReadonlySet<OpenItemKind> = new Set([
  "adjustment",
  "credit_line",
  "cancellation",
  "rounding",
])

/**
 * Money the customer gave, in whatever form; a refund that was taken back is theirs again, as if they had
 * just paid it, and so is what a reversal took when the host shows that it was the host's own refund.
 */
export function isMoneyIn(item: OpenItem): boolean {
  return item.side === "credit" && MONEY_IN.has(item.kind)
}

/** What the store gave up or kept: it has an undo of its own, and no hand and no automation moves it. */
export function isWriteOff({ kind }: Pick<OpenItem, "kind">): boolean {
  return kind === "write_off" || kind === "cash_discount"
}

/** Money that lies on an account and belongs to no order: recorded by a person, or brought along from another system. */
export function isOnAccount({ kind }: Pick<OpenItem, "kind">): boolean {
  return kind === "deposit" || kind === "opening_balance"
}

/** A credit that lowers what a line costs. */
export function isLineCredit(item: OpenItem): boolean {
  return item.side === "credit" && LINE_CREDITS.has(item.kind)
}

/**
 * What is to be paid: what lines cost, and again what a reversal took back of their payment. A refund or
 * a void is owed too, but buys nothing.
 */
export function isCharge(item: OpenItem): boolean {
  return item.side === "debit" && !NO_CHARGES.has(item.kind)
}

/** Money in that the host took back after it had settled: it is owed again, and anything may pay it. */
export function isTakenBack(item: OpenItem): boolean {
  return item.side === "debit" && item.kind === "void"
}

/** Whether an item stands in a row of its order: charges of a line, but no money that only passes through. */
export function isOfLine(item: OpenItem): boolean {
  return isCharge(item) && item.lineKey !== null
}

/** Names what a debit is paid with as one: its order; of no order, its line or what belongs to none. */
export function debtOf({ documentId, lineKey }: Pick<OpenItem, "documentId" | "lineKey">): string {
  return documentId === null ? (lineKey ?? "") : documentId.toString()
}

/** An item's amount as the ledger adds it up: debits positive, credits negative. */
export function signedAmount(item: Pick<OpenItem, "side" | "amount">): bigint {
  return item.side === "debit" ? item.amount : -item.amount
}

export function openAmount(item: Pick<OpenItem, "amount" | "allocated">): bigint {
  return item.amount - item.allocated
}
