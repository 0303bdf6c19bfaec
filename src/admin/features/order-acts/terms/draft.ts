import type { DueBody, TermsView } from "../../../../types/http"

export const TERMS_KINDS = ["days", "end_of_month", "on_delivery"] as const
export type TermsKind = (typeof TERMS_KINDS)[number]

/** Terms as they are typed. */
export interface DraftTerms {
  readonly kind: TermsKind
  readonly days: string
  /** The day of the next month; "" is the end of the month. */
  readonly dayOfNextMonth: string
}

const LONGEST_DAYS = 3_650

/** What stands there when the drawer opens: the order's terms, or the plainest ones. */
export function begunTerms(terms: TermsView | null): DraftTerms {
  if (!terms) return { kind: "days", days: "30", dayOfNextMonth: "" }
  const { due } = terms
  if ("days" in due) return { kind: "days", days: String(due.days), dayOfNextMonth: "" }
  if ("on_delivery" in due) return { kind: "on_delivery", days: String(due.on_delivery), dayOfNextMonth: "" }
  return { kind: "end_of_month", days: String(due.end_of_month), dayOfNextMonth: String(due.on ?? "") }
}

export interface ReadTerms {
  /** Null while a field is none. */
  readonly due: DueBody | null
  readonly faults: { readonly days: boolean; readonly dayOfNextMonth: boolean }
}

export function readTerms({ kind, days, dayOfNextMonth }: DraftTerms): ReadTerms {
  const count = wholeIn(days, { from: 0, to: LONGEST_DAYS })
  const day = dayOfNextMonth.trim() === "" ? undefined : wholeIn(dayOfNextMonth, { from: 1, to: 31 })
  const faults = { days: count === null, dayOfNextMonth: kind === "end_of_month" && day === null }
  if (count === null || faults.dayOfNextMonth) return { due: null, faults }
  if (kind === "days") return { due: { days: count }, faults }
  if (kind === "on_delivery") return { due: { on_delivery: count }, faults }
  return { due: { end_of_month: count, ...(typeof day === "number" && { on: day }) }, faults }
}

function wholeIn(text: string, { from, to }: { readonly from: number; readonly to: number }): number | null {
  const written = text.trim()
  if (!/^\d{1,4}$/.test(written)) return null
  const count = Number(written)
  return count >= from && count <= to ? count : null
}
