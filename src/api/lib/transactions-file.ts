import type { AccountTransactionView, ReconciliationState, TransactionKind } from "../../types/http"
import { BYTE_ORDER_MARK, record, type Cell } from "./csv"

export const FILE_LANGUAGES = ["en", "fr"] as const
export type FileLanguage = (typeof FILE_LANGUAGES)[number]

interface Words {
  readonly name: string
  readonly head: readonly string[]
  readonly kinds: Readonly<Record<TransactionKind, string>>
  readonly states: Readonly<Record<ReconciliationState, string>>
}

const WORDS: Readonly<Record<FileLanguage, Words>> = {
  en: {
    name: "transactions",
    head: [
      "Date",
      "Transaction",
      "Order",
      "Title",
      "Receipt",
      "Invoice or credit note",
      "Reference",
      "Method",
      "State",
      "Codes",
      "Currency",
      "Charges",
      "Payments",
      "Balance",
      "Open",
    ],
    kinds: {
      order: "Order",
      credit: "Credit",
      payment: "Payment",
      deposit: "Account deposit",
      stored_value: "Gift card or store credit",
      refund: "Refund",
      void: "Void",
      reversal: "Taken back",
      write_off: "Write-off",
      cash_discount: "Cash discount",
      transfer: "Moved to another account",
      opening_balance: "Opening balance",
    },
    states: { full: "Full", partial: "Partial", none: "None", planned: "Planned", error: "Error" },
  },
  fr: {
    name: "operations",
    head: [
      "Date",
      "Opération",
      "Commande",
      "Intitulé",
      "Reçu",
      "Facture ou avoir",
      "Référence",
      "Moyen",
      "État",
      "Codes",
      "Devise",
      "Débits",
      "Crédits",
      "Solde",
      "Ouvert",
    ],
    kinds: {
      order: "Commande",
      credit: "Avoir",
      payment: "Paiement",
      deposit: "Dépôt sur le compte",
      stored_value: "Carte cadeau ou avoir en boutique",
      refund: "Remboursement",
      void: "Annulation",
      reversal: "Repris",
      write_off: "Écart",
      cash_discount: "Escompte",
      transfer: "Passé à un autre compte",
      opening_balance: "Solde d’ouverture",
    },
    states: { full: "Complet", partial: "Partiel", none: "Aucun", planned: "Prévu", error: "Erreur" },
  },
}

/** What the file is called: "transactions-12-usd.csv". */
export const fileName = (language: FileLanguage, accountId: string, currency: string): string =>
  `${WORDS[language].name}-${accountId}-${currency}.csv`

interface Told {
  readonly language: FileLanguage
  /** ISO code in upper case. */
  readonly currency: string
}

/**
 * Transactions as comma-separated values, a page a part: days as YYYY-MM-DD, amounts with a point and the currency's
 * digits, the balance after each.
 */
export async function* transactionsFile(
  pages: AsyncIterable<readonly AccountTransactionView[]>,
  { language, currency }: Told,
): AsyncGenerator<string> {
  const words = WORDS[language]
  let head = BYTE_ORDER_MARK + record(words.head)
  for await (const page of pages) {
    yield head + page.map((one) => record(cellsOf(one, { words, currency }))).join("")
    head = ""
  }
}

function cellsOf(
  one: AccountTransactionView,
  { words, currency }: { readonly words: Words; readonly currency: string },
): Cell[] {
  const plain = (value: string): Cell => ({ plain: value })
  return [
    plain(one.occurred_on),
    words.kinds[one.kind],
    one.order?.display_id ?? null,
    one.title,
    one.receipt_number,
    one.document_number?.number ?? null,
    one.reference,
    one.detail ?? one.method,
    words.states[one.state],
    one.codes.map(({ code }) => code).join(" "),
    currency,
    plain(one.charges),
    plain(one.payments),
    plain(one.balance),
    plain(one.open),
  ]
}
