import { isUndoingReversal, reversalNumberOf, reversedItemOf } from "./key"

interface Named {
  readonly key: string
}

/**
 * Items without the reversals that were taken back because they had been recorded by mistake, and without what takes
 * them back: the two settle each other wholly, so that whoever asks where money is need not know of either.
 */
export function withoutUndone<Item extends Named>(items: readonly Item[]): Item[] {
  const undone = undoneReversals(items)
  if (undone.size === 0) return [...items]
  return items.filter((item) => !undone.has(nameOf(item) ?? ""))
}

/** The names of the reversals among some items that were taken back. */
export function undoneReversals(items: readonly Named[]): ReadonlySet<string> {
  return new Set(items.flatMap((item) => (isUndoingReversal(item) ? [nameOf(item) ?? ""] : [])))
}

/** A reversal as its postings on one account and of one money name it; null of what no reversal posted. */
function nameOf(item: Named): string | null {
  const [money, number] = [reversedItemOf(item), reversalNumberOf(item)]
  return money === null || number === null ? null : `${money}.${number}`
}
