import type { Candidate } from "./strategy"

/** One function a type, equal ones first: sorting is nearly all the time a plan takes. */
function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/**
 * Ties are broken by key and sequence, which never depend on when a row was written, so that a late
 * sweep and a prompt event put money in the same places.
 */
function byKey(one: Candidate, other: Candidate): number {
  return compareTexts(one.item.key, other.item.key) || one.item.sequence - other.item.sequence
}

/** Money in the order in which it came; credits of lines that came together as the order lists the lines. */
export function byOccurrence(one: Candidate, other: Candidate): number {
  return (
    compareTexts(one.item.occurredAt, other.item.occurredAt) ||
    one.item.position - other.item.position ||
    byKey(one, other)
  )
}

/** Lines as their order lists them; orders by the moment they were placed, then by the shop's own ids. */
export function byLine(one: Candidate, other: Candidate): number {
  return (
    compareTexts(one.placedAt, other.placedAt) ||
    compareTexts(one.orderId, other.orderId) ||
    one.item.position - other.item.position ||
    byKey(one, other)
  )
}

/** Debts by the day they fall due; without one, the day they arose. */
export function byDueDay(one: Candidate, other: Candidate): number {
  return compareTexts(dueDay(one), dueDay(other)) || byLine(one, other)
}

function dueDay({ item }: Candidate): string {
  return item.dueOn ?? item.occurredOn
}
