import type { SettingsView, SetUpDraft, SetUpStep, SetUpView } from "../../../types/http"
import { isAnswered, told } from "./draft"
import { faultOf } from "./opening/rows"

/** A setting that finishing changes. */
export interface PendingSetting {
  readonly name: string
  readonly from: unknown
  readonly to: unknown
}

/** What the draft says other than what is in force. */
export function pendingSettings(draft: SetUpDraft, { settings }: SettingsView): PendingSetting[] {
  return Object.entries({ ...draft.start, ...draft.rules }).flatMap(([name, to]) => {
    const from = settings.find((one) => one.name === name)?.value ?? null
    return told(from) === told(to) ? [] : [{ name, from, to }]
  })
}

/** Steps without an answer, and how many balances have a fault: what keeps the set-up from being finished. */
export function missingIn({ draft, shop, done }: Pick<SetUpView, "draft" | "shop" | "done">): {
  readonly steps: SetUpStep[]
  readonly faults: number
} {
  const { opening } = draft
  const faults =
    opening.answer === "rows" && done.opening === null
      ? opening.rows.filter((row) => faultOf(row, shop.currencies) !== null).length
      : 0
  const steps = (["opening", "history"] as const).filter((step) => !isAnswered(step, draft))
  return { steps, faults }
}
