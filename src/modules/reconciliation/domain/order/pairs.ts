import { grouped } from "../grouped"
import { isLineCredit, isOfLine, openAmount, type Allocation, type OpenItem } from "../open-item"

/** A live allocation with its two items. */
export interface Pair {
  readonly allocation: Allocation
  readonly credit: OpenItem
  readonly debit: OpenItem
}

/** Each allocation with its items; one of which an item is not among them is left out. */
export function pairsOf(items: readonly OpenItem[], allocations: readonly Allocation[]): Pair[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const pairs: Pair[] = []
  for (const allocation of allocations) {
    const credit = byId.get(allocation.creditItemId)
    const debit = byId.get(allocation.debitItemId)
    if (credit && debit) pairs.push({ allocation, credit, debit })
  }
  return pairs
}

export const amountOf = ({ allocation }: Pair): bigint => allocation.amount
export const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)

export const rowKeyOf = ({ lineKey, key }: OpenItem): string => lineKey ?? key

/** What an order's rounding takes off another of its lines. */
export function isRoundedOff({ credit, debit }: Pair): boolean {
  return credit.kind === "rounding" && credit.documentId === debit.documentId && isOfLine(debit)
}

export function isOwnLine(credit: OpenItem, debit: OpenItem): boolean {
  return credit.documentId === debit.documentId && credit.lineKey !== null && credit.lineKey === debit.lineKey
}

/**
 * What is no payment and only lowers what is there to be paid or to pay with: a line's credit on its own line, a
 * cent of rounding, what goes on in another account.
 */
export function isFolded(pair: Pair): boolean {
  const { credit, debit } = pair
  if (credit.kind === "transfer" || debit.kind === "transfer") return true
  return (isLineCredit(credit) && isOwnLine(credit, debit)) || isRoundedOff(pair)
}

/** By credit, what it is joined with; asked for many times of a large order. */
export type PairsByCredit = ReadonlyMap<bigint, readonly Pair[]>

export const byCreditOf = (pairs: readonly Pair[]): PairsByCredit => grouped(pairs, ({ credit }) => credit.id)

/** What a line's credit settles outside its own line, and outside its order's refunds. */
export function spentOf({ id }: OpenItem, byCredit: PairsByCredit): Pair[] {
  return (byCredit.get(id) ?? []).filter(
    ({ credit, debit }) =>
      (isOfLine(debit) || debit.documentId !== credit.documentId) && !isOwnLine(credit, debit),
  )
}

/** What a line's credit does outside its own line and its order's refunds: settle others, or wait. */
export function spillOf(item: OpenItem, byCredit: PairsByCredit): bigint {
  return openAmount(item) + sum(spentOf(item, byCredit).map(amountOf))
}
