import { least } from "./money"
import { isLineCredit, isOfLine, openAmount, type Allocation, type OpenItem } from "./open-item"

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
  /** On lines. */
  readonly held: readonly Holding[]
  /** With the customer again, or kept by the store: what refunds, voids and write-offs took. */
  readonly gone: readonly Holding[]
}

/** An amount that lies on a line; of money that is not asked for, and of nobody, it is null. */
interface Parcel {
  readonly moneyId: bigint | null
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
  const byId = new Map(items.map((item) => [item.id, item]))
  const lines = new Lines()
  const gone: Parcel[] = []
  const oldestFirst = allocations.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  for (const [since, { creditItemId, debitItemId, amount }] of oldestFirst.entries()) {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    if (!debit || debit.kind === "transfer" || credit?.kind === "transfer") continue
    const moneyId = moneyIds.has(creditItemId) ? creditItemId : null
    const from = credit && isLineCredit(credit) ? placeOf(credit) : null
    const to = isOfLine(debit) ? placeOf(debit) : null
    if (from !== null && from === to) continue
    const parcels: Parcel[] =
      from === null
        ? [{ moneyId, at: debit, since, amount }]
        : lines.take(from, amount).map((parcel) => ({ ...parcel, since }))
    if (to === null) gone.push(...parcels.map((one) => ({ ...one, at: from === null ? debit : one.at })))
    else
      lines.put(
        to,
        parcels.map((one) => ({ ...one, at: debit })),
      )
  }
  const waiting = items.filter((item) => isLineCredit(item) && openAmount(item) > 0n)
  const unspent = waiting.flatMap((credit) => lines.take(placeOf(credit) ?? "", openAmount(credit)))
  return { waiting: known(unspent), held: known(lines.all()), gone: known(gone) }
}

/** What lies on each line, oldest first. */
class Lines {
  private readonly parcels = new Map<string, Parcel[]>()

  put(place: string, parcels: readonly Parcel[]): void {
    this.parcels.set(place, [...(this.parcels.get(place) ?? []), ...parcels])
  }

  /** Takes the newest; what nothing lay there for is nobody's, and left out. */
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

function known(parcels: readonly Parcel[]): Holding[] {
  return parcels
    .toSorted((one, other) => other.since - one.since)
    .flatMap(({ moneyId, at, amount }) =>
      moneyId === null || amount === 0n ? [] : [{ moneyId, at, amount }],
    )
}

/** The line of an order, in whatever account; null for what stands on no line. */
function placeOf({ documentId, lineKey }: OpenItem): string | null {
  return lineKey === null ? null : `${documentId ?? ""} ${lineKey}`
}
