import { createInstance } from "i18next"
import type { Speech } from "../../src/admin/lib/speech"
import { dateFormat } from "../../src/admin/lib/dates"
import { moneyFormat, type MoneyFormat } from "../../src/admin/lib/money"
import { resources } from "./admin-words"

/** The words of the screens as the host's own translator says them, and how they write amounts of a currency. */
export function speechOf(
  language: "en" | "fr",
  [currency, digits]: [string, number] = ["eur", 2],
): Speech & MoneyFormat & { digits: number; locale: string; moment: (value: string) => string } {
  const translator = createInstance()
  void translator.init({
    lng: language,
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return {
    t: (key, values) => translator.t(`reconciliation.${key}`, values ?? {}),
    has: (key) => translator.exists(`reconciliation.${key}`),
    digits,
    locale: language,
    ...moneyFormat(language, currency, digits),
    ...dateFormat(language),
  }
}

/** With plain spaces, so that an expectation can be read. */
export const plain = (text: string): string => text.replaceAll(/\s/g, " ")
