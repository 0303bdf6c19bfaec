import { ReconciliationError } from "../domain/errors"
import { matrixOf, type Row } from "../domain/matrix"
import { decimalOf, positiveMinorUnitsOf } from "../domain/money"
import type { PinnedLine } from "../domain/pinned-line"
import { keepRefundChoice, readRefundChoices } from "../sql/refund-choice"
import { loadAllocations } from "../sql/load-document"
import { readAccount } from "../sql/read-account"
import type { ChangeContext } from "./change"
import type { Session } from "./database"
import { findDocument } from "./ledger"
import { foreignItems } from "./order-view"
import { accountOf, allocationOf, type AccountRow, type AllocationRow } from "./rows"

/** Which lines of an order a refund shall pay back; amounts are decimal strings. */
export interface ChooseRefundLines {
  readonly orderId: string
  readonly paymentId: string
  readonly amount: string
  /** Row keys of the order's matrix ("line:…", "ship:…") with what each gets back. */
  readonly lines: readonly { readonly row: string; readonly amount: string }[]
  readonly actor: ChangeContext["actor"]
}

/**
 * Keeps the choice for the refund that is about to be made. No line gets back more than it has received.
 *
 * @returns the choice's id
 * @throws order_not_reconciled | row_unknown | refund_above_received | refund_lines_differ
 */
export async function chooseRefundLines(session: Session, input: ChooseRefundLines): Promise<string> {
  const loaded = await findDocument(session, input.orderId)
  if (!loaded) throw notReconciled(input.orderId)
  const [accountRow] = await session.run<AccountRow>(readAccount, [loaded.document.accountId])
  const digits = accountRow ? accountOf(accountRow).digits : 0
  const amount = positiveMinorUnitsOf(input.amount, digits)
  const rows = await session.run<AllocationRow>(loadAllocations, [loaded.document.id])
  const allocations = rows.map(allocationOf)
  const items = [...loaded.items, ...(await foreignItems(session, loaded, allocations))]
  const matrix = matrixOf({ documentId: loaded.document.id, items, allocations })
  const lines = linesOf(input, matrix.rows, digits)
  const sum = lines.reduce((total, line) => total + line.amount, 0n)
  if (sum !== amount) throw differ(input, decimalOf(sum, digits))
  const stored = JSON.stringify(lines.map((line) => ({ line: line.lineKey, amount: line.amount.toString() })))
  const { orderId, paymentId, actor } = input
  const [kept] = await session.run<{ id: string }>(keepRefundChoice, [
    orderId,
    paymentId,
    amount,
    stored,
    actor.type,
    actor.id,
    new Date().toISOString(),
  ])
  if (!kept) throw new Error("the choice was not kept")
  return kept.id
}

function linesOf({ orderId, lines }: ChooseRefundLines, rows: readonly Row[], digits: number): PinnedLine[] {
  const chosen = new Map<string, bigint>()
  for (const { row, amount } of lines)
    chosen.set(row, (chosen.get(row) ?? 0n) + positiveMinorUnitsOf(amount, digits))
  return [...chosen].map(([lineKey, amount]) => {
    const row = rows.find(({ key }) => key === lineKey)
    if (!row) throw unknownRow(orderId, lineKey)
    const received = row.allocated > 0n ? row.allocated : 0n
    if (amount > received) throw aboveReceived(orderId, row, decimalOf(received, digits))
    return { lineKey, amount }
  })
}

/** A stored choice, for ingest. */
export interface StoredRefundChoice {
  readonly orderId: string
  readonly paymentId: string
  readonly amount: bigint
  readonly lines: readonly PinnedLine[]
  readonly at: string
}

/** The choices made for some orders, oldest first. */
export async function refundChoicesOf(
  session: Session,
  orderIds: readonly string[],
): Promise<StoredRefundChoice[]> {
  const rows = await session.run<{
    order_id: string
    payment_id: string
    amount: string
    lines: { line: string; amount: string }[]
    at: string
  }>(readRefundChoices, [orderIds])
  return rows.map((row) => ({
    orderId: row.order_id,
    paymentId: row.payment_id,
    amount: BigInt(row.amount),
    lines: row.lines.map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) })),
    at: row.at,
  }))
}

function notReconciled(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "order_not_reconciled",
    message: `The ledger has not read order ${orderId.slice(0, 60)} yet.`,
    ids: { order_id: orderId.slice(0, 60) },
    remedy: "Reconcile the order first: POST /admin/reconciliation/orders/:id/reconcile.",
  })
}

function unknownRow(orderId: string, row: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "row_unknown",
    message: `The order has no row "${row.slice(0, 60)}".`,
    ids: { order_id: orderId, row: row.slice(0, 60) },
    remedy: "Send the key of a row of the order's matrix: GET /admin/reconciliation/orders/:id.",
  })
}

function aboveReceived(orderId: string, { key, first }: Row, received: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "refund_above_received",
    message: `"${first.title}" has received ${received}; a refund cannot pay back more of it.`,
    ids: { order_id: orderId, row: key },
    remedy: `Pay back at most ${received} of this row, and the rest of other rows.`,
  })
}

function differ({ orderId, amount }: ChooseRefundLines, sum: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "refund_lines_differ",
    message: `The rows add up to ${sum}, the refund is ${amount}.`,
    ids: { order_id: orderId },
    remedy: "Send rows that add up to the amount of the refund.",
  })
}
