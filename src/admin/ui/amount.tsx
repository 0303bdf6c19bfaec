import { clx } from "@medusajs/ui"
import type { DecimalString } from "../../types/http"
import { isZero, moneyFormat } from "../lib/money"
import { useWords } from "../lib/use-words"

interface AmountProps {
  value: DecimalString
  currency: string
  /** Decimal digits of the currency, as the answer has them. */
  digits: number
  /** With its sign, where the currency is not said elsewhere. */
  withCurrency?: boolean
  /** quiet: nothing to see here. open: still to be done. */
  tone?: "plain" | "strong" | "quiet" | "open"
}

const TONES = {
  plain: "text-ui-fg-base",
  strong: "text-ui-fg-base font-medium",
  quiet: "text-ui-fg-subtle",
  open: "text-ui-tag-orange-text",
} as const

/** An amount in figures that stand beneath each other, never broken over two lines; zero asks for nothing. */
export function Amount({ value, currency, digits, withCurrency, tone = "plain" }: AmountProps) {
  const { locale } = useWords()
  const { money, amount } = moneyFormat(locale, currency, digits)
  const shown = tone === "open" && isZero(value) ? "quiet" : tone
  return (
    <span data-amount={value} className={clx("whitespace-nowrap tabular-nums", TONES[shown])}>
      {withCurrency ? money(value) : amount(value)}
    </span>
  )
}
