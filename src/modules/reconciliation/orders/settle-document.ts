import { candidateOf } from "../domain/allocation/candidate"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import { planInWork } from "../domain/instalments/fulfil"
import { openAmount, type OpenItem } from "../domain/open-item"
import type { Release } from "../domain/allocation/release"
import { settle } from "../domain/planner/settle"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import type { LoadedDocument } from "../ledger/documents"
import { instalmentsOf } from "../instalments/plans"
import type { StrategyOfChannel } from "../settings/strategies"
import { isByPerson, waitingAmong } from "../items/waiting"

/** What an order has open, as a plan begins with it; what is about to be released is open again. */
export function candidatesOf(
  { document, items }: LoadedDocument,
  releases: readonly Release[] = [],
): Candidate[] {
  const released = new Map<bigint, Freed>()
  for (const { credit, debit, allocation } of releases) {
    const { amount, creditTaxes, debitTaxes } = allocation
    give(released, credit, { amount, taxes: creditTaxes })
    give(released, debit, { amount, taxes: debitTaxes })
  }
  return items.flatMap((item) => {
    const back = released.get(item.id)
    if (!back) return openAmount(item) > 0n ? [candidateOf(item, document)] : []
    const candidate = candidateOf(item, document)
    candidate.open += back.amount
    candidate.taxed = candidate.taxed.map((taken, rate) => taken - (back.taxes[rate] ?? 0n))
    return [candidate]
  })
}

interface Freed {
  readonly amount: bigint
  readonly taxes: readonly bigint[]
}

function give(released: Map<bigint, Freed>, item: OpenItem, { amount, taxes }: Freed): void {
  const known = released.get(item.id) ?? { amount: 0n, taxes: item.taxes.map(() => 0n) }
  released.set(item.id, {
    amount: known.amount + amount,
    taxes: known.taxes.map((taken, rate) => taken + (taxes[rate] ?? 0n)),
  })
}

interface Settling {
  readonly loaded: LoadedDocument
  readonly candidates: readonly Candidate[]
  readonly strategyOf: StrategyOfChannel
  readonly context: ChangeContext
}

/**
 * Settles what an order's own credits can settle, after something of it became open again. What a person has
 * set free waits, unless a person does this.
 */
export async function settleAgain(
  session: Session,
  { loaded: { document, items }, candidates, strategyOf, context }: Settling,
): Promise<Proposal[]> {
  const posted = candidates.flatMap(({ item }) => (item.id < 0n ? [item] : []))
  const planned = document.plan > 0 ? await instalmentsOf(session, [document.id], posted) : undefined
  const waiting = isByPerson(context) ? undefined : await waitingAmong(session, items)
  return settle(candidates, {
    strategy: strategyOf(document.salesChannelId).allocate,
    plan: planInWork(planned?.get(document.id) ?? []),
    ...(waiting && { waiting }),
  })
}
