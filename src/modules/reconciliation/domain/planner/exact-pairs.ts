import { exactMatch } from "../allocation/exact-match"
import type { Candidate, Proposal } from "../allocation/strategy"
import { debtOf } from "../open-item"

/** Money that equals the open balance of just one order that was placed by then. */
export interface ExactPair {
  readonly creditId: bigint
  /** The order, or what is owed without one. */
  readonly debt: string
  /** Minor units: all that the money has open. */
  readonly amount: bigint
}

/** The pairs that exact_match would make of these: asked of the strategy itself, on copies. */
export function exactPairs(credits: readonly Candidate[], debits: readonly Candidate[]): ExactPair[] {
  const pairs = new Map<string, ExactPair>()
  for (const proposal of exactMatch(credits.map(copied), debits.map(copied))) {
    if (proposal.rule !== "exact_match") continue
    const name = pairOf(proposal)
    const amount = (pairs.get(name)?.amount ?? 0n) + proposal.amount
    pairs.set(name, { creditId: proposal.credit.id, debt: debtOf(proposal.debit), amount })
  }
  return [...pairs.values()]
}

/** Those of some pairs that a plan does not make: the money goes elsewhere, wholly or in part. */
export function brokenPairs(pairs: readonly ExactPair[], allocate: readonly Proposal[]): ExactPair[] {
  if (pairs.length === 0) return []
  const put = new Map<string, bigint>()
  for (const proposal of allocate) {
    const name = pairOf(proposal)
    put.set(name, (put.get(name) ?? 0n) + proposal.amount)
  }
  return pairs.filter(({ creditId, debt, amount }) => put.get(nameOf(creditId, debt)) !== amount)
}

const copied = (candidate: Candidate): Candidate => ({ ...candidate })
const pairOf = ({ credit, debit }: Proposal): string => nameOf(credit.id, debtOf(debit))
const nameOf = (creditId: bigint, debt: string): string => `${creditId} ${debt}`
