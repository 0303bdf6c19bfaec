import { daysAfter } from "../../../../modules/reconciliation/domain/day"
import type { ListedInstalmentView } from "../../../../types/http"
import { relativeDay } from "../../../lib/dates"
import { isZero } from "../../../lib/money"
import type { ListSpeech } from "../list-speech"

/** Up to so many days are counted; what is further away is said in weeks or months. */
const MOST_DAYS = 31

/** How far its day is from today in the store's books: "in 4 days", "12 days ago", "in 5 weeks". */
export function farOf({ due_on: day, days }: ListedInstalmentView, { t, locale }: ListSpeech): string {
  if (days === 0) return t("account.planned.today")
  if (Math.abs(days) > MOST_DAYS) return relativeDay(locale, daysAfter(day, -days), day)
  return days > 0 ? t("account.planned.inDays", { count: days }) : t("account.planned.ago", { count: -days })
}

/** What became of it: why and when it failed, when it was paid, how often it was postponed; null of nothing. */
function detailOf(one: ListedInstalmentView, { t, dayInSentence }: ListSpeech): string | null {
  const { state, failed_on: failedOn, failed_because: because, paid_on: paidOn, postponed } = one
  if (state === "settled")
    return paidOn === null ? null : t("instalments.paidOn", { date: dayInSentence(paidOn) })
  if (state === "failed" && failedOn !== null) {
    const date = dayInSentence(failedOn)
    return because === null || because === ""
      ? t("instalments.failedOn", { date })
      : t("instalments.failedBecause", { because, date })
  }
  return postponed > 0 ? t("instalments.postponed", { count: postponed }) : null
}

/** The same in one line, with whether its order was planned again. */
export const pastOf = (one: ListedInstalmentView, speech: ListSpeech): string =>
  [detailOf(one, speech), one.state !== "settled" && one.plan > 1 ? speech.t("instalments.replanned") : null]
    .filter((said) => said !== null)
    .join(" · ")

/** What was changed of its order since it was planned, as far as it matters for what is to come; null of nothing. */
export function changeOf(
  one: ListedInstalmentView,
  { t, amountOf }: ListSpeech,
): { readonly code: "shrunk" | "edited"; readonly text: string } | null {
  if (one.state === "settled") return null
  if (!isZero(one.shrunk_by))
    return { code: "shrunk", text: t("instalments.shrunk", { amount: amountOf(one)(one.shrunk_by) }) }
  return one.items_changed ? { code: "edited", text: t("instalments.edited") } : null
}
