import { createHash } from "node:crypto"
import { refuseSurplusRefund } from "../domain/refunds/surplus-refund"
import { planChosenRefund, type HostBeforeRefund } from "../domain/refunds/chosen-refund"
import type { RepaidLine } from "../domain/posting/document-state"
import { ReconciliationError } from "../domain/errors"
import { matrixOf } from "../domain/order/matrix"
import { positiveMinorUnitsOf } from "../domain/money"
import { isLineCredit, openAmount, type OpenItem } from "../domain/open-item"
import { refundableRows } from "../domain/refunds/refundable"
import { loadAllocations } from "../ledger/load-document.sql"
import { readAccount } from "../ledger/read-account.sql"
import { keepRefundChoice } from "./refund-choice.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { findDocument } from "../ledger/documents"
import { foreignItems } from "../items/foreign-items"
import { orderNotRead } from "../ledger/lock"
import { refundChoiceByKey, refundChoicesOf, refundsOfRows } from "./stored-refund-choice"
import { accountOf, allocationOf, type AccountRow, type AllocationRow } from "../ledger/rows"

/** A refund of chosen rows as it is asked for; amounts are decimal strings. */
export interface RefundRequest {
  readonly orderId: string
  readonly paymentId: string
  readonly amount: string
  /** Row keys of the order's matrix ("line:…", "ship:…") with what each gets back. */
  readonly lines: readonly { readonly row: string; readonly amount: string }[]
  /** Pays back what the payment has left, and no row; then there are no lines. With the amount as it was asked for. */
  readonly surplus?: { readonly asked: string | null }
  /** Kept on the host's refund. */
  readonly reasonId: string | null
  readonly note: string | null
  /** Names the refund for good: the same key twice refunds once. */
  readonly idempotencyKey: string | null
}

export interface ChooseRefundLines extends RefundRequest {
  readonly actor: ChangeContext["actor"]
  readonly host: HostBeforeRefund
}

/**
 * Keeps the choice for the refund that is about to be made: load, plan, check, apply. Whoever calls holds the
 * order's turn, so that no other choice is made between the check and the refund.
 *
 * @returns the choice's id
 * @throws what planRefund throws
 */
export async function chooseRefundLines(session: Session, input: ChooseRefundLines): Promise<string> {
  await refuseKeyOfAnother(session, input)
  return keep(session, input, await planRefund(session, input))
}

/** What a refund would choose: minor units of it and of each line. */
export interface PlannedRefund {
  readonly digits: number
  readonly amount: bigint
  readonly lines: readonly RepaidLine[]
}

/**
 * Decides what a refund may choose, and writes nothing.
 *
 * @throws order_not_read, and what planChosenRefund or refuseSurplusRefund throws
 */
export async function planRefund(
  session: Session,
  input: Omit<ChooseRefundLines, "actor">,
): Promise<PlannedRefund> {
  const loaded = await findDocument(session, input.orderId)
  if (!loaded) throw orderNotRead(input.orderId)
  const { document } = loaded
  const [accountRow] = await session.run<AccountRow>(readAccount, [document.accountId])
  const digits = accountRow ? accountOf(accountRow).digits : 0
  const rows = await session.run<AllocationRow>(loadAllocations, [document.id])
  const allocations = rows.map(allocationOf)
  const items = [...loaded.items, ...(await foreignItems(session, loaded, allocations))]
  const matrix = matrixOf({ documentId: document.id, items, allocations })
  const chosen = refundsOfRows(await refundChoicesOf(session, [input.orderId]))
  const amount = positiveMinorUnitsOf(input.amount, digits, "amount")
  const { orderId, paymentId, host } = input
  if (input.surplus) {
    const openRefunds = openRefundsOf(loaded.items)
    const sums = { free: freeOf(loaded.items, paymentId), waiting: waitingOf(loaded.items), openRefunds }
    refuseSurplusRefund({ orderId, paymentId, digits, amount, host, ...sums })
    return { digits, amount, lines: [] }
  }
  const lines = planChosenRefund({
    orderId,
    digits,
    amount,
    wanted: wantedOf(input, digits),
    rows: matrix.rows,
    refundable: refundableRows({
      documentId: document.id,
      rows: matrix.rows,
      items,
      allocations,
      chosen,
    }),
    expected: document.expected,
    openRefunds: openRefundsOf(loaded.items),
    host,
  })
  return { digits, amount, lines }
}

/** Whoever has the order's turn knows its own keys, so this one belongs to another order. */
async function refuseKeyOfAnother(
  session: Session,
  { idempotencyKey: key }: ChooseRefundLines,
): Promise<void> {
  if (key !== null && (await refundChoiceByKey(session, key))) throw keyReused(key)
}

export function keyReused(key: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "idempotency_key_reused",
    message: `The key ${key} has named another refund before.`,
    ids: { idempotency_key: key },
    remedy: "Send a new Idempotency-Key for a new refund, or the same content for the same refund.",
  })
}

async function keep(
  session: Session,
  { orderId, paymentId, actor, ...input }: ChooseRefundLines,
  { amount, lines }: PlannedRefund,
): Promise<string> {
  const stored = lines.map((line) => ({
    line: line.lineKey,
    amount: line.amount.toString(),
    lowers: (line.lowers ?? 0n).toString(),
  }))
  const [kept] = await session.run<{ id: string }>(keepRefundChoice, [
    orderId,
    paymentId,
    amount,
    JSON.stringify(stored),
    actor.type,
    actor.id,
    new Date().toISOString(),
    input.idempotencyKey,
    requestHashOf({ orderId, paymentId, ...input }),
  ])
  if (!kept) throw new Error("the choice was not kept")
  return kept.id
}

function wantedOf({ lines }: Pick<RefundRequest, "lines">, digits: number): ReadonlyMap<string, bigint> {
  const wanted = new Map<string, bigint>()
  for (const [place, { row, amount }] of lines.entries()) {
    const units = positiveMinorUnitsOf(amount, digits, `lines.${place}.amount`)
    wanted.set(row, (wanted.get(row) ?? 0n) + units)
  }
  return wanted
}

/** What captures of a payment have left. */
function freeOf(items: readonly OpenItem[], paymentId: string): bigint {
  return items
    .filter((item) => item.kind === "payment" && item.side === "credit" && item.paymentId === paymentId)
    .reduce((sum, item) => sum + openAmount(item), 0n)
}

/** What credits of lines have left. */
function waitingOf(items: readonly OpenItem[]): bigint {
  return items.filter(isLineCredit).reduce((sum, item) => sum + openAmount(item), 0n)
}

function openRefundsOf(items: readonly OpenItem[]): bigint {
  return items
    .filter(({ kind, side }) => kind === "refund" && side === "debit")
    .reduce((sum, item) => sum + openAmount(item), 0n)
}

/** Two requests under one key are the same only when all that they ask for is. */
export function requestHashOf(request: RefundRequest): string {
  const { orderId, paymentId, amount, lines, reasonId, note, surplus } = request
  const rows = lines.map((line) => [line.row, line.amount])
  // All that is left is another amount once it is paid back.
  const content = surplus
    ? [orderId, paymentId, "surplus", surplus.asked, note]
    : [orderId, paymentId, amount, rows, reasonId, note]
  return createHash("sha256").update(JSON.stringify(content)).digest("hex")
}
