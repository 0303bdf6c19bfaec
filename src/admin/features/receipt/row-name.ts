import type { OpenItemKind } from "../../../types/http"
import type { Speech } from "../../lib/speech"

export type ReceiptSort = "received" | "paidBack" | "credited"

/** The store named these itself. */
const OF_LINES = new Set<OpenItemKind>([
  "charge",
  "fee",
  "shipping",
  "return_shipping",
  "adjustment",
  "cancellation",
])

interface ReceiptRow {
  readonly kind: OpenItemKind
  readonly title: string
  readonly order: object | null
}

/** What a receipt calls a row: an item of an order by its title; what the ledger named, in English, by its kind. */
export function rowName({ kind, title, order }: ReceiptRow, sort: ReceiptSort, t: Speech["t"]): string {
  if (OF_LINES.has(kind)) return title
  // "Bounced cheque: Violin" is owed for the violin again.
  if (kind === "reversal" && order !== null)
    return t("receiptPage.again", { title: title.replace(/^[^:]*: /, "") })
  // What is kept of money is written off for the customer, not by the store.
  if (kind === "write_off" && sort === "received") return t("methods.surplus")
  if (kind === "void") return t(`names.taken_back.${sort === "received" ? "debit" : "credit"}`)
  return t(`kinds.${kind}`)
}
