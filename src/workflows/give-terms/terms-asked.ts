import type { Terms } from "../../modules/reconciliation/domain/terms/terms"
import type { DueBody } from "../../types/http"

/** Terms as a request says them. */
export function termsAsked(due: DueBody): Terms {
  if ("days" in due) return { kind: "days", days: due.days }
  if ("on_delivery" in due) return { kind: "on_delivery", days: due.on_delivery }
  return { kind: "end_of_month", days: due.end_of_month, dayOfNextMonth: due.on ?? null }
}
