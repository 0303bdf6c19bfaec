import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { dateFormat, type DateFormat } from "./dates"
import { intlLocale } from "./locale"

export interface Words extends DateFormat {
  /** Translates a key below "reconciliation". */
  t: (key: string, values?: Record<string, string | number>) => string
  /** Whether there are words under a key below "reconciliation". */
  has: (key: string) => boolean
  locale: string
  /** What the server writes is English: says so to screen readers when the page is not. */
  serverLang: "en" | undefined
}

export function useWords(): Words {
  const { t, i18n } = useTranslation()
  const locale = intlLocale(i18n.language)
  return useMemo(
    () => ({
      t: (key, values) => t(`reconciliation.${key}`, values ?? {}),
      has: (key) => i18n.exists(`reconciliation.${key}`),
      locale,
      serverLang: locale.startsWith("en") ? undefined : "en",
      ...dateFormat(locale),
    }),
    [t, i18n, locale],
  )
}
