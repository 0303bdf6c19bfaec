import { useState } from "react"
import { useTranslation } from "react-i18next"
import { lateWords } from "../i18n/late"

/** Gives the translator the words that only come with the page which calls this; before anything of it is drawn. */
export function useLateWords(): void {
  const { i18n } = useTranslation()
  useState(() => {
    for (const [language, reconciliation] of Object.entries(lateWords))
      i18n.addResourceBundle(language, "translation", { reconciliation }, true, true)
  })
}
