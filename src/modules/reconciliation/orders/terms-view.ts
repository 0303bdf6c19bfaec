import type { DueBody, DueView, TermsView } from "../../../types/http"
import { openAmount, type OpenItem } from "../domain/open-item"
import { NOT_YET_DUE, type Terms } from "../domain/terms/terms"
import { termsOf, type GivenTerms } from "../ledger/tables/terms"

/** Terms as the HTTP contract says them. */
export function viewOfTerms(given: GivenTerms): TermsView {
  return { due: dueBodyOf(termsOf(given)), source: given.source }
}

function dueBodyOf(terms: Terms): DueBody {
  switch (terms.kind) {
    case "days":
      return { days: terms.days }
    case "on_delivery":
      return { on_delivery: terms.days }
    case "end_of_month":
      return {
        end_of_month: terms.days,
        ...(terms.dayOfNextMonth !== null && { on: terms.dayOfNextMonth }),
      }
  }
}

/** When the first of what some items have open falls due; what has no terms on the day that it came. Null when all is paid. */
export function firstDue(items: readonly OpenItem[]): DueView | null {
  const days = items
    .filter((item) => item.side === "debit" && openAmount(item) > 0n)
    .map(({ dueOn, occurredOn }) => dueOn ?? occurredOn)
    .toSorted()
  const [first] = days
  if (first === undefined) return null
  return first === NOT_YET_DUE
    ? { on: null, awaits_delivery: true }
    : { on: first, awaits_delivery: days.includes(NOT_YET_DUE) }
}
