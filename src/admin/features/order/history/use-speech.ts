import { useMemo } from "react"
import type { DecimalString, OrderReconciliation } from "../../../../types/http"
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
    const { amount: written } = moneyFormat(words.locale, currency, digits)
    // Intl writes a hyphen, which is shorter than a figure and may end a line.
    const amount = (value: DecimalString) => written(value).replace("-", "−")
    return { ...words, amount, money: amount, digits }
  }, [words, currency, digits])
}
