import type { ListedTransactionView } from "../../../types/http"
import { transactionName } from "../account/ledger/transaction-name"
import type { ListSpeech } from "../lists/list-speech"
import { whyWords } from "../lists/rows/why"

/** Names that a sentence may begin with keep their capital after a colon. */
const NAME = /^Medusa\b/

/** A sentence as it goes on after a colon. */
const clauseOf = (sentence: string): string => {
  const text = sentence.replace(/\.$/, "")
  return NAME.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** "Chargeback of #14, Rosa Delgado: what it had paid is owed again": the only one of its kind, and why it is there. */
export function aboutOnly(one: ListedTransactionView, speech: ListSpeech): string {
  const { t, nameOf, ownerOf, amountOf } = speech
  const name = nameOf(one)
  // How much it was stands beside it.
  const why =
    one.why?.code === "taken_back"
      ? t("overview.needs.owedAgain")
      : clauseOf(whyWords(one, { ...speech, amount: amountOf(one) }) ?? "")
  const own = transactionName(one, speech).name
  const id = one.order?.display_id ?? ""
  return t("overview.needs.only", {
    name: name === own ? own : t("overview.needs.ofOrder", { name: own, id }),
    owner: ownerOf(one),
    why,
  })
}
