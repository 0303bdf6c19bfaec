import { least } from "../money"
import { taxIn, type Component } from "../tax"
import type { Candidate, Proposal } from "./strategy"

interface Put {
  /** Minor units, above zero, at most what both have open. */
  readonly amount: bigint
  readonly rule: string
  /** Which part of the debit it pays. Default: all of it in proportion. */
  readonly component?: Component
  readonly instalmentId?: bigint | null
}

/** Puts an amount of one credit on one debit: the only place where money is allocated. */
export function put(
  credit: Candidate,
  debit: Candidate,
  { amount, rule, component = "whole", instalmentId = null }: Put,
): Proposal {
  const proposal = {
    credit: credit.item,
    debit: debit.item,
    amount,
    rule,
    creditOpenBefore: credit.open,
    debitOpenBefore: debit.open,
    creditTaxes: takeTax(credit, amount, "whole"),
    debitTaxes: takeTax(debit, amount, component),
    instalmentId,
  }
  credit.open -= amount
  debit.open -= amount
  return proposal
}

const UNTAXED: readonly bigint[] = []

function takeTax(candidate: Candidate, amount: bigint, component: Component): readonly bigint[] {
  const { item, open, taxed } = candidate
  if (item.taxes.length === 0) return UNTAXED
  const taxes = item.taxes.map((tax) => tax.amount)
  const parts = taxIn(
    amount,
    { total: item.amount, allocated: item.amount - open, taxes, taken: taxed },
    component,
  )
  candidate.taxed = parts.map((part, rate) => part + (taxed[rate] ?? 0n))
  return parts
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
