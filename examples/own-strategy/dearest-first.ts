import type { OpenLine, OwnStrategy, Share } from "medusa-plugin-reconciliation/types/strategy"

/**
 * Money pays what is worth most first: the fewest lines stay open. Amounts are bigints of minor units.
 * Items come in no particular order, and equals are paid by what stays the same in every read: never by id.
 */
export const dearestFirst: OwnStrategy = (credits, debits) => {
  const shares: Share[] = []
  const lines = debits.toSorted(byWorth).map(({ id, open }) => ({ id, open }))
  for (const credit of credits.toSorted(byDay)) {
    let left = credit.open
    for (const line of lines) {
      const amount = left < line.open ? left : line.open
      if (amount === 0n) continue
      shares.push({ credit: credit.id, debit: line.id, amount })
      line.open -= amount
      left -= amount
    }
  }
  return shares
}

/** Money as it came. */
function byDay(one: OpenLine, other: OpenLine): number {
  return compare(one.occurredOn, other.occurredOn) || compare(one.reference, other.reference)
}

/** What has most open; of equals the older order's, then as the order lists them. */
function byWorth(one: OpenLine, other: OpenLine): number {
  return (
    compare(other.open, one.open) ||
    compare(one.placedAt, other.placedAt) ||
    one.position - other.position ||
    compare(one.reference, other.reference)
  )
}

/** Texts by their characters: an alphabet would make it depend on the machine. */
function compare<Value extends bigint | string>(one: Value, other: Value): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
