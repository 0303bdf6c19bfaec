import type { DocumentState, PaymentsByKey } from "./document-state"
import { least } from "../money"
import { signedAmount, type OpenItem } from "../open-item"
import { nameOfItem, originOf, recordedReversalKeyOf, reversedItemOf } from "../key"
import { withoutUndone } from "../undone-reversals"
import type { WorkingLedger } from "./working-ledger"

interface KnownReversals {
  readonly payments?: PaymentsByKey | null
  readonly foreignReversals?: readonly OpenItem[]
}

/**
 * A reversal may reach the ledger twice: first from the bank, then when the host deletes the payment, or
 * writes a refund of money that the payment no longer holds. Then a credit of kind `reversal` stands
 * against that void or refund, so that what was taken back once is owed once.
 */
export function acknowledgeReversals(
  ledger: WorkingLedger,
  state: DocumentState,
  known: KnownReversals,
): void {
  // An order that the host no longer has tells of no payment: what was recorded twice stays so.
  if (known.payments === null) return
  const payments = paymentsOf(ledger, known)
  if (payments.length === 0) return
  for (const { money, wanted, standing, last } of recordedByHost(ledger, payments, known)) {
    const difference = wanted - standing.net
    if (difference === 0n) continue
    const late = last.occurredAt > state.at
    ledger.add({
      side: difference > 0n ? "credit" : "debit",
      kind: "reversal",
      key: counterKeyOf(money),
      reversesItemId: money.id,
      sequence: standing.sequence + 1,
      lineKey: null,
      position: 0,
      title: "Reversal recorded by the store",
      reference: money.reference,
      method: null,
      reversalKind: last.reversalKind ?? null,
      occurredAt: late ? last.occurredAt : state.at,
      occurredOn: late ? last.occurredOn : state.on,
      dueOn: null,
      amount: difference > 0n ? difference : -difference,
      taxes: [],
    })
  }
}

const counterKeyOf = ({ id }: OpenItem): string => recordedReversalKeyOf(id)

/** A payment of the order that was reversed. */
interface Reversed {
  readonly money: OpenItem
  readonly reversals: readonly OpenItem[]
  readonly last: OpenItem
}

function paymentsOf(ledger: WorkingLedger, { foreignReversals = [] }: KnownReversals): Reversed[] {
  const reversals = new Map<bigint, OpenItem[]>()
  const items = [...ledger.items()]
  for (const item of withoutUndone([...items, ...foreignReversals])) {
    const id = item.kind === "reversal" ? reversedItemOf(item) : null
    if (id !== null) reversals.set(id, [...(reversals.get(id) ?? []), item])
  }
  if (reversals.size === 0) return []
  const names = new Map<string, bigint[]>()
  for (const item of items) {
    const name = originOf(item) ?? nameOfItem(item)
    names.set(name, [...(names.get(name) ?? []), item.id])
  }
  return items.flatMap((money) => {
    // Money that goes on in another account is still the host's one payment.
    const own = (names.get(nameOfItem(money)) ?? [])
      .flatMap((id) => reversals.get(id) ?? [])
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    // A reversal that was undone is not among them, and what stood against it is taken back.
    const isOver = own.every(({ key }) => key === counterKeyOf(money))
    if (isOver && own.reduce((sum, item) => sum + signedAmount(item), 0n) === 0n) return []
    const last = own.reduce((one, other) => (other.occurredAt < one.occurredAt ? one : other))
    return [{ money, reversals: own, last }]
  })
}

interface Recorded {
  readonly money: OpenItem
  readonly last: OpenItem
  /** What the host has recorded by itself of what was reversed. */
  readonly wanted: bigint
  /** The credits that stand for it already. */
  readonly standing: { readonly net: bigint; readonly sequence: number }
}

function recordedByHost(
  ledger: WorkingLedger,
  reversed: readonly Reversed[],
  { payments }: KnownReversals,
): Recorded[] {
  const paymentOf = (key: string): string => payments?.get(key)?.paymentId ?? key
  const wanted = new Map<Reversed, bigint>()
  for (const name of new Set(reversed.map(({ money }) => paymentOf(money.key)))) {
    const own = reversed.filter(({ money }) => paymentOf(money.key) === name)
    const events = eventsOf(ledger, own, (key) => paymentOf(key) === name)
    for (const [one, amount] of countedTwice(events)) wanted.set(one, amount)
  }
  return reversed.map((one) => ({
    money: one.money,
    last: one.last,
    wanted: wanted.get(one) ?? 0n,
    standing: standingOf(one),
  }))
}

function standingOf({ money, reversals }: Reversed): { net: bigint; sequence: number } {
  const counters = reversals.filter(({ key }) => key === counterKeyOf(money))
  return {
    net: counters.reduce((sum, item) => sum - signedAmount(item), 0n),
    sequence: counters.length,
  }
}

/** What happened to one payment of the host, in order of time. */
interface Event {
  readonly at: string
  readonly kind: "capture" | "reversal" | "refund"
  readonly amount: bigint
  /** Of a reversal: whose, and what of its money the host has deleted. */
  readonly reversed?: Reversed
  readonly voided?: bigint
}

function eventsOf(
  ledger: WorkingLedger,
  reversed: readonly Reversed[],
  isOfPayment: (key: string) => boolean,
): Event[] {
  const events: Event[] = []
  for (const [key, { class: postingClass, net, first }] of ledger.standing) {
    if (!isOfPayment(key)) continue
    const at = first.occurredAt
    if (postingClass === "payment") events.push({ at, kind: "capture", amount: -net })
    if (postingClass === "refund") events.push({ at, kind: "refund", amount: net })
  }
  for (const one of reversed) {
    const standing = ledger.standing.get(one.money.key)
    let voided = one.money.amount + (standing?.net ?? 0n)
    for (const item of one.reversals) {
      if (item.key === counterKeyOf(one.money)) continue
      const gone = least(voided > 0n ? voided : 0n, item.amount)
      voided -= gone
      events.push({ at: item.occurredAt, kind: "reversal", amount: item.amount, reversed: one, voided: gone })
    }
  }
  return events.toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1))
}

/**
 * A refund after a reversal pays out what the payment still holds; the rest of it can only be the reversal
 * itself. A refund before it was paid out for good, so the reversal takes that much more.
 */
function countedTwice(events: readonly Event[]): Map<Reversed, bigint> {
  const twice = new Map<Reversed, bigint>()
  const taken: { readonly of: Reversed; left: bigint }[] = []
  let held = 0n
  const note = (of: Reversed, amount: bigint): void => {
    twice.set(of, (twice.get(of) ?? 0n) + amount)
  }
  for (const { kind, amount, reversed, voided = 0n } of events) {
    if (kind === "capture") held += amount
    else if (reversed) {
      note(reversed, voided)
      taken.push({ of: reversed, left: amount - voided })
      held -= least(held, amount - voided)
    } else {
      let over = amount - least(held, amount)
      held -= least(held, amount)
      for (const one of taken.toReversed()) {
        const part = least(over, one.left)
        one.left -= part
        over -= part
        note(one.of, part)
      }
    }
  }
  return twice
}
