import type { ListedTransactionView, TransactionKind } from "../../../types/http"
import { moneyFormat } from "../../lib/money"
import type { Words } from "../../lib/use-words"
import { transactionName } from "../account/ledger/transaction-name"

/** The reader's words, and how the transactions of a list are called in them. */
export interface ListSpeech extends Words {
  readonly nameOf: (one: ListedTransactionView) => string
  /** What tells it from others: its items, or its number; null where there is nothing to say. */
  readonly detailOf: (one: ListedTransactionView) => string | null
  readonly ownerOf: (one: Pick<ListedTransactionView, "owner">) => string
  readonly kindOf: (kind: TransactionKind) => string
  /** How amounts of its currency are written, without the currency. */
  readonly amountOf: (
    one: Pick<ListedTransactionView, "currency_code" | "digits">,
  ) => (value: string) => string
}

const ITSELF: ReadonlySet<TransactionKind> = new Set(["order", "credit", "refund"])

/** @param words those of the page's language */
export function speechOf(words: Words): ListSpeech {
  const { t, locale } = words
  return {
    ...words,
    nameOf: (one) => {
      const { name } = transactionName(one, words)
      // What is an order or of one says so itself.
      return one.order && !ITSELF.has(one.kind) ? `${name}, #${one.order.display_id}` : name
    },
    detailOf: (one) => (ITSELF.has(one.kind) ? transactionName(one, words).detail : null),
    ownerOf: ({ owner }) => {
      if (owner.name !== null) return owner.name
      if (owner.type === "suspense") return t("lists.unknownOwner")
      return owner.company ?? t("lists.erased")
    },
    kindOf: (kind) => t(kind === "order" ? "lists.order" : `kinds.${kind}`),
    amountOf: ({ currency_code: currency, digits }) => moneyFormat(locale, currency, digits).amount,
  }
}
