import { sharesOf } from "../shares"
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
