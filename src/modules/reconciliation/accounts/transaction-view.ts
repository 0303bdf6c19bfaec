import type {
  AccountTransactionView,
  DocumentNumberView,
  MatchingCode,
  MembershipOwnerView,
  TransactionKind,
  UndoableAct,
} from "../../../types/http"
import { isKeyOf } from "../domain/key"
import { decimalOf } from "../domain/money"
import type { OpenItem } from "../domain/open-item"
import { stateOfDocument, stateOfItem, type State } from "../domain/order/status"
import { UNPLANNED } from "../instalments/plans"
import { meansOf } from "../items/open-item-view"
import { openItemOf } from "../ledger/rows"
import { codeOf } from "../orders/order-view"
import {
  standingKey,
  type OrderStandingRow,
  type TransactionParts,
  type TransactionRow,
} from "./transaction-rows"
import { undoableOf } from "./undoable"

/** A transaction without what only its whole account tells. */
export type StandingTransaction = Omit<AccountTransactionView, "balance" | "other_account" | "undo">

/** The transactions of a page as the HTTP contract shows them. */
export class TransactionViews {
  private readonly rows: ReadonlyMap<number, TransactionRow>

  /** @param others by item, whose account money went to or came from */
  constructor(
    private readonly parts: TransactionParts,
    private readonly others: ReadonlyMap<string, MembershipOwnerView> = new Map(),
  ) {
    this.rows = new Map(parts.rows.map((row) => [row.place - 1, row]))
  }

  /** @param balance minor units, after it */
  view(index: number, balance: bigint): AccountTransactionView {
    const row = this.row(index)
    return {
      ...this.standing(index),
      balance: moneyOf(this.parts, row, balance),
      other_account: this.others.get(row.id) ?? null,
      undo: row.ids.length === 0 ? null : this.undoOf(openItemOf(row)),
    }
  }

  /** A transaction as it stands, whatever else its account has. */
  standing(index: number): StandingTransaction {
    const row = this.row(index)
    const item = openItemOf(row)
    const kind = kindOf(row, item)
    const sums = this.sumsOf(row, kind)
    const isOrder = kind === "order"
    // What is owed without an order is a line of its own, and called what it is.
    const isOfOrder = item.lineKey !== null && item.documentId !== null
    return {
      id: isOrder ? `order_${row.document_id}` : `item_${item.id}`,
      kind,
      occurred_on: isOrder ? (row.placed_on ?? item.occurredOn) : item.occurredOn,
      order: row.order_id === null ? null : { id: row.order_id, display_id: row.display_id ?? row.order_id },
      item_id: isOrder ? null : item.id.toString(),
      title: !isOfOrder || isKeyOf("creditLine", item.lineKey ?? "") ? null : row.first_title,
      lines: isOfOrder ? row.lines : 0,
      reference: item.reference,
      receipt_number: isOrder ? null : (this.parts.numbers.get(item.id.toString()) ?? null),
      document_number: this.documentNumberOf(row, isOrder),
      ...meansOf(item),
      state: isOrder ? this.stateOfOrder(row) : this.stateOfItems(row),
      codes: isOrder ? this.codesOfOrder(row) : this.codesOfItems(row, item),
      ...sums,
    }
  }

  /** An order's rows in its account, and how it stands; undefined of what is no order. */
  standingOf(row: TransactionRow): OrderStandingRow | undefined {
    return this.parts.standings.get(standingKey(row.account_id, row.document_id ?? ""))
  }

  /** What was read of a transaction. */
  row(index: number): TransactionRow {
    const row = this.rows.get(index)
    if (!row) throw new Error(`transaction ${index} of a page was not read`)
    return row
  }

  private documentNumberOf(row: TransactionRow, isOrder: boolean): DocumentNumberView | null {
    const { ofOrders, ofItems } = this.parts.documentNumbers
    return (isOrder ? ofOrders.get(row.document_id ?? "") : ofItems.get(row.id)) ?? null
  }

  private undoOf(item: OpenItem): UndoableAct | null {
    const undoable = undoableOf(item)
    return undoable && !this.parts.undone.has(undoable.undoneKey) ? undoable.act : null
  }

  /** The side that has more shows the difference: an order's charges are net of rounding. */
  private sumsOf(
    row: TransactionRow,
    kind: TransactionKind,
  ): Pick<AccountTransactionView, "charges" | "payments" | "open" | "side"> {
    const [debits, credits] = [BigInt(row.debits), BigInt(row.credits)]
    const [openDebits, openCredits] = [BigInt(row.open_debits), BigInt(row.open_credits)]
    const net = debits - credits
    const owes = kind === "order" || openDebits > 0n || (openCredits === 0n && net > 0n)
    return {
      charges: moneyOf(this.parts, row, net > 0n ? net : 0n),
      payments: moneyOf(this.parts, row, net < 0n ? -net : 0n),
      open: moneyOf(this.parts, row, owes ? openDebits : openCredits),
      side: owes ? "debit" : "credit",
    }
  }

  private stateOfItems({
    debits,
    credits,
    open_debits: openDebits,
    open_credits: openCredits,
  }: TransactionRow): State {
    const amount = BigInt(debits) + BigInt(credits)
    return stateOfItem({ amount, allocated: amount - BigInt(openDebits) - BigInt(openCredits) })
  }

  private stateOfOrder(row: TransactionRow): State {
    const standing = this.standingOf(row)
    if (!standing) return "none"
    return stateOfDocument({
      open: BigInt(standing.open),
      applied: BigInt(standing.applied),
      hasProblems: standing.problems.length > 0,
      coverage: (this.parts.plans.get(BigInt(standing.document_id)) ?? UNPLANNED).coverage,
    })
  }

  private codesOfOrder(row: TransactionRow): MatchingCode[] {
    const rank = this.standingOf(row)?.rank ?? null
    return rank === null ? [] : [codeOf(rank, this.stateOfOrder(row) === "full")]
  }

  /**
   * What pays carries a code for each order that it pays; what is owed besides lines, that of its order once settled, and what
   * is owed without an order, those of what pays it.
   */
  private codesOfItems(row: TransactionRow, item: OpenItem): MatchingCode[] {
    if (item.side === "debit" && (item.documentId !== null || item.lineKey === null))
      return item.allocated > 0n && item.kind !== "transfer" ? this.codesOfOrder(row) : []
    const ids = new Set(row.ids)
    const codes = new Map<number, MatchingCode>()
    for (const leg of this.parts.legs) {
      if (ids.has(leg.item_id) && leg.account_id === row.account_id)
        codes.set(leg.rank, codeOf(leg.rank, leg.closed))
    }
    return [...codes.values()].toSorted((one, other) => one.rank - other.rank)
  }
}

/** An amount of a transaction, in minor units, as its account's currency writes it. */
export const moneyOf = (
  parts: Pick<TransactionParts, "digitsOf">,
  row: Pick<TransactionRow, "account_id">,
  units: bigint,
): string => decimalOf(units, parts.digitsOf(row.account_id))

const OF_ORDERS = ["charge", "fee", "shipping", "return_shipping", "rounding"] as const
const OF_LINES = ["adjustment", "credit_line", "cancellation"] as const

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  (names as readonly string[]).includes(name)

/** A credit of lines by one name; all else by what it is. */
function kindOf({ document_id: documentId, ids }: TransactionRow, { kind }: OpenItem): TransactionKind {
  if (isOneOf(OF_ORDERS, kind)) return "order"
  if (isOneOf(OF_LINES, kind)) return documentId !== null && ids.length === 0 ? "order" : "credit"
  return kind
}
