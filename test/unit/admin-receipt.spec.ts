import { rowName, type ReceiptSort } from "../../src/admin/features/receipt/row-name"
import type { OpenItemKind } from "../../src/types/http"
import { speechOf } from "../support/admin-speech"

const order = { id: "order_1", display_id: "47" }

describe("a receipt calls items by their titles, and what the ledger named by words of the language", () => {
  it.each([
    ["charge", "Violin", order, "received", "Violin", "Violin"],
    ["adjustment", "Violin", order, "credited", "Violin", "Violin"],
    ["credit_line", "Credit", order, "credited", "Credit line", "Ligne d’avoir"],
    ["rounding", "Rounding", order, "received", "Rounding", "Arrondi"],
    [
      "reversal",
      "Bounced cheque: Bow: black",
      order,
      "received",
      "Bow: black, taken back",
      "Bow: black, repris",
    ],
    ["reversal", "Bounced cheque: Deposit on account", null, "received", "Taken back", "Repris"],
    ["refund", "Paid back: Deposit on account", null, "received", "Refund", "Remboursement"],
    ["deposit", "Deposit on account", null, "paidBack", "Account deposit", "Dépôt au compte"],
    ["write_off", "Surplus kept", order, "received", "Small surplus", "Petit excédent"],
    ["void", "Payment taken back", order, "received", "Payment taken back", "Paiement annulé"],
    ["void", "Refund taken back", order, "paidBack", "Refund taken back", "Remboursement annulé"],
  ] as [OpenItemKind, string, typeof order | null, ReceiptSort, string, string][])(
    "%s %p",
    (...[kind, title, of, sort, english, french]) => {
      const named = (language: "en" | "fr") =>
        rowName({ kind, title, order: of }, sort, speechOf(language, ["eur", 2]).t)
      expect([named("en"), named("fr")]).toEqual([english, french])
    },
  )
})
