import { least } from "../money"
import { isLineCredit, isOfLine, openAmount, type Allocation, type OpenItem } from "../open-item"
import { reversedItemOf } from "../key"
import { withoutUndone } from "../undone-reversals"

/** The orders that some money has come to, by what it settled or by credits of what it had paid. */
export interface Reach {
  /** Every item of these orders. */
  readonly items: readonly OpenItem[]
  /** Live allocations that touch them, in any order. */
  readonly allocations: readonly Pick<Allocation, "id" | "creditItemId" | "debitItemId" | "amount">[]
}

/** Part of some money, where it is by now. */
export interface Holding {
  readonly moneyId: bigint
  /** What names the place: an item of the line that holds it or had it paid back, else the refund itself. */
  readonly at: OpenItem
  /** Minor units, above zero. */
  readonly amount: bigint
}

/** Where money is, each newest first. */
export interface Holdings {
  /** In credits of lines that it had paid, which wait for somebody. */
  readonly waiting: readonly Holding[]
  /** On lines, less what reversals took off them. */
  readonly held: readonly Holding[]
  /** With the customer again, or kept by the store: what refunds, voids and write-offs took. */
  readonly gone: readonly Holding[]
}

/** An amount that lies on a line. */
interface Parcel {
  readonly moneyId: bigint
  readonly at: OpenItem
  /** The place of its coming among all. */
  readonly since: number
  amount: bigint
}

/**
 * Follows money through the lines that it paid: a line's own credit carries it on, to what the credit settles,
 * the newest first. So a line that was cancelled, and whose credit pays another order, holds none of it.
 *
 * @param moneyIds the payments or deposits that are asked for
 */
export function holdingsOf(moneyIds: ReadonlySet<bigint>, { items, allocations }: Reach): Holdings {
  const reach = { items: withoutUndone(items), allocations }
  let came: ReadonlyMap<string, bigint> = new Map()
  for (let round = 0; ; round += 1) {
    const lines = followed(reach, came)
    // What is left out on one line never comes to the next: counted anew until the count is that of the last time.
    if (round < ROUNDS && !isSame(came, lines.came)) {
      came = lines.came
      continue
    }
    const ofThese = (parcels: readonly Parcel[]): Holding[] =>
      parcels
        .filter(({ moneyId, amount }) => moneyIds.has(moneyId) && amount > 0n)
        .toSorted((one, other) => other.since - one.since)
    const waiting = reach.items.filter((item) => isLineCredit(item) && openAmount(item) > 0n)
    const unspent = waiting.flatMap((credit) => lines.take(placeOf(credit) ?? "", openAmount(credit)))
    return { waiting: ofThese(unspent), held: ofThese(lines.all()), gone: ofThese(lines.gone) }
  }
}

/** Each round carries what is left out one line further; credits seldom go further than two. */
const ROUNDS = 20

/** @param came what an earlier count found to have come to lie on each line, of each money */
function followed({ items, allocations }: Reach, came: ReadonlyMap<string, bigint>): Lines {
  const byId = new Map(items.map((item) => [item.id, item]))
  const lines = new Lines(stayedOf([...byId.values()], came))
  const oldestFirst = allocations.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  for (const [since, { creditItemId, debitItemId, amount }] of oldestFirst.entries()) {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    if (!debit || debit.kind === "transfer" || credit?.kind === "transfer") continue
    const from = credit && isLineCredit(credit) ? placeOf(credit) : null
    const to = isOfLine(debit) ? placeOf(debit) : null
    if (from !== null && from === to) continue
    if (from !== null) lines.carry(from, { to, debit, since, amount })
    else if (to !== null) lines.put(to, { moneyId: creditItemId, at: debit, since, amount })
    else lines.gone.push({ moneyId: creditItemId, at: debit, since, amount })
  }
  return lines
}

/**
 * What of each money stayed on each line where a reversal took some of it. The last that came is what was
 * taken: a credit of the line that came later carries on only what was left, and not what nobody has any more.
 */
function stayedOf(items: readonly OpenItem[], came: ReadonlyMap<string, bigint>): Map<string, bigint> {
  const stayed = new Map<string, bigint>()
  for (const item of items) {
    const moneyId = isOfLine(item) ? reversedItemOf(item) : null
    if (moneyId === null) continue
    const name = `${moneyId} ${placeOf(item) ?? ""}`
    stayed.set(name, (stayed.get(name) ?? came.get(name) ?? 0n) - item.amount)
  }
  return stayed
}

function isSame(one: ReadonlyMap<string, bigint>, other: ReadonlyMap<string, bigint>): boolean {
  return one.size === other.size && [...one].every(([name, amount]) => other.get(name) === amount)
}

/** What a line's credit carries on. */
interface Carried {
  /** The line that it goes to; null when it is gone. */
  readonly to: string | null
  readonly debit: OpenItem
  readonly since: number
  /** Minor units that are still to follow. */
  amount: bigint
}

/** What lies on each line, oldest first. */
class Lines {
  /** What has ever come to lie on each line, of each money, reversed or not. */
  readonly came = new Map<string, bigint>()
  readonly gone: Parcel[] = []
  private readonly parcels = new Map<string, Parcel[]>()
  /** What credits of each line have carried on before it came. */
  private readonly ahead = new Map<string, Carried[]>()

  /** @param stayed of each money on each line that a reversal reopened, how much may lie there */
  constructor(private readonly stayed: ReadonlyMap<string, bigint>) {}

  put(place: string, parcel: Parcel): void {
    const name = `${parcel.moneyId} ${place}`
    const before = this.came.get(name) ?? 0n
    this.came.set(name, before + parcel.amount)
    const room = (this.stayed.get(name) ?? before + parcel.amount) - before
    let amount = room > 0n ? least(room, parcel.amount) : 0n
    for (const carried of this.ahead.get(place) ?? []) {
      const part = least(carried.amount, amount)
      if (part === 0n) continue
      carried.amount -= part
      amount -= part
      this.bring({ ...parcel, amount: part }, carried)
    }
    this.parcels.set(place, [...(this.parcels.get(place) ?? []), { ...parcel, amount }])
  }

  /** Takes the newest that lies there; money that comes later follows what went ahead of it. */
  carry(from: string, credit: Carried): void {
    const carried = { ...credit, amount: this.beyondRounds(from, credit) }
    const taken = this.take(from, carried.amount)
    const left = taken.reduce((sum, { amount }) => sum - amount, carried.amount)
    for (const parcel of taken) this.bring({ ...parcel, since: carried.since }, carried)
    if (left > 0n) this.ahead.set(from, [...(this.ahead.get(from) ?? []), { ...carried, amount: left }])
  }

  /**
   * What a credit carries beyond what others have carried ahead the other way: credits that go round in a circle,
   * each paying the next one's line, carry nothing. Without that, money would go round as often as they have cents,
   * and come to a line a second time.
   */
  private beyondRounds(from: string, { to, amount }: Carried): bigint {
    let left = amount
    while (left > 0n) {
      const round = this.aheadBetween(to, from)
      if (!round) break
      const part = round.map((one) => one.amount).reduce(least, left)
      left -= part
      for (const one of round) one.amount -= part
    }
    return left
  }

  /** One after the other, what is carried ahead from one line to another; null where nothing leads there. */
  private aheadBetween(from: string | null, to: string, seen = new Set<string>()): Carried[] | null {
    if (from === null || seen.has(from)) return null
    if (from === to) return []
    seen.add(from)
    for (const carried of this.ahead.get(from) ?? []) {
      const rest = carried.amount > 0n ? this.aheadBetween(carried.to, to, seen) : null
      if (rest) return [carried, ...rest]
    }
    return null
  }

  private bring(parcel: Parcel, { to, debit }: Carried): void {
    if (to === null) this.gone.push(parcel)
    else this.put(to, { ...parcel, at: debit })
  }

  /** Takes the newest; what nothing lies there for is nobody's, and left out. */
  take(place: string, amount: bigint): Parcel[] {
    const own = this.parcels.get(place) ?? []
    const taken: Parcel[] = []
    let wanted = amount
    for (const parcel of own.toReversed()) {
      const part = least(wanted, parcel.amount)
      if (part === 0n) continue
      wanted -= part
      parcel.amount -= part
      taken.push({ ...parcel, amount: part })
    }
    return taken
  }

  all(): Parcel[] {
    return [...this.parcels.values()].flat()
  }
}

/** The line of an order, in whatever account; null for what stands on no line. */
function placeOf({ documentId, lineKey }: OpenItem): string | null {
  return lineKey === null ? null : `${documentId ?? ""} ${lineKey}`
}
