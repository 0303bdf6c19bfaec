import { decimalOf } from "../domain/money"
import { exactSum, negated, quantise, signOf } from "../domain/quantise"
import { exact, present, type HostOrder, type HostTransaction, type RawAmount } from "./host-order"
import type { MirrorNames } from "./mirror-names"

/** The totals that the host keeps beside an order: plain numbers, each with its exact amount. */
export type HostTotals = Readonly<Record<string, unknown>>

/** What an order owes by its rows: what it costs less its transactions, rounded; below zero where it owes back. */
export function openOf(
  { raw_total: raw, total, transactions }: HostOrder & { raw_total?: RawAmount | null; total?: unknown },
  digits: number,
): bigint {
  const costs = raw ? exact(raw) : plain(total)
  return quantise(exactSum([costs, negated(countedOf(transactions))]), digits)
}

const countedOf = (transactions: HostOrder["transactions"]): string =>
  exactSum(present(transactions).map(({ raw_amount: raw }) => exact(raw)))

/** What an order's transactions count of a mirror: what a way back has to take off; "0" where nothing is left. */
export function countedOfMirror(transactions: readonly HostTransaction[], names: MirrorNames): string {
  return exactSum(
    transactions
      .filter(
        ({ id, reference_id: reference }) =>
          id === names.counted || id === names.takenBack || reference === names.payment,
      )
      .map(({ raw_amount: raw }) => exact(raw)),
  )
}

/** An amount of minor units for the host, exact. */
export const amountOf = (units: bigint, digits: number): string => decimalOf(units, digits)

export const isNothing = (amount: string): boolean => signOf(amount) === 0
export const takenOff = (amount: string): string => negated(amount)

/** What is left of some amounts after others; both exact. */
export const leftOf = (amounts: readonly RawAmount[], others: readonly RawAmount[]): string =>
  exactSum([...amounts.map((raw) => exact(raw)), ...others.map((raw) => negated(exact(raw)))])

export const isAbove = (amount: string): boolean => signOf(amount) > 0

/**
 * The host's summary as its transactions say, null where it says so already. Two transactions at once lose one in it: the host
 * reads it, adds, and writes it.
 */
export function mendedTotals(totals: HostTotals, transactions: HostOrder["transactions"]): HostTotals | null {
  const rows = present(transactions).map(({ raw_amount: raw }) => exact(raw))
  const paid = exactSum(rows.filter((amount) => signOf(amount) > 0))
  const refunded = negated(exactSum(rows.filter((amount) => signOf(amount) < 0)))
  const counted = exactSum(rows)
  const missing = exactSum([counted, negated(statedIn(totals, "transaction_total"))])
  if (signOf(missing) === 0) return null
  const pending = exactSum([statedIn(totals, "pending_difference"), negated(missing)])
  const mended = {
    paid_total: paid,
    refunded_total: refunded,
    transaction_total: counted,
    pending_difference: pending,
  }
  return { ...totals, ...Object.fromEntries(Object.entries(mended).flatMap(bothOf)) }
}

const bothOf = ([name, amount]: [string, string]): [string, unknown][] => [
  [name, Number(amount)],
  [`raw_${name}`, { value: amount, precision: 20 }],
]

function statedIn(totals: HostTotals, name: string): string {
  const raw = totals[`raw_${name}`]
  if (typeof raw === "object" && raw !== null && "value" in raw) return String(raw.value)
  return plain(totals[name])
}

/** An amount where the host gives no exact one. */
const plain = (amount: unknown): string =>
  typeof amount === "number" || typeof amount === "string" ? String(amount) : "0"
