import { least } from "../money"
import { openAmount, type Allocation, type OpenItem } from "../open-item"
import type { WantedCell } from "../planner/edit"

/** A credit and a debit between which an amount may stand. */
export interface ItemPair {
  readonly credit: OpenItem
  readonly debit: OpenItem
}

/** Amounts on their way between items: what each pair shall hold, and what each item has open with that. */
export class Moving {
  /** Minor units; below zero where more is wished than there is. */
  readonly free: Map<bigint, bigint>
  private readonly wanted = new Map<string, WantedCell>()

  constructor(
    items: readonly OpenItem[],
    private readonly heldBy: (pair: ItemPair) => readonly Allocation[],
  ) {
    this.free = new Map(items.map((item) => [item.id, openAmount(item)]))
  }

  cells(): WantedCell[] {
    return [...this.wanted.values()]
  }

  /** Fills what is open, oldest first; what is too much stands on the last. */
  raise(pairs: readonly ItemPair[], by: bigint): void {
    let rest = by
    for (const pair of pairs) {
      const room = [pair.credit.id, pair.debit.id].map((id) => this.free.get(id) ?? 0n)
      const part = room.reduce(least, rest)
      if (part <= 0n) continue
      this.move(pair, part)
      rest -= part
    }
    const last = pairs.at(-1)
    if (rest > 0n && last) this.move(last, rest)
  }

  /** The newest of what a cell holds first; what fulfils planned payments last, so that the plan refuses it. */
  lower(pairs: readonly ItemPair[], by: bigint): void {
    const held = pairs
      .flatMap((pair) => this.heldBy(pair).map((allocation) => ({ pair, allocation })))
      .toSorted((one, other) => newestUnboundFirst(one.allocation, other.allocation))
    let rest = by
    for (const { pair, allocation } of held) {
      const part = least(allocation.amount, rest)
      if (part > 0n) this.move(pair, -part)
      rest -= part
    }
    const [first] = pairs
    if (rest > 0n && first) this.move(first, -rest)
  }

  private move(pair: ItemPair, by: bigint): void {
    const { credit, debit } = pair
    const name = pairName(credit.id, debit.id)
    const amount = (this.wanted.get(name)?.amount ?? sumOf(this.heldBy(pair))) + by
    this.wanted.set(name, { creditItemId: credit.id, debitItemId: debit.id, amount })
    for (const { id } of [credit, debit]) this.free.set(id, (this.free.get(id) ?? 0n) - by)
  }
}

/** What all credits of a cell together could put on all its debits. */
export function roomIn(pairs: readonly ItemPair[], free: ReadonlyMap<bigint, bigint>): bigint {
  const [only, ...others] = pairs
  // Nearly every cell is of one pair, and a large order has thousands of them.
  if (only && others.length === 0)
    return [only.credit, only.debit].map(({ id }) => most(free.get(id) ?? 0n, 0n)).reduce(least)
  const open = (items: Iterable<OpenItem>): bigint =>
    [...new Set(items)].reduce((sum, { id }) => sum + most(free.get(id) ?? 0n, 0n), 0n)
  return least(open(pairs.map(({ credit }) => credit)), open(pairs.map(({ debit }) => debit)))
}

const most = (one: bigint, other: bigint): bigint => (one > other ? one : other)

function newestUnboundFirst(one: Allocation, other: Allocation): number {
  const bound = Number(one.instalmentId !== null) - Number(other.instalmentId !== null)
  return bound !== 0 ? bound : one.id > other.id ? -1 : 1
}

export const pairName = (credit: bigint, debit: bigint): string => `${credit} ${debit}`

export const sumOf = (parts: readonly { readonly amount: bigint }[]): bigint =>
  parts.reduce((sum, { amount }) => sum + amount, 0n)
