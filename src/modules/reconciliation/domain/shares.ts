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
