import { rowKindOf } from "../domain/key"
import type {
  DocumentNumberView,
  MatchingCode,
  MatrixCell,
  MatrixColumn,
  MatrixRow,
  OrderReconciliation,
} from "../../../types/http"
import { matchingCode } from "../domain/matching-code"
import type { Cell } from "../domain/order/cells"
import type { Column } from "../domain/order/columns"
import { matrixOf, type Matrix, type Row } from "../domain/order/matrix"
import { decimalOf } from "../domain/money"
import { referenceOfOrder } from "../domain/payment-reference"
import { signedAmount, type Allocation, type OpenItem } from "../domain/open-item"
import { refundableRows } from "../domain/refunds/refundable"
import { stateOfDocument, stateOfItem } from "../domain/order/status"
import { warningsOf } from "../domain/order/warnings"
import { loadAllocations } from "../ledger/load-document.sql"
import { readAccount, readCodesOfItems } from "../ledger/read-account.sql"
import type { Session } from "../ledger/database"
import { ledgerOf } from "./ledger-view"
import { inferredOf } from "./confirm-inferred"
import { firstDue, viewOfTerms } from "./terms-view"
import { explanationOf, type Naming } from "../items/explanation-view"
import { foreignItems, movedAwayOf } from "../items/foreign-items"
import { documentNumbersOf } from "../document-numbers/numbers-of"
import { numbersOf } from "../receipts/with-numbers"
import { meansOf } from "../items/open-item-view"
import { accountNotFound, findDocument } from "../ledger/documents"
import { viewOfPaymentPlan } from "../instalments/payment-plan-view"
import { planStandings, UNPLANNED } from "../instalments/plans"
import { refundChoicesOf, refundsOfRows } from "../refunds/stored-refund-choice"
import { accountOf, allocationOf, type AccountRow, type AllocationRow } from "../ledger/rows"

export type LedgerRow = Omit<MatrixRow, "quantity" | "parts">

/** An order's reconciliation without what only the host knows: names of people, quantities and prices, and that it is cancelled. */
export type LedgerOrder = Omit<
  OrderReconciliation,
  "read" | "customer" | "billing_name" | "cancelled_at" | "mirrors" | "payment_qr" | "rows"
> & { readonly rows: readonly LedgerRow[] }

/** Reads one order's matrix, states and codes; undefined when the ledger has not seen it. */
export async function viewOrder(
  session: Session,
  orderId: string,
  today: string,
): Promise<LedgerOrder | undefined> {
  const loaded = await findDocument(session, orderId)
  if (!loaded) return undefined
  const [accountRow] = await session.run<AccountRow>(readAccount, [loaded.document.accountId])
  if (!accountRow) throw accountNotFound(loaded.document.accountId.toString())
  const { digits, currencyCode } = accountOf(accountRow)
  const allocations = (await session.run<AllocationRow>(loadAllocations, [loaded.document.id])).map(
    allocationOf,
  )
  const items = [...loaded.items, ...(await foreignItems(session, loaded, allocations))]
  const matrix = matrixOf({ documentId: loaded.document.id, items, allocations })
  const legs = await legsOf(session, matrix.columns)
  const { document } = loaded
  const standings = await planStandings(session, [{ ...document, open: matrix.open }], today)
  const standing = standings.get(document.id) ?? UNPLANNED
  const state = stateOfDocument({
    open: matrix.open,
    applied: matrix.applied,
    hasProblems: document.problems.length > 0,
    coverage: standing.coverage,
  })
  const choices = refundsOfRows(await refundChoicesOf(session, [orderId]))
  const refundable = refundableRows({
    documentId: document.id,
    rows: matrix.rows,
    items,
    allocations,
    chosen: choices,
  })
  const rowTitles = new Map(matrix.rows.map(({ key, first }) => [key, first.title]))
  const columns = matrix.columns.map(({ item }) => item.id.toString())
  const numbers = await numbersOf(session, columns)
  const papers = await documentNumbersOf(session, { orders: [document.id.toString()], items: columns })
  const inferred = new Set(await inferredCells(session, document.id, matrix))
  const view = new OrderView({ digits, rowTitles }, items, { legs, numbers, papers: papers.ofItems })
  return {
    id: document.orderId,
    display_id: document.displayId,
    placed_at: document.placedAt,
    currency_code: currencyCode,
    digits,
    account_id: document.accountId.toString(),
    document_id: document.id.toString(),
    payment_reference: referenceOfOrder(document),
    document_number: papers.ofOrders.get(document.id.toString()) ?? null,
    version: document.version,
    state,
    code: document.rank === null ? null : codeOf(document.rank, state === "full"),
    problems: document.problems.map((problem) => ({ ...problem, facts: problem.facts ?? {} })),
    warnings: warningsOf(matrix, digits),
    inferred: inferred.size,
    columns: matrix.columns.map((column) => view.column(column)),
    rows: matrix.rows.map((row) => view.row(row, refundable.get(row.key)?.most ?? 0n)),
    cells: matrix.cells.map((cell) => view.cell(cell, inferred.has(cell))),
    totals: view.totals(matrix),
    ...ledgerOf({ items, allocations, movedAway: await movedAwayOf(session, items) }, digits),
    expected_returns: decimalOf(
      document.expected.reduce((sum, { amount }) => sum + amount, 0n),
      digits,
    ),
    plan: viewOfPaymentPlan(document, standing, { digits, today, open: matrix.open }),
    terms: document.terms && viewOfTerms(document.terms),
  }
}

/** The cells that a back-fill inferred and nobody has confirmed; a question to the database only where there are some. */
async function inferredCells(session: Session, documentId: bigint, { cells }: Matrix): Promise<Cell[]> {
  const isOf = ({ parts }: Cell, has: (allocation: Allocation) => boolean): boolean =>
    parts.some((part) => "allocation" in part && has(part.allocation))
  if (!cells.some((cell) => isOf(cell, ({ origin }) => origin === "backfill"))) return []
  const inferred = await inferredOf(session, documentId)
  return cells.filter((cell) => isOf(cell, ({ id }) => inferred.has(id)))
}

interface LegRow {
  readonly item_id: string
  readonly rank: number
  readonly closed: boolean
  readonly amount: string
}

async function legsOf(session: Session, columns: readonly Column[]): Promise<Map<bigint, LegRow[]>> {
  const legs = new Map<bigint, LegRow[]>()
  const ids = columns.map(({ item }) => item.id)
  if (ids.length === 0) return legs
  for (const row of await session.run<LegRow>(readCodesOfItems, [ids])) {
    const id = BigInt(row.item_id)
    legs.set(id, [...(legs.get(id) ?? []), row])
  }
  return legs
}

export function codeOf(rank: number, closed: boolean): MatchingCode {
  return { rank, code: matchingCode(rank, closed), closed }
}

/** What else is known of columns, by the id of each. */
interface OfColumns {
  readonly legs: ReadonlyMap<bigint, LegRow[]>
  readonly numbers: ReadonlyMap<string, string>
  /** Of other programs. */
  readonly papers: ReadonlyMap<string, DocumentNumberView>
}

class OrderView {
  private readonly items: ReadonlyMap<bigint, OpenItem>

  constructor(
    private readonly naming: Naming,
    items: readonly OpenItem[],
    private readonly ofColumns: OfColumns,
  ) {
    this.items = new Map(items.map((item) => [item.id, item]))
  }

  column(column: Column): MatrixColumn {
    const { item, items } = column
    const sumOf = (name: "amount" | "allocated"): bigint => items.reduce((sum, one) => sum + one[name], 0n)
    return {
      id: item.id.toString(),
      kind: column.kind,
      reference: item.reference,
      receipt_number: this.ofColumns.numbers.get(item.id.toString()) ?? null,
      document_number: this.ofColumns.papers.get(item.id.toString()) ?? null,
      ...meansOf(item),
      occurred_on: item.occurredOn,
      amount: this.money(column.amount),
      on_this_order: this.money(column.onThisOrder),
      paid_back: this.money(column.paidBack),
      elsewhere: { amount: this.money(column.elsewhere.amount), orders: column.elsewhere.documents },
      unallocated: this.money(column.unallocated),
      state: stateOfItem({ amount: sumOf("amount"), allocated: sumOf("allocated") }),
      codes: (this.ofColumns.legs.get(item.id) ?? []).map(({ rank, closed, amount }) => ({
        ...codeOf(rank, closed),
        amount: this.money(BigInt(amount)),
      })),
    }
  }

  row(row: Row, refundable: bigint): LedgerRow {
    return {
      key: row.key,
      kind: rowKindOf(row.key),
      title: row.first.title,
      amount: this.money(row.amount),
      adjustments: row.adjustments.map((item) => ({
        id: item.id.toString(),
        kind: item.kind,
        occurred_on: item.occurredOn,
        amount: this.money(signedAmount(item)),
      })),
      net: this.money(row.net),
      allocated: this.money(row.allocated),
      open: this.money(row.open),
      refundable: this.money(refundable),
      due: firstDue([row.first, ...row.adjustments]),
      state: row.open === 0n ? "full" : row.allocated > 0n ? "partial" : "none",
    }
  }

  cell(cell: Cell, inferred: boolean): MatrixCell {
    return {
      row: cell.row,
      column: cell.columnItemId.toString(),
      amount: this.money(cell.amount),
      inferred,
      explanations: cell.parts.flatMap((part) => explanationOf(part, this.items, this.naming)),
    }
  }

  totals({ rows, cells, columns }: Matrix): OrderReconciliation["totals"] {
    const sum = (amounts: readonly bigint[]): string =>
      this.money(amounts.reduce((total, amount) => total + amount, 0n))
    return {
      owed: sum(rows.map(({ net }) => net)),
      allocated: sum(cells.map(({ amount }) => amount)),
      open: sum(rows.map(({ open }) => open)),
      unallocated: sum(columns.map(({ unallocated }) => unallocated)),
    }
  }

  private money(units: bigint): string {
    return decimalOf(units, this.naming.digits)
  }
}
