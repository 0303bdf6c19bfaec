import { put } from "./fill"
import { byLine, byOccurrence } from "./order-of"
import type { Candidate, Proposal, Strategy } from "./strategy"

/**
 * Money is spread over the open items in proportion to what each has open, by largest remainder: the
 * shares add up exactly, and equal remainders go to the earlier line, so the same input always gives
 * the same shares.
 */
export const proRata: Strategy = (credits, debits) => {
  const lines = debits.toSorted(byLine)
  return credits.toSorted(byOccurrence).flatMap((credit) => spread(credit, lines))
}

function spread(credit: Candidate, lines: readonly Candidate[]): Proposal[] {
  const open = lines.filter((line) => line.open > 0n)
  const total = open.reduce((sum, line) => sum + line.open, 0n)
  const money = credit.open < total ? credit.open : total
  if (money === 0n) return []
  const shares = sharesOf(
    money,
    open.map((line) => line.open),
    total,
  )
  return open.flatMap((line, index) => {
    const amount = shares[index] as bigint
    return amount > 0n ? [put(credit, line, { amount, rule: "pro_rata" })] : []
  })
}

/** Splits `money` in proportion to `weights` (which add up to `total`) by largest remainder. */
export function sharesOf(money: bigint, weights: readonly bigint[], total: bigint): bigint[] {
  const shares = weights.map((weight) => (money * weight) / total)
  let left = money - shares.reduce((sum, share) => sum + share, 0n)
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (money * weight) % total }))
    .toSorted((one, other) =>
      one.remainder === other.remainder ? one.index - other.index : one.remainder > other.remainder ? -1 : 1,
    )
  for (const { index } of byRemainder) {
    if (left === 0n) break
    shares[index] = (shares[index] as bigint) + 1n
    left -= 1n
  }
  return shares
}
