import type { Candidate } from "./strategy"

function compare(one: string | number | bigint, other: string | number | bigint): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * Ties are broken by key and sequence, which never depend on when a row was written, so that a late
 * sweep and a prompt event put money in the same places.
 */
function byKey(one: Candidate, other: Candidate): number {
  return compare(one.item.key, other.item.key) || one.item.sequence - other.item.sequence
}

/** Money in the order in which it came. */
export function byOccurrence(one: Candidate, other: Candidate): number {
  return compare(one.item.occurredAt, other.item.occurredAt) || byKey(one, other)
}

/** Lines as their order lists them; orders by the moment they were placed. */
export function byLine(one: Candidate, other: Candidate): number {
  return (
    compare(one.placedAt, other.placedAt) ||
    compare(one.item.documentId ?? 0n, other.item.documentId ?? 0n) ||
    one.item.position - other.item.position ||
    byKey(one, other)
  )
}

/** Debts by the day they fall due; without one, the day they arose. */
export function byDueDay(one: Candidate, other: Candidate): number {
  return compare(dueDay(one), dueDay(other)) || byLine(one, other)
}

function dueDay({ item }: Candidate): string {
  return item.dueOn ?? item.occurredOn
}
