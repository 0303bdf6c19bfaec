import type { AccountTransactionView, MatchingCode, TransactionKind, UndoableAct } from "../../../types/http"
import { isKeyOf } from "../domain/key"
import { decimalOf } from "../domain/money"
import type { OpenItem } from "../domain/open-item"
import { stateOfDocument, stateOfItem, type State } from "../domain/order/status"
import { UNPLANNED } from "../instalments/plans"
import { meansOf } from "../items/open-item-view"
import { openItemOf } from "../ledger/rows"
import { codeOf } from "../orders/order-view"
import type { TransactionParts, TransactionRow } from "./transaction-rows"
import { undoableOf } from "./undoable"

/** The transactions of a page as the HTTP contract shows them. */
export class TransactionViews {
  private readonly rows: ReadonlyMap<number, TransactionRow>

  constructor(private readonly parts: TransactionParts) {
    this.rows = new Map(parts.rows.map((row) => [row.place - 1, row]))
  }

  /** @param balance minor units, after it */
  view(index: number, balance: bigint): AccountTransactionView {
    const row = this.rows.get(index)
    if (!row) throw new Error(`a transaction of account ${this.parts.account.id} was not read`)
    const item = openItemOf(row)
    const kind = kindOf(row, item)
    const sums = this.sumsOf(row, kind)
    const isOrder = kind === "order"
    return {
      id: isOrder ? `order_${row.document_id}` : `item_${item.id}`,
      kind,
      occurred_on: isOrder ? (row.placed_on ?? item.occurredOn) : item.occurredOn,
      order: row.order_id === null ? null : { id: row.order_id, display_id: row.display_id ?? row.order_id },
      item_id: isOrder ? null : item.id.toString(),
      title: item.lineKey === null || isKeyOf("creditLine", item.lineKey) ? null : row.first_title,
      lines: item.lineKey === null ? 0 : row.lines,
      reference: item.reference,
      receipt_number: isOrder ? null : (this.parts.numbers.get(item.id.toString()) ?? null),
      ...meansOf(item),
      state: isOrder ? this.stateOfOrder(row) : this.stateOfItems(row),
      codes: isOrder ? this.codesOfOrder(row) : this.codesOfItems(row, item),
      ...sums,
      balance: this.money(balance),
      other_account: this.parts.others.get(item.id.toString()) ?? null,
      undo: isOrder ? null : this.undoOf(item),
    }
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
      charges: this.money(net > 0n ? net : 0n),
      payments: this.money(net < 0n ? -net : 0n),
      open: this.money(owes ? openDebits : openCredits),
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

  private stateOfOrder({ document_id: id }: TransactionRow): State {
    const standing = this.parts.standings.get(BigInt(id ?? 0))
    if (!standing) return "none"
    return stateOfDocument({
      open: BigInt(standing.open),
      applied: BigInt(standing.applied),
      hasProblems: standing.problems.length > 0,
      coverage: (this.parts.plans.get(BigInt(standing.document_id)) ?? UNPLANNED).coverage,
    })
  }

  private codesOfOrder(row: TransactionRow): MatchingCode[] {
    const rank = this.parts.standings.get(BigInt(row.document_id ?? 0))?.rank ?? null
    return rank === null ? [] : [codeOf(rank, this.stateOfOrder(row) === "full")]
  }

  /** What pays carries a code for each order that it pays; what is owed besides lines, that of its order once settled. */
  private codesOfItems(row: TransactionRow, item: OpenItem): MatchingCode[] {
    if (item.side === "debit")
      return item.allocated > 0n && item.kind !== "transfer" ? this.codesOfOrder(row) : []
    const ids = new Set(row.ids)
    const codes = new Map<number, MatchingCode>()
    for (const leg of this.parts.legs) {
      if (ids.has(leg.item_id)) codes.set(leg.rank, codeOf(leg.rank, leg.closed))
    }
    return [...codes.values()].toSorted((one, other) => one.rank - other.rank)
  }

  private money(units: bigint): string {
    return decimalOf(units, this.parts.account.digits)
  }
}

/** A credit of lines by one name; all else by what it is. */
function kindOf({ document_id: documentId, ids }: TransactionRow, { kind }: OpenItem): TransactionKind {
  switch (kind) {
    case "payment":
    case "deposit":
    case "stored_value":
    case "refund":
    case "void":
    case "reversal":
    case "write_off":
    case "cash_discount":
    case "transfer":
      return kind
    case "charge":
    case "fee":
    case "shipping":
    case "return_shipping":
    case "rounding":
      return "order"
    case "adjustment":
    case "credit_line":
    case "cancellation":
      return documentId !== null && ids.length === 0 ? "order" : "credit"
  }
}
