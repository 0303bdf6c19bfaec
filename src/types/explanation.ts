import type { DecimalString, MeansView, OpenItemKind } from "./items"

/** An item of the ledger by what people know of it, for a program that makes the words itself. */
export interface NamedItem extends MeansView {
  kind: OpenItemKind
  side: "debit" | "credit"
  /** Key of its row, null when it is of no row. */
  row: string | null
  /** What the row is called; null for what has a kind and a day, but no name. */
  title: string | null
  /** The day it happened. */
  occurred_on: string
  reference: string
}

/** Why an amount is where it is: everything that a sentence in any language needs, and an English one. */
export interface AllocationReason {
  amount: DecimalString
  /** line_order, exact_match, own_line, refund_of_line …, or the name of the store's own rule. */
  rule: string
  /** What gave the amount and what took it. */
  credit: NamedItem
  debit: NamedItem
  /** What the credit had left, and what the debit had open, before. */
  credit_open_before: DecimalString
  debit_open_before: DecimalString
  /** Why it is no more: the debit is settled by it, it is the debit's share, or the credit is used up. */
  limit: "settled" | "share" | "used_up"
  /** A plain English sentence, ready to show. */
  because: string
}

/**
 * Why a part of a cell is there. Where the posting itself stands in it and no allocation (a line that a reversal
 * reopened: reversed_line; credit of a line that nothing uses yet: credit_waiting), it names only that item.
 */
export interface AllocationExplanation {
  allocation_id: string | null
  origin: "auto" | "manual" | "import" | "backfill"
  /** Place of this allocation within its plan, from 1. */
  step: number | null
  amount: DecimalString
  /** line_order, exact_match, own_line, refund_of_line …, or the name of the store's own rule. */
  rule: string
  credit: NamedItem | null
  debit: NamedItem | null
  credit_open_before: DecimalString | null
  debit_open_before: DecimalString | null
  limit: "settled" | "share" | "used_up" | null
  /** A plain English sentence, ready to show. */
  because: string
  recorded_at: string | null
}

/** What somebody should look at: a code with its facts, and the same in English with what to do. */
export interface Notice {
  code: string
  facts: {
    /** Of a problem, what the host's two counts differ by (signed); of a warning, the amount it speaks of. */
    amount?: DecimalString
    /** Name of the row it speaks of. */
    title?: string
    /** Day and reference of the refund it speaks of. */
    occurred_on?: string
    reference?: string
  }
  detail: string
  remedy: string
}
