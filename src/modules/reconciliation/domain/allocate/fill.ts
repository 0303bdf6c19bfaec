import { least } from "../money"
import type { Candidate, Proposal } from "./strategy"

/** Puts an amount of one credit on one debit: the only place where money is allocated. */
export function put(
  credit: Candidate,
  debit: Candidate,
  { amount, rule }: { amount: bigint; rule: string },
): Proposal {
  const proposal = {
    credit: credit.item,
    debit: debit.item,
    amount,
    rule,
    creditOpenBefore: credit.open,
    debitOpenBefore: debit.open,
  }
  credit.open -= amount
  debit.open -= amount
  return proposal
}

/**
 * Pours the credits into the debits, both in the order given: each credit fills the first debit that
 * is still open, then the next. Linear in credits plus debits.
 */
export function fill(credits: readonly Candidate[], debits: readonly Candidate[], rule: string): Proposal[] {
  const proposals: Proposal[] = []
  let next = 0
  for (const credit of credits) {
    while (credit.open > 0n && next < debits.length) {
      const debit = debits[next] as Candidate
      if (debit.open === 0n) {
        next += 1
        continue
      }
      proposals.push(put(credit, debit, { amount: least(credit.open, debit.open), rule }))
    }
  }
  return proposals
}
