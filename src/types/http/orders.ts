import type { Notice } from "../explanation"
import type { DecimalString, OpenItemKind } from "../items"
import type { DocumentNumberView } from "./document-numbers"
import type { PaymentPlanView } from "./instalments"
import type { MirrorView } from "./mirrors"
import type { MatrixCell, MatrixColumn, MatrixRow } from "./matrix"
import type { MatchingCode, ReconciliationState } from "./states"
import type { TermsView } from "./terms"

/** What every order has, whether or not the ledger holds something of it. */
interface OrderHeader {
  id: string
  display_id: string
  placed_at: string
  customer: { id: string; name: string; email: string | null } | null
  billing_name: string | null
  /** When the host cancelled the order; null while it stands, and when the host no longer has it. */
  cancelled_at: string | null
  currency_code: string
  /** Decimal digits of the currency. */
  digits: number
}

/** `GET /admin/reconciliation/orders/:id` → `{ order: OrderAnswer }`: ask `read` first. */
export type OrderAnswer = OrderReconciliation | UnreadOrder

/**
 * An order of which the ledger holds nothing: it has not read it yet, or found neither lines nor money when it did (a
 * draft, for example). What it owes is not known here, so there are no amounts, no rows and no state.
 */
export interface UnreadOrder extends OrderHeader {
  read: false
  /** As before its first change. */
  version: 0
  state: null
  totals: null
}

/** An open item as the ledger holds it, as far as an edit needs it. */
export interface LedgerItemView {
  id: string
  /** The order it belongs to, by the ledger's own number; null of money on account. The order's own is `document_id`. */
  document_id: string | null
  side: "debit" | "credit"
  kind: OpenItemKind
  /** Names what it comes from. */
  key: string
  sequence: number
  /** Key of its row; null of money. */
  row: string | null
  position: number
  title: string
  reference: string
  /** ISO in UTC. */
  occurred_at: string
  occurred_on: string
  amount: DecimalString
  allocated: DecimalString
  reverses_item_id: string | null
  origin_item_id: string | null
  /** Whether its order has gone to another account since: then it is history, and not changed by hand. */
  moved_away: boolean
}

/** A part of a credit on a debit. */
export interface LiveAllocationView {
  id: string
  credit_item_id: string
  debit_item_id: string
  amount: DecimalString
  rule: string
  /** The planned payment that it fulfils; only the plan changes it then. */
  instalment_id: string | null
}

/** An order as the ledger holds it. */
export interface OrderReconciliation extends OrderHeader {
  read: true
  account_id: string
  /** The order by the ledger's own number. */
  document_id: string
  /** The creditor reference (ISO 11649) by which a transfer names it: "RF18539007547034". */
  payment_reference: string
  /** What a QR code says to have a banking app pay what is open (EPC069-12); null in other currencies than euros, where nothing is open, and without the option `creditTransfer`. */
  payment_qr: string | null
  /** Of the invoice that another program made of it; null where it has none. */
  document_number: DocumentNumberView | null
  /** Grows with every change; send it back to be refused when something moved meanwhile. */
  version: number
  state: ReconciliationState
  /** The order's matching code, null until money is first applied. */
  code: MatchingCode | null
  /** Why the state is "error", each with its cure; empty otherwise. */
  problems: Notice[]
  /** What is right in the books and yet wants to be looked at, each with what to do. */
  warnings: Notice[]
  /** How many of its cells a back-fill inferred from history and nobody has confirmed. */
  inferred: number
  columns: MatrixColumn[]
  rows: MatrixRow[]
  cells: MatrixCell[]
  totals: {
    /** Signed sum of the rows' net. */
    owed: DecimalString
    /** Signed sum of the cells. */
    allocated: DecimalString
    /** Signed sum of the Unallocated column (rows). */
    open: DecimalString
    /** Signed sum of the Unallocated row (columns). */
    unallocated: DecimalString
  }
  /** What the matrix is folded from, for who changes it: the order's items, and others that its allocations touch. */
  items: LedgerItemView[]
  /** Live allocations that touch the order. */
  allocations: LiveAllocationView[]
  /** What returns on their way are expected to take off what the order owes. */
  expected_returns: DecimalString
  /** Money on account that lies on it and that the store does not simply count yet, or no more; each with the reason. */
  mirrors: MirrorView[]
  /** Its planned payments, null when it never had any. */
  plan: PaymentPlanView | null
  /** Its terms of payment; null when it is due at once. */
  terms: TermsView | null
}
