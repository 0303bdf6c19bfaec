import {
  isCharge,
  isMoneyIn,
  isOfLine,
  isWriteOff,
  openAmount,
  signedAmount,
  type OpenItem,
} from "../open-item"
import type { Cell } from "./cells"
import { amountOf, spillOf, sum, type Pair, type PairsByCredit } from "./pairs"

export interface Column {
  /** The posting that names it, and all of them: a reversal and a write-off have several. */
  readonly item: OpenItem
  readonly items: readonly OpenItem[]
  readonly kind:
    | "payment"
    | "deposit"
    | "opening_balance"
    | "stored_value"
    | "credit"
    | "refund"
    | "reversal"
    | "write_off"
  /** Signed minor units, all of them: amount = onThisOrder + paidBack + elsewhere + unallocated. */
  readonly amount: bigint
  readonly onThisOrder: bigint
  /** Refunds that pay money back before it settled anything (negative in the refund's own column). */
  readonly paidBack: bigint
  readonly elsewhere: { readonly amount: bigint; readonly documents: number }
  readonly unallocated: bigint
}

interface ColumnContext {
  readonly documentId: bigint
  readonly byCredit: PairsByCredit
  /** By the item that names a column, its cells. */
  readonly cellsOf: ReadonlyMap<bigint, readonly Cell[]>
}

export function columnOf(item: OpenItem, context: ColumnContext): Column[] {
  const { documentId, byCredit, cellsOf } = context
  const onThisOrder = sum((cellsOf.get(item.id) ?? []).map((cell) => cell.amount))
  if (item.side === "debit") {
    if (item.documentId !== documentId || isCharge(item)) return []
    const unallocated = -openAmount(item)
    const paidBack = -item.amount - onThisOrder - unallocated
    const sums = { amount: -item.amount, onThisOrder, paidBack, elsewhere: NOWHERE, unallocated }
    return [{ item, items: [item], kind: "refund", ...sums }]
  }
  const mine = byCredit.get(item.id) ?? []
  const elsewhere = elsewhereOf(mine, documentId)
  const unallocated = openAmount(item)
  const paidBack = sum(
    mine.filter(({ debit }) => debit.documentId === documentId && !isOfLine(debit)).map(amountOf),
  )
  const shared = { item, items: [item], onThisOrder, elsewhere, unallocated }
  if (isMoneyIn(item)) {
    return [{ ...shared, kind: moneyKindOf(item), amount: item.amount, paidBack }]
  }
  if (item.documentId !== documentId) return [{ ...shared, kind: "credit", amount: item.amount, paidBack }]
  if (spillOf(item, byCredit) === 0n) return []
  return [{ ...shared, kind: "credit", amount: 0n, paidBack: 0n }]
}

/** A reversal takes money back (negative) or a write-off gives up a short payment (positive) or keeps a surplus (negative). */
export function columnOfGroup(
  items: readonly OpenItem[],
  { documentId, byCredit, cellsOf }: ColumnContext,
): Column[] {
  const [item] = items
  if (!item) return []
  const ids = new Set(items.map(({ id }) => id))
  const amount = -sum(items.map(signedAmount))
  const onThisOrder = sum((cellsOf.get(item.id) ?? []).map((cell) => cell.amount))
  const elsewhere = elsewhereOf(
    [...ids].flatMap((id) => byCredit.get(id) ?? []),
    documentId,
  )
  // A line that a reversal reopened shows what is open of it itself.
  const unallocated = -sum(
    items
      .filter((one) => !isOfLine(one))
      .map((one) => (one.side === "debit" ? openAmount(one) : -openAmount(one))),
  )
  const paidBack = amount - onThisOrder - elsewhere.amount - unallocated
  // Cells that cancel each other out are cells: what the store recorded of a reversal and took back again.
  const isEmpty = !cellsOf.has(item.id)
  if (amount === 0n && isEmpty && unallocated === 0n && paidBack === 0n) return []
  const kind = isWriteOff(item) ? "write_off" : "reversal"
  return [{ item, items, kind, amount, onThisOrder, paidBack, elsewhere, unallocated }]
}

/** Money that was taken back or kept before any order had it is elsewhere, and on no order. */
function elsewhereOf(pairs: readonly Pair[], documentId: bigint): Column["elsewhere"] {
  const away = pairs.filter(({ debit }) => debit.documentId !== documentId)
  const orders = away.flatMap(({ debit }) => (debit.documentId === null ? [] : [debit.documentId]))
  return { amount: sum(away.map(amountOf)), documents: new Set(orders).size }
}

/** A refund that was taken back is read as a payment: money that is on the order again. */
function moneyKindOf({ kind }: OpenItem): Column["kind"] {
  return kind === "deposit" || kind === "opening_balance" || kind === "stored_value" ? kind : "payment"
}

const NOWHERE = { amount: 0n, documents: 0 }
