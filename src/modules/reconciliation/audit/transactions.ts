import type { AuditedOrder } from "../../../types/http"
import { exactSum, negated, quantise, signOf } from "../domain/quantise"
import { amountOf, isSame } from "./amounts"
import type { KeptRow, NamedRow, OrderFacts, TransactionFacts } from "./facts"

/** A capture, or a refund below zero, that the host should count. */
export interface MoneyRow {
  readonly row: KeptRow
  readonly kind: "capture" | "refund"
  readonly paymentId: string
  readonly providerId: string | null
  /** Signed: what comes in is above zero. */
  readonly amount: string
  /** Another order has its payment too, and may be the one that counts it. */
  readonly isShared: boolean
}

export interface Counted {
  readonly transaction: TransactionFacts
  readonly amount: string
}

/** What of an order's transactions does not go together with its captures and refunds. */
export interface Unmatched {
  /** Transactions of a row that says another amount. */
  readonly differing: readonly (Counted & { readonly of: MoneyRow })[]
  /** Transactions of a row that another transaction has counted. */
  readonly again: readonly (Counted & { readonly of: MoneyRow })[]
  /** Transactions of money that belongs to another order. */
  readonly foreign: readonly (Counted & { readonly orders: readonly AuditedOrder[] })[]
  /** Some transactions name money that is there and that no order has: it is told of with the payments. */
  readonly namesLost: boolean
  /** Transactions that no row bears out. */
  readonly unfounded: readonly Counted[]
  /** Rows that no transaction counts. */
  readonly uncounted: readonly MoneyRow[]
}

/** All captures and refunds of an order's payments, whatever became of their collections. */
export function moneyOf({ collections }: Pick<OrderFacts, "collections">): MoneyRow[] {
  return (collections ?? []).flatMap(({ is_shared: isShared, payments }) =>
    (payments ?? []).flatMap(({ id: paymentId, provider_id: providerId, captures, refunds }) => [
      ...(captures ?? []).map((row): MoneyRow => ({
        row,
        kind: "capture",
        paymentId,
        providerId,
        amount: amountOf(row),
        isShared,
      })),
      ...(refunds ?? []).map((row): MoneyRow => ({
        row,
        kind: "refund",
        paymentId,
        providerId,
        amount: negated(amountOf(row)),
        isShared,
      })),
    ]),
  )
}

/**
 * Puts each transaction to the row that it counts: first by the row's id, then, as the host writes them when an order is
 * cancelled, by the payment's, last whatever is equal. What people corrected with a transaction of their own, or what two
 * faults of the host made good, goes together so: the order's balance is right then, and nobody has to do anything.
 */
export function matched(order: OrderFacts, rows: readonly MoneyRow[], digits: number): Unmatched {
  const left = new Set(rows)
  const differing: Unmatched["differing"][number][] = []
  const again: Unmatched["again"][number][] = []
  const foreign: Unmatched["foreign"][number][] = []
  const byId = new Map(rows.map((row) => [row.row.id, row]))
  let open: Counted[] = []
  let namesLost = false
  for (const counted of countedOf(order)) {
    const { reference_id: named } = counted.transaction
    const own = byId.get(named ?? "")
    if (own && !left.has(own)) again.push({ ...counted, of: own })
    else if (own) {
      left.delete(own)
      if (!isSame(own.amount, counted.amount, digits)) differing.push({ ...counted, of: own })
    } else {
      const elsewhere = liveElsewhere(counted.transaction)
      if (!elsewhere) open.push(counted)
      else if (elsewhere.orders.length > 0) foreign.push({ ...counted, orders: elsewhere.orders })
      else namesLost = true
    }
  }
  const isOf = ({ transaction }: Counted, row: MoneyRow): boolean =>
    transaction.reference_id === row.paymentId
  open = paired(
    open,
    left,
    (counted, row) => isOf(counted, row) && isSame(counted.amount, row.amount, digits),
  )
  open = inSum(open, left, digits)
  open = paired(open, left, (counted, row) => isSame(counted.amount, row.amount, digits))
  // Of a cancelled order the host may have refunded another amount than it counts.
  open = open.filter((counted) => {
    const of = [...left].find((row) => isOf(counted, row) && signOf(row.amount) === signOf(counted.amount))
    if (!of) return true
    left.delete(of)
    differing.push({ ...counted, of })
    return false
  })
  open = withoutOpposites(open, digits)
  const found = { differing, again, foreign, namesLost, unfounded: open, uncounted: [...left].filter(isOwn) }
  return isMadeGood(found, digits) ? { ...NOTHING, namesLost } : found
}

const NOTHING = { differing: [], again: [], foreign: [], unfounded: [], uncounted: [] }

/** A row that several orders have is told of with its payment. */
const isOwn = ({ isShared }: MoneyRow): boolean => !isShared

function countedOf({ transactions }: OrderFacts): Counted[] {
  return (transactions ?? [])
    .map((transaction) => ({ transaction, amount: amountOf(transaction) }))
    .filter(({ amount }) => signOf(amount) !== 0)
}

/** The row that a transaction names, where it is there and no row of this order. */
function liveElsewhere({ capture, refund }: TransactionFacts): NamedRow | undefined {
  return [capture, refund].find((row): row is NamedRow => row !== null && !row.deleted)
}

function paired(
  open: readonly Counted[],
  left: Set<MoneyRow>,
  fits: (counted: Counted, row: MoneyRow) => boolean,
): Counted[] {
  return open.filter((counted) => {
    const row = [...left].find((one) => fits(counted, one))
    if (row) left.delete(row)
    return !row
  })
}

/** One transaction that names a payment may count several refunds of it, and several one. */
function inSum(open: readonly Counted[], left: Set<MoneyRow>, digits: number): Counted[] {
  const payments = new Set([...left].map(({ paymentId }) => paymentId))
  const gone = new Set<Counted>()
  for (const id of payments) {
    const counted = open.filter(({ transaction }) => transaction.reference_id === id)
    const rows = [...left].filter(({ paymentId, kind }) => paymentId === id && kind === "refund")
    const [said, made] = [counted, rows].map((all) => exactSum(all.map(({ amount }) => amount)))
    if (counted.length === 0 || rows.length === 0 || !isSame(said ?? "0", made ?? "0", digits)) continue
    for (const one of counted) gone.add(one)
    for (const row of rows) left.delete(row)
  }
  return open.filter((one) => !gone.has(one))
}

/** A transaction and another that takes it back. */
function withoutOpposites(open: readonly Counted[], digits: number): Counted[] {
  const rest: Counted[] = []
  for (const counted of open) {
    const place = rest.findIndex(({ amount }) => isSame(amount, negated(counted.amount), digits))
    if (place === -1) rest.push(counted)
    else rest.splice(place, 1)
  }
  return rest
}

/** What is left of a transaction that somebody added makes good what the others say wrong. */
function isMadeGood({ differing, again, foreign, unfounded, uncounted }: Unmatched, digits: number): boolean {
  if (unfounded.length === 0 || foreign.length > 0) return false
  const excess = [
    ...differing.map(({ amount, of }) => exactSum([amount, negated(of.amount)])),
    ...[...again, ...unfounded].map(({ amount }) => amount),
    ...uncounted.map(({ amount }) => negated(amount)),
  ]
  return quantise(exactSum(excess), digits) === 0n
}
