import type { Terms } from "../../domain/terms/terms"
import { int4, nullable, wordOf } from "./column"
import { tableOf } from "./table"

/** The terms of an order, from when they are given until the next ones are. */
export interface GivenTerms {
  readonly kind: Terms["kind"]
  readonly days: number
  readonly dayOfNextMonth: number | null
  /** A rule of the store's, or a person. */
  readonly source: "rule" | "person"
}

export const givenTerms = tableOf<GivenTerms>()("reconciliation_terms", {
  kind: wordOf<GivenTerms["kind"]>(),
  days: int4,
  dayOfNextMonth: nullable(int4),
  source: wordOf<GivenTerms["source"]>(),
})

export function givenOf(terms: Terms, source: GivenTerms["source"]): GivenTerms {
  const dayOfNextMonth = terms.kind === "end_of_month" ? terms.dayOfNextMonth : null
  return { kind: terms.kind, days: terms.days, dayOfNextMonth, source }
}

/** A row as the terms that it was made of. */
export function termsOf({ kind, days, dayOfNextMonth }: Omit<GivenTerms, "source">): Terms {
  return kind === "end_of_month" ? { kind, days, dayOfNextMonth } : { kind, days }
}
