import { keyOf } from "../domain/key"
import type { Desired, PaymentsByKey } from "../domain/posting/document-state"
import { methodOfProvider, type MethodTable } from "../domain/method"
import { quantiseCumulatively } from "../domain/quantise"
import { exact, moment, present, type HostMoneyRow, type HostOrder, type HostPayment } from "./host-order"
import type { When } from "./lines"

export interface MoneyRow {
  readonly desired: Desired
  readonly at: string
  /** Exact decimal, positive. */
  readonly raw: string
  readonly direction: "in" | "out"
}

/** How long after it was written a row that no order transaction names may still be deleted again. */
export const GRACE_MILLISECONDS = 2 * 60_000

interface MoneyContext {
  readonly digits: number
  /** The moment of this read, ISO. */
  readonly readAt: string
  readonly whenOf: (at: string) => When
  readonly paymentMethods: MethodTable
  /**
   * Rows younger than this that no order transaction names are left for the next read: the host writes
   * them before it asks the provider, and deletes them when the provider refuses. Null reads them all.
   */
  readonly settledBefore: string | null
}

export interface Money {
  readonly rows: MoneyRow[]
  /** Keys of the rows that were left for the next read. */
  readonly unsettled: readonly string[]
  /** Whether the host may still delete one of the rows, read or left, and tell nobody. */
  readonly inFlight: boolean
}

/** The payment of each capture and refund, by its key. */
export function paymentsOf(order: Pick<HostOrder, "payment_collections">): PaymentsByKey {
  return new Map(
    present(order.payment_collections).flatMap((collection) =>
      present(collection.payments).flatMap((payment) => {
        const place = { paymentId: payment.id, collectionId: collection.id }
        return [
          ...present(payment.captures).map((row) => [moneyKeyOf(row, "in"), place] as const),
          ...present(payment.refunds).map((row) => [moneyKeyOf(row, "out"), place] as const),
        ]
      }),
    ),
  )
}

/** Captures and refunds of every payment collection, whatever its status, in order of time. */
export function moneyOf(order: HostOrder, context: MoneyContext): Money {
  const named = new Set(present(order.transactions).map((transaction) => transaction.reference_id))
  const grace = context.settledBefore ?? before(context.readAt, GRACE_MILLISECONDS)
  // The refunds of a cancelled order are never named by their own id, so age alone settles those.
  const young = (row: HostMoneyRow): boolean => !named.has(row.id) && moment(row.created_at) >= grace
  const settled = (row: HostMoneyRow): boolean => context.settledBefore === null || !young(row)
  const payments = present(order.payment_collections).flatMap((collection) => present(collection.payments))
  const rows = payments
    .flatMap((payment) => [
      ...series(payment, { direction: "in", rows: present(payment.captures).filter(settled) }, context),
      ...series(payment, { direction: "out", rows: present(payment.refunds).filter(settled) }, context),
    ])
    .toSorted((one, other) =>
      one.at === other.at ? compare(one.desired.key, other.desired.key) : compare(one.at, other.at),
    )
  const left = (direction: MoneyRow["direction"], found: HostPayment["captures"]): string[] =>
    present(found).flatMap((row) => (settled(row) ? [] : [moneyKeyOf(row, direction)]))
  const unsettled = payments.flatMap(({ captures, refunds }) => [
    ...left("in", captures),
    ...left("out", refunds),
  ])
  const inFlight = payments.some(({ captures, refunds }) =>
    [...present(captures), ...present(refunds)].some(young),
  )
  return { rows, unsettled, inFlight }
}

/** A moment so much earlier. */
export function before(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) - milliseconds).toISOString()
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The key under which a capture or a refund stands in the ledger. */
export const moneyKeyOf = ({ id }: HostMoneyRow, direction: MoneyRow["direction"]): string =>
  keyOf(direction === "in" ? "capture" : "refund", id)

/** The provider rounds what a payment took in all, so its rows are rounded as running totals. */
function series(
  payment: HostPayment,
  { direction, rows }: { direction: MoneyRow["direction"]; rows: readonly HostMoneyRow[] },
  { digits, whenOf, paymentMethods }: MoneyContext,
): MoneyRow[] {
  const ordered = rows.toSorted(
    (one, other) => compare(moment(one.created_at), moment(other.created_at)) || compare(one.id, other.id),
  )
  const raws = ordered.map((row) => exact(row.raw_amount))
  const amounts = quantiseCumulatively(raws, digits)
  return ordered.map((row, index) => {
    const at = moment(row.created_at)
    const amount = amounts[index] ?? 0n
    return {
      at,
      raw: raws[index] ?? "0",
      direction,
      desired: {
        key: moneyKeyOf(row, direction),
        class: direction === "in" ? "payment" : "refund",
        signed: direction === "in" ? -amount : amount,
        lineKey: null,
        position: 0,
        title: direction === "in" ? "Payment" : "Refund",
        reference: row.id,
        method: methodOfProvider(payment.provider_id ?? null, paymentMethods),
        hostId: row.id,
        paymentId: payment.id,
        providerId: payment.provider_id ?? null,
        ...whenOf(at),
        taxes: [],
      },
    }
  })
}
