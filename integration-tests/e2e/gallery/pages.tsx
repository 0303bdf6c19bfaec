import type { ReactNode } from "react"
import { AccountGallery } from "./account-gallery"
import { answerOfAccounts } from "./account-parts"
import { AuditGallery } from "./audit-parts"
import { ChecksGallery } from "./checks-parts"
import { answerOfInstalments, InstalmentGallery } from "./instalment-parts"
import { answerOfLists, ListGallery } from "./list-parts"
import { answerOfRuns, RunGallery } from "./run-parts"
import { SetUpGallery } from "./set-up-parts"
import { answerOfSettings, SettingsGallery } from "./settings-parts"

/** Whole pages that the gallery shows, by the name in its address; without one it shows parts. */
export const PAGES: Readonly<Record<string, () => ReactNode>> = {
  accounts: AccountGallery,
  instalments: InstalmentGallery,
  runs: RunGallery,
  settings: SettingsGallery,
  lists: ListGallery,
  audit: AuditGallery,
  checks: ChecksGallery,
  "set-up": SetUpGallery,
}

/** What takes the place of the server for pages that are shown beside others. */
export const ANSWERS = [
  answerOfAccounts,
  answerOfLists,
  answerOfInstalments,
  answerOfRuns,
  answerOfSettings,
] as const
