import { NO_LINE } from "./instalment"
import { least } from "../money"
import { isCharge, isMoneyIn, type Allocation, type OpenItem } from "../open-item"
import type { PinnedLine } from "./pinned-line"
import { withoutUndone } from "../undone-reversals"
import { isReopened, nameOfItem, originOf, partsOfName, reversedItemOf } from "../key"

/** Live allocations of an order's own money to its lines, with the items that they join. */
interface Paid {
  readonly allocation: Allocation
  readonly credit: OpenItem
  readonly debit: OpenItem
}

interface Ledger {
  readonly items: readonly OpenItem[]
  readonly allocations: readonly Allocation[]
}

/** Of each of these payments, by the allocation's id, what the payer, the bank or the host took back since. */
export function takenBackOf(paid: readonly Paid[], ledger: Ledger): ReadonlyMap<bigint, bigint> {
  const taken = new Map<bigint, bigint>()
  for (const { allocation, amount } of takesFrom(paid, ledger))
    taken.set(allocation.id, (taken.get(allocation.id) ?? 0n) + amount)
  return taken
}

/**
 * By the id of each instalment, what was taken back of the money that fulfilled it, where the order owes it
 * again. Derived, so it cannot drift from what stands.
 *
 * @param ledger one order's items with the money that pays them, and the live allocations on its debits
 */
export function takenBackOfInstalments(ledger: Ledger): ReadonlyMap<bigint, readonly PinnedLine[]> {
  const byId = new Map(ledger.items.map((item) => [item.id, item]))
  const paid = ledger.allocations.flatMap((allocation) => {
    const [credit, debit] = [byId.get(allocation.creditItemId), byId.get(allocation.debitItemId)]
    if (!credit || !debit || !isMoneyIn(credit)) return []
    return isCharge(debit) || (isVoid(debit) && !isSameMoney(credit, debit))
      ? [{ allocation, credit, debit }]
      : []
  })
  const taken = new Map<bigint, Map<string, bigint>>()
  // Here everything is known that the money settled before it went on in another account, so it is one money.
  const nameOf = (id: bigint): string => {
    const item = byId.get(id)
    return item ? (originOf(item) ?? nameOfItem(item)) : id.toString()
  }
  for (const { allocation, lineKey, amount } of takesFrom(paid, ledger, nameOf)) {
    if (allocation.instalmentId === null) continue
    const lines = taken.get(allocation.instalmentId) ?? new Map<string, bigint>()
    add(lines, lineKey, amount)
    taken.set(allocation.instalmentId, lines)
  }
  return new Map(
    [...taken].map(([id, lines]) => [id, [...lines].map(([lineKey, amount]) => ({ lineKey, amount }))]),
  )
}

/** Part of a payment that was taken back, with the line that owes it again. */
interface Take {
  readonly allocation: Allocation
  readonly lineKey: string
  readonly amount: bigint
}

/**
 * A reversal reopens a line, so it counts where its payment paid that line, then where the same money paid
 * one whose credit has carried it on; a void names no line. What no instalment binds gives first, a plan
 * must count too little rather than money that is gone; else the newest does.
 */
function takesFrom(
  paid: readonly Paid[],
  { items, allocations }: Ledger,
  nameOf: (moneyId: bigint) => string = String,
): Take[] {
  const reversed = new Map<string, Sum>()
  const voided = voidedOf(items, allocations)
  for (const { moneyId, lineKey, amount } of reopenedLines(items)) {
    const money = nameOf(moneyId)
    const name = `${money} ${lineKey}`
    reversed.set(name, { money, lineKey, left: (reversed.get(name)?.left ?? 0n) + amount })
  }
  const sums = [...reversed.values()]
  const left = new Map(paid.map(({ allocation }) => [allocation.id, allocation.amount]))
  const giving = paid.toSorted(
    ({ allocation: one }, { allocation: other }) =>
      Number(one.instalmentId !== null) - Number(other.instalmentId !== null) || (one.id < other.id ? 1 : -1),
  )
  const takes: Take[] = []
  const take = (sourcesOf: (one: Paid) => readonly (Sum | undefined)[]): void => {
    for (const one of giving) {
      for (const source of sourcesOf(one)) {
        const part = source ? least(source.left, left.get(one.allocation.id) ?? 0n) : 0n
        if (!source || part <= 0n) continue
        source.left -= part
        left.set(one.allocation.id, (left.get(one.allocation.id) ?? 0n) - part)
        takes.push({ allocation: one.allocation, lineKey: source.lineKey, amount: part })
      }
    }
  }
  take(({ credit, debit }) => [reversed.get(`${nameOf(credit.id)} ${debit.lineKey ?? NO_LINE}`)])
  take(({ credit }) => sums.filter(({ money }) => money === nameOf(credit.id)))
  const voids = new Map(
    [...voided].map(([name, amount]) => [name, { money: null, lineKey: NO_LINE, left: amount }]),
  )
  take(({ credit }) => [voids.get(nameOfMoney(credit))])
  return takes
}

/** What was taken back, while payments are found that it is part of. */
interface Sum {
  readonly money: string | null
  readonly lineKey: string
  left: bigint
}

/** What reversals of which money reopened of which line. */
export function reopenedLines(
  items: readonly OpenItem[],
): { moneyId: bigint; lineKey: string; amount: bigint }[] {
  return withoutUndone(items).flatMap((item) => {
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
function nameOfMoney(item: OpenItem): string {
  const origin = originOf(item)
  return origin === null ? item.key : partsOfName(origin).key
}

function add(sums: Map<string, bigint>, name: string, amount: bigint): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount)
}
