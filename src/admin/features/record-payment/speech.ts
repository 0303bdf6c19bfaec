import { useMemo } from "react"
import type { AccountView, DecimalString } from "../../../types/http"
import { moneyFormat } from "../../lib/money"
import { useWords, type Words } from "../../lib/use-words"
import type { AmountText } from "../../lib/amount-text"
import { amountTextOf } from "../../lib/amount-text-of"

/** Words and amounts of one account. */
export interface PaymentSpeech extends Words {
  readonly amount: (value: DecimalString) => string
  /** How amounts are read that are typed. */
  readonly as: AmountText
}

export function usePaymentSpeech({ currency_code: code, digits }: AccountView): PaymentSpeech {
  const words = useWords()
  return useMemo(
    () => ({
      ...words,
      amount: moneyFormat(words.locale, code, digits).amount,
      as: amountTextOf(words.locale, { currency_code: code, digits }),
    }),
    [words, code, digits],
  )
}
