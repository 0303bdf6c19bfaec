import type { Proposal } from "../../../src/modules/reconciliation/domain/allocation/strategy"
import type { OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import type { Release } from "../../../src/modules/reconciliation/domain/allocation/release"

type Moved = (item: OpenItem) => OpenItem

/** What each stored item becomes. */
export function movesOf(releases: readonly Release[], proposals: readonly Proposal[]): Map<bigint, Moved> {
  const moves = new Map<bigint, Moved>()
  const move = (id: bigint, amount: bigint, taxes: readonly bigint[]): void => {
    const before = moves.get(id) ?? ((item: OpenItem) => item)
    moves.set(id, (item) => {
      const moved = before(item)
      const taxesAllocated = moved.taxesAllocated.map((part, rate) => part + (taxes[rate] ?? 0n))
      return { ...moved, allocated: moved.allocated + amount, taxesAllocated }
    })
  }
  const negated = (taxes: readonly bigint[]): bigint[] => taxes.map((part) => -part)
  for (const { allocation, credit, debit } of releases) {
    move(credit.id, -allocation.amount, negated(allocation.creditTaxes))
    move(debit.id, -allocation.amount, negated(allocation.debitTaxes))
  }
  for (const { credit, debit, amount, creditTaxes, debitTaxes } of proposals) {
    if (credit.id > 0n) move(credit.id, amount, creditTaxes)
    if (debit.id > 0n) move(debit.id, amount, debitTaxes)
  }
  return moves
}
