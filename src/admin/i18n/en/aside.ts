import { auditEn } from "./audit"
import { settingsEn } from "./settings"

/** The words of pages that a store opens when it begins and seldom later; they come with these alone. */
export const asideEn = { ...auditEn, ...settingsEn }

export type AsideWords = typeof asideEn
