import type { CodeOwner } from "../allocation/sequence"
import { nameOfItem } from "../key"
import { isMoneyIn, isOfLine, openAmount, type Allocation, type OpenItem } from "../open-item"
import { isGrouped } from "./groups"
import { amountOf, isFolded, pairsOf, sum, type Pair } from "./pairs"

/** What shares a matching code. All amounts are minor units, none below zero. */
export interface Sharing {
  /** What pays, oldest first. */
  readonly payers: readonly Payer[]
  /** What is owed: lines as the order lists them, then what money was paid or taken back. */
  readonly debts: readonly Debt[]
  /** Which payer settles how much of which debt, in the order of payers, then of debts. */
  readonly shares: readonly Share[]
}

/** amount = here + elsewhere + unallocated: without what only lowered the credit's own line. */
export interface Payer {
  readonly item: OpenItem
  readonly isMoney: boolean
  readonly amount: bigint
  /** What it pays under this code. */
  readonly here: bigint
  /** What it pays under other codes, or under none. */
  readonly elsewhere: bigint
  readonly unallocated: bigint
}

/** amount = settled + open: without what a line's own credit and rounding took off it. */
export interface Debt {
  /** The line's key; of what is no line, the item's name. */
  readonly key: string
  /** The item that names it: of a line, what was first charged. */
  readonly first: OpenItem
  /** Something sold, or owed again for it; else money paid back or taken back. */
  readonly isOfLine: boolean
  readonly amount: bigint
  readonly settled: bigint
  readonly open: bigint
}

export interface Share {
  readonly creditItemId: bigint
  readonly debtKey: string
  readonly amount: bigint
  /** What it is made of, oldest first; never none. */
  readonly allocations: readonly Allocation[]
}

interface SharingInput {
  /** The order or the credit whose code it is. */
  readonly owner: CodeOwner
  /** Of one account: the order's items, and every item that the allocations touch. */
  readonly items: readonly OpenItem[]
  /** Of one account: all live allocations of every credit that pays something under the code. */
  readonly allocations: readonly Allocation[]
}

/**
 * Folds what lies under a matching code into who pays what. Under an order's code lie all its debits, also those that
 * nothing pays yet; under a credit's code lies what it pays. What pays and what it settles are equal by construction.
 */
export function sharingOf({ owner, items, allocations }: SharingInput): Sharing {
  const pairs = pairsOf(items, allocations)
  const under = pairs.filter((pair) => isUnder(owner, pair) && !isFolded(pair))
  const shares = sharesOf(under)
  const payers = payersOf({ owner, items, pairs, shares })
  const debts = debtsOf({ owner, items, under, shares })
  return { payers, debts, shares: inOrderOf(payers, debts, shares) }
}

const isUnder = (owner: CodeOwner, { credit, debit }: Pair): boolean =>
  "itemId" in owner ? credit.id === owner.itemId : debit.documentId === owner.documentId

/** A line is one debt, whatever became of its price; a reversal, a refund or a write-off stands by itself. */
const debtKeyOf = (debit: OpenItem): string =>
  debit.lineKey === null || isGrouped(debit) ? nameOfItem(debit) : debit.lineKey

function sharesOf(under: readonly Pair[]): Share[] {
  return [...groupedBy(under, ({ credit, debit }) => `${credit.id} ${debtKeyOf(debit)}`)].map((made) => ({
    creditItemId: made[0].credit.id,
    debtKey: debtKeyOf(made[0].debit),
    amount: sum(made.map(amountOf)),
    allocations: made.map(({ allocation }) => allocation),
  }))
}

interface Laid extends Pick<SharingInput, "owner" | "items"> {
  readonly shares: readonly Share[]
}

function payersOf({ owner, items, pairs, shares }: Laid & { readonly pairs: readonly Pair[] }): Payer[] {
  const here = sumsOf(shares, ({ creditItemId }) => creditItemId)
  const folded = sumsOf(pairs.filter(isFolded).map(foldedOff), ({ creditItemId }) => creditItemId)
  const isPayer = ({ id, side }: OpenItem): boolean =>
    side === "credit" && (here.has(id) || ("itemId" in owner && owner.itemId === id))
  return items
    .filter(isPayer)
    .toSorted(byAge)
    .map((item) => {
      const amount = item.amount - (folded.get(item.id) ?? 0n)
      const paid = here.get(item.id) ?? 0n
      const unallocated = openAmount(item)
      const elsewhere = amount - paid - unallocated
      return { item, isMoney: isMoneyIn(item), amount, here: paid, elsewhere, unallocated }
    })
}

const foldedOff = (pair: Pair): { creditItemId: bigint; amount: bigint } => ({
  creditItemId: pair.credit.id,
  amount: amountOf(pair),
})

/** What a credit pays may be open still, but then it is so under its order's code. */
function debtsOf({ owner, items, under, shares }: Laid & { readonly under: readonly Pair[] }): Debt[] {
  const debits =
    "itemId" in owner
      ? [...new Set(under.map(({ debit }) => debit))]
      : items.filter(({ side, documentId }) => side === "debit" && documentId === owner.documentId)
  const settled = sumsOf(shares, ({ debtKey }) => debtKey)
  const owed = debits.filter(({ kind }) => kind !== "transfer")
  return [...groupedBy(owed, debtKeyOf)]
    .map((made) => {
      const [first] = made.toSorted((one, other) => (one.id < other.id ? -1 : 1)) as [OpenItem]
      const key = debtKeyOf(first)
      const paid = settled.get(key) ?? 0n
      const open = "itemId" in owner ? 0n : sum(made.map(openAmount))
      return { key, first, isOfLine: isOfLine(first), amount: paid + open, settled: paid, open }
    })
    .filter(({ amount }) => amount > 0n)
    .toSorted(asListed)
}

function inOrderOf(payers: readonly Payer[], debts: readonly Debt[], shares: readonly Share[]): Share[] {
  const payerAt = new Map(payers.map(({ item }, place) => [item.id, place]))
  const debtAt = new Map(debts.map(({ key }, place) => [key, place]))
  const place = ({ creditItemId, debtKey }: Share): number =>
    (payerAt.get(creditItemId) ?? 0) * debts.length + (debtAt.get(debtKey) ?? 0)
  return shares.toSorted((one, other) => place(one) - place(other))
}

function groupedBy<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): Iterable<[Entry, ...Entry[]]> {
  const groups = new Map<string, [Entry, ...Entry[]]>()
  for (const entry of entries) {
    const group = groups.get(nameOf(entry))
    if (group) group.push(entry)
    else groups.set(nameOf(entry), [entry])
  }
  return groups.values()
}

function sumsOf<Entry extends { readonly amount: bigint }, Key>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
): ReadonlyMap<Key, bigint> {
  const sums = new Map<Key, bigint>()
  for (const entry of entries) sums.set(keyOf(entry), (sums.get(keyOf(entry)) ?? 0n) + entry.amount)
  return sums
}

function byAge(one: OpenItem, other: OpenItem): number {
  if (one.occurredAt !== other.occurredAt) return one.occurredAt < other.occurredAt ? -1 : 1
  return one.id < other.id ? -1 : 1
}

/** What belongs to lines first, as the order lists them; the rest as it happened. */
function asListed(one: Debt, other: Debt): number {
  if (one.isOfLine !== other.isOfLine) return one.isOfLine ? -1 : 1
  if (one.isOfLine && one.first.position !== other.first.position)
    return one.first.position - other.first.position
  return byAge(one.first, other.first)
}
