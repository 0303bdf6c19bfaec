import type { OwnStrategy, Share } from "medusa-plugin-reconciliation/types/strategy"

/** Money pays what is worth most first: the fewest lines stay open. Amounts are bigints of minor units. */
export const dearestFirst: OwnStrategy = (credits, debits) => {
  const shares: Share[] = []
  const lines = debits
    .toSorted((one, other) => Number(other.open - one.open) || one.position - other.position)
    .map(({ id, open }) => ({ id, open }))
  for (const credit of credits) {
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
