import { fill } from "./fill"
import { byLine, byOccurrence } from "./order-of"
import type { Candidate, Proposal, Strategy } from "./strategy"

/**
 * Money pays an order when it equals the open balance of exactly one order placed no later than it.
 * Two such orders: nothing, for a guess is worse than an open item. When every credit has had its
 * turn, money that equals the open balance of the whole account pays it.
 */
export const exactMatch: Strategy = (credits, debits) => {
  const money = credits.toSorted(byOccurrence)
  const orders = [...groupByOrder(debits.toSorted(byLine))]
  return [
    ...money.flatMap((credit) => payOneOrder(credit, orders)),
    ...money.flatMap((credit) => payWholeAccount(credit, orders.flat())),
  ]
}

function payOneOrder(credit: Candidate, orders: readonly Candidate[][]): Proposal[] {
  if (credit.open === 0n) return []
  const matching = orders.filter(
    (lines) => placedOn(lines) <= credit.item.occurredOn && balanceOf(lines) === credit.open,
  )
  const [only, ...others] = matching
  return only && others.length === 0 ? fill([credit], only, "exact_match") : []
}

function payWholeAccount(credit: Candidate, debits: readonly Candidate[]): Proposal[] {
  if (credit.open === 0n || balanceOf(debits) !== credit.open) return []
  if (debits.some((debit) => debit.open > 0n && debit.placedOn > credit.item.occurredOn)) return []
  return fill([credit], debits, "exact_balance")
}

function groupByOrder(debits: readonly Candidate[]): Iterable<Candidate[]> {
  const orders = new Map<bigint, Candidate[]>()
  for (const debit of debits) {
    const id = debit.item.documentId ?? 0n
    const lines = orders.get(id)
    if (lines) lines.push(debit)
    else orders.set(id, [debit])
  }
  return orders.values()
}

function balanceOf(lines: readonly Candidate[]): bigint {
  return lines.reduce((sum, line) => sum + line.open, 0n)
}

function placedOn(lines: readonly Candidate[]): string {
  return lines[0]?.placedOn ?? ""
}
