import words from "../../src/admin/i18n"
import { asideEn } from "../../src/admin/i18n/en/aside"
import { lateEn } from "../../src/admin/i18n/en/late"
import { asideFr } from "../../src/admin/i18n/fr/aside"
import { lateFr } from "../../src/admin/i18n/fr/late"

/** One on the other, as the translator of the host does it: below a name may stand words of both. */
function both<First extends object, Late extends object>(first: First, late: Late): First & Late {
  const groups = new Map<string, object>()
  for (const name of Object.keys(late)) {
    const there: unknown = Reflect.get(first, name)
    const added: unknown = Reflect.get(late, name)
    if (isGroup(there) && isGroup(added)) groups.set(name, both(there, added))
  }
  return Object.assign({}, first, late, Object.fromEntries(groups))
}

const isGroup = (value: unknown): value is object => typeof value === "object" && value !== null

/** All words of the screens: those of the admin's first part, and those that come with pages. */
export const allWords = {
  en: both(words.en.translation.reconciliation, { ...lateEn, ...asideEn }),
  fr: both(words.fr.translation.reconciliation, { ...lateFr, ...asideFr }),
}

/** As the translator takes them. */
export const resources = {
  en: { translation: { reconciliation: allWords.en } },
  fr: { translation: { reconciliation: allWords.fr } },
}
