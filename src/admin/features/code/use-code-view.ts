import { useMemo } from "react"
import type { MatchingCodeView } from "../../../types/http"
import { moneyFormat, type MoneyFormat } from "../../lib/money"
import { useWords, type Words } from "../../lib/use-words"

/** What every part of the page needs: the answer, the words and how the account's money is written. */
export interface CodeView extends Words, MoneyFormat {
  readonly code: MatchingCodeView
}

export function useCodeView(code: MatchingCodeView): CodeView {
  const words = useWords()
  return useMemo(() => {
    const { currency_code: currency, digits } = code.account
    return { code, ...words, ...moneyFormat(words.locale, currency, digits) }
  }, [code, words])
}
