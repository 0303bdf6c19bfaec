import { least } from "./money"
import type { Allocation, OpenItem } from "./open-item"
import { reversedItemOf } from "./reversal-key"
import { isReopened, originOf } from "./transfer"

/** Live allocations of an order's own money to its lines, with the items that they join. */
interface Paid {
  readonly allocation: Allocation
  readonly credit: OpenItem
  readonly debit: OpenItem
}

/**
 * Of each of these payments, by the allocation's id, what the payer, the bank or the host took back since. A
 * reversal reopens a line, so it counts where its payment paid that line; a void names no line. The newest
 * one gives first. Payments that are not among these, because an instalment binds them, give last: a plan
 * must count too little rather than money that is gone.
 */
export function takenBackOf(
  paid: readonly Paid[],
  { items, allocations }: { items: readonly OpenItem[]; allocations: readonly Allocation[] },
): ReadonlyMap<bigint, bigint> {
  const reversed = new Map<string, bigint>()
  for (const { moneyId, lineKey, amount } of reopenedLines(items))
    add(reversed, `${moneyId} ${lineKey}`, amount)
  const voided = voidedOf(items, allocations)
  const taken = new Map<bigint, bigint>()
  const newest = paid.toSorted((one, other) => (one.allocation.id < other.allocation.id ? 1 : -1))
  const take = (from: Map<string, bigint>, nameOf: (one: Paid) => string): void => {
    for (const one of newest) {
      const { id, amount } = one.allocation
      const name = nameOf(one)
      const left = from.get(name) ?? 0n
      const part = least(left, amount - (taken.get(id) ?? 0n))
      if (part <= 0n) continue
      from.set(name, left - part)
      taken.set(id, (taken.get(id) ?? 0n) + part)
    }
  }
  take(reversed, ({ credit, debit }) => `${credit.id} ${debit.lineKey ?? ""}`)
  take(voided, ({ credit }) => nameOfMoney(credit))
  return taken
}

/** What reversals of which money reopened of which line. */
export function reopenedLines(
  items: readonly OpenItem[],
): { moneyId: bigint; lineKey: string; amount: bigint }[] {
  return items.flatMap((item) => {
    const moneyId = reversedItemOf(item)
    if (moneyId === null || item.lineKey === null) return []
    return [{ moneyId, lineKey: item.lineKey, amount: item.amount }]
  })
}

/** By the host's name of the money, what the host took back of it after it had settled something. */
function voidedOf(items: readonly OpenItem[], allocations: readonly Allocation[]): Map<string, bigint> {
  const byId = new Map(items.map((item) => [item.id, item]))
  const sums = new Map<string, bigint>()
  // What came from another account stands for no more than its original.
  for (const item of items) if (isVoid(item) && !isReopened(item)) add(sums, nameOfMoney(item), item.amount)
  for (const { creditItemId, debitItemId, amount } of allocations) {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    if (credit && debit && isVoid(debit) && isSameMoney(credit, debit)) add(sums, nameOfMoney(debit), -amount)
  }
  return sums
}

/** A reversal's own postings have names that no money has; only one that takes a credit of it back has. */
const isVoid = ({ side, kind }: OpenItem): boolean =>
  side === "debit" && (kind === "void" || kind === "reversal")

/** Money that met its own void had settled nothing, or its reversal has been counted already. */
function isSameMoney(credit: OpenItem, debit: OpenItem): boolean {
  const isKnownReversal = credit.kind === "reversal" && credit.reference === debit.reference
  return isKnownReversal || nameOfMoney(credit) === nameOfMoney(debit)
}

/** The key that the money came under, in whatever account it is now. */
const nameOfMoney = (item: OpenItem): string => originOf(item)?.replace(/#\d+$/, "") ?? item.key

function add(sums: Map<string, bigint>, name: string, amount: bigint): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount)
}
