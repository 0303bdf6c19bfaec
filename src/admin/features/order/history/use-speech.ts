import { useMemo } from "react"
import type { OrderReconciliation } from "../../../../types/http"
import { moneyFormat } from "../../../lib/money"
import { useWords, type Words } from "../../../lib/use-words"
import type { HistorySpeech } from "./names"

/** The reader's words, and amounts of the order's currency without its sign: the page says it once. */
export function useSpeech({
  currency_code: currency,
  digits,
}: Pick<OrderReconciliation, "currency_code" | "digits">): HistorySpeech & Words {
  const words = useWords()
  return useMemo(() => {
    const { amount } = moneyFormat(words.locale, currency, digits)
    return { ...words, amount, money: amount, digits }
  }, [words, currency, digits])
}
