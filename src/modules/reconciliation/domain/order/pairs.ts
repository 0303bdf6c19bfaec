import { isOfLine, openAmount, type Allocation, type OpenItem } from "../open-item"

/** A live allocation with its two items. */
export interface Pair {
  readonly allocation: Allocation
  readonly credit: OpenItem
  readonly debit: OpenItem
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

export function spentOf({ id }: OpenItem, pairs: readonly Pair[]): Pair[] {
  return pairs.filter(
    ({ credit, debit }) =>
      credit.id === id &&
      (isOfLine(debit) || debit.documentId !== credit.documentId) &&
      !isOwnLine(credit, debit),
  )
}

/** What a line's credit does outside its own line and its order's refunds: settle others, or wait. */
export function spillOf(item: OpenItem, pairs: readonly Pair[]): bigint {
  return openAmount(item) + sum(spentOf(item, pairs).map(amountOf))
}
