import { candidateOf } from "../allocation/candidate"
import { put } from "../allocation/fill"
import type { Proposal } from "../allocation/strategy"
import { closedKeyOf, nameOfItem, originOf, reopenedKeyOf } from "../key"
import { openAmount, type Allocation, type OpenItem } from "../open-item"

interface TransferInput {
  /** Every item of the order, of all accounts it has been in. */
  readonly items: readonly OpenItem[]
  /** Numbers that keys have come to besides those of the items. */
  readonly taken?: readonly Pick<OpenItem, "key" | "sequence">[] | undefined
  /** When the order changed hands, ISO in UTC, and its day. */
  readonly at: string
  readonly on: string
}

/** A balanced pair for all that an order has open: closed in one account, open again in another. */
export interface Transfer {
  /** Items of the old account (ids −1, −2 …), wholly allocated by `proposals`. */
  readonly closing: readonly OpenItem[]
  readonly proposals: readonly Proposal[]
  /** Items of the new account (ids −1, −2 …), wholly open. */
  readonly reopened: readonly OpenItem[]
}

/**
 * Moves what an order has open to another account. What is settled stays where it was settled; each rest
 * is closed by an item of the other side and goes on as what it was: a charge, a payment, a refund.
 */
export function transferOf({ items, taken = [], at, on }: TransferInput): Transfer {
  const open = items.filter((item) => openAmount(item) > 0n)
  const next = sequencesAfter([...items, ...taken])
  const moved = open.map((item, index) => {
    const name = originOf(item) ?? nameOfItem(item)
    const part = { ...restOf(item), id: -BigInt(index + 1), occurredAt: at, occurredOn: on, accountingOn: on }
    const key = closedKeyOf(name)
    const closing: OpenItem = {
      ...part,
      key,
      sequence: next(key),
      originItemId: null,
      side: item.side === "debit" ? "credit" : "debit",
      kind: "transfer",
    }
    const again = reopenedKeyOf(name)
    const originItemId = item.originItemId ?? item.id
    return { item, closing, reopened: { ...part, key: again, sequence: next(again), originItemId } }
  })
  const settled = moved.map(({ item, closing }) => close(item, closing))
  return {
    closing: settled.map(({ closing }) => closing),
    proposals: settled.map(({ proposal }) => proposal),
    reopened: moved.map(({ reopened }) => reopened),
  }
}

/**
 * The next number of a key, another one each time: two rests of one item may be open at once, when what was
 * settled of it before it moved is open again by the time the order is back.
 */
function sequencesAfter(items: readonly Pick<OpenItem, "key" | "sequence">[]): (key: string) => number {
  const last = new Map<string, number>()
  for (const { key, sequence } of items) last.set(key, Math.max(last.get(key) ?? 0, sequence))
  return (key) => {
    const sequence = (last.get(key) ?? 0) + 1
    last.set(key, sequence)
    return sequence
  }
}

/** What an item has open, as an item of its own: the amount and the tax that are left. */
function restOf(item: OpenItem): OpenItem {
  const taxes = item.taxes
    .map((tax, rate) => ({ ...tax, amount: tax.amount - (item.taxesAllocated[rate] ?? 0n) }))
    .filter(({ amount }) => amount !== 0n)
  return { ...item, amount: openAmount(item), allocated: 0n, taxes, taxesAllocated: taxes.map(() => 0n) }
}

function close(item: OpenItem, closing: OpenItem): { closing: OpenItem; proposal: Proposal } {
  const placed = { placedAt: item.occurredAt, placedOn: item.occurredOn }
  const [own, other] = [candidateOf(item, placed), candidateOf(closing, placed)]
  const [credit, debit] = item.side === "credit" ? [own, other] : [other, own]
  const proposal = put(credit, debit, { amount: closing.amount, rule: "transferred" })
  return { closing: { ...closing, allocated: closing.amount, taxesAllocated: other.taxed }, proposal }
}

/** By the id of each item that goes on from another account's, the id of the one that it began as. */
export function originalsOf(items: readonly OpenItem[]): ReadonlyMap<bigint, bigint> {
  const origins = new Map(items.map((item) => [nameOfItem(item), item.id]))
  return new Map(
    items.flatMap((item) => {
      const origin = origins.get(originOf(item) ?? "")
      return origin === undefined ? [] : [[item.id, origin] as const]
    }),
  )
}

/**
 * An order's items as if it had never changed hands: what was moved is one item again, with all that was
 * settled of it in any account. Of another order's items only those are known that touch this one, so they
 * stay as they are: what was moved of a credit is elsewhere.
 */
export function throughTransfers(
  documentId: bigint,
  items: readonly OpenItem[],
  allocations: readonly Allocation[],
): { items: readonly OpenItem[]; allocations: readonly Allocation[] } {
  const all = items.filter((item) => item.documentId === documentId)
  const closing = new Set(all.filter(({ kind }) => kind === "transfer").map(({ id }) => id))
  if (closing.size === 0) return { items, allocations }
  const originals = originalsOf(all)
  const own = (id: bigint): bigint => originals.get(id) ?? id
  const settling = allocations
    .filter(({ creditItemId, debitItemId }) => !closing.has(creditItemId) && !closing.has(debitItemId))
    .map((one) => ({ ...one, creditItemId: own(one.creditItemId), debitItemId: own(one.debitItemId) }))
  const settled = new Map<bigint, bigint>()
  for (const { creditItemId, debitItemId, amount } of settling) {
    for (const id of [creditItemId, debitItemId]) settled.set(id, (settled.get(id) ?? 0n) + amount)
  }
  const moved = new Set(originals.values())
  return {
    items: items
      .filter(({ id }) => !closing.has(id) && !originals.has(id))
      .map((item) => (moved.has(item.id) ? { ...item, allocated: settled.get(item.id) ?? 0n } : item)),
    allocations: settling,
  }
}
