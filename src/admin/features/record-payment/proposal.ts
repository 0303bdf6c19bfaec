import { decimalOf, minorUnitsOf } from "../../../modules/reconciliation/domain/money"
import type { InstalmentView } from "../../../types/http"
import { decimalSign } from "../../lib/amount-text-of"

const WAITS: ReadonlySet<InstalmentView["state"]> = new Set(["scheduled", "due", "overdue", "failed"])

/** Planned payments that money is still expected for, what falls due first before the others. */
export const waiting = (instalments: readonly InstalmentView[] = []): InstalmentView[] =>
  instalments
    .filter(({ state }) => WAITS.has(state))
    .toSorted((one, other) => (one.due_on < other.due_on ? -1 : 1))

/** What of an instalment has not come and is owed still: an order may have been lowered since it was planned. */
export function leftOf({ amount, paid, shrunk_by: shrunk }: InstalmentView): string {
  const digits = amount.split(".")[1]?.length ?? 0
  const units = (text: string): bigint => minorUnitsOf(text, digits)
  return decimalOf(units(amount) - units(paid) - units(shrunk), digits)
}

/** What a clerk most likely has in hand. */
export interface Proposal {
  /** As this language types it. */
  readonly amount: string
  readonly instalmentId: string
}

/** The planned payment that falls due first; null where none is expected. */
export function proposalOf(
  instalments: readonly InstalmentView[] | undefined,
  locale: string,
): Proposal | null {
  const [next] = waiting(instalments)
  if (!next) return null
  return { amount: leftOf(next).replace(".", decimalSign(locale)), instalmentId: next.id }
}
