import { keyOf } from "../domain/key"
import type { RefundView } from "../../../types/http"
import type { RepaidLine } from "../domain/posting/document-state"
import { decimalOf } from "../domain/money"
import type { RefundOfRows } from "../domain/refunds/refundable"
import { findRefundChoice, readDigitsOfOrder, readRefundChoices } from "./refund-choice.sql"
import type { Session } from "../ledger/database"

/** A stored choice, for ingest and for whoever asks again under its key. */
export interface StoredRefundChoice {
  readonly id: string
  /** What its refund carries in the host; null for a choice made before refunds carried one. */
  readonly mark: string | null
  readonly orderId: string
  readonly paymentId: string
  readonly amount: bigint
  readonly lines: readonly RepaidLine[]
  readonly at: string
  readonly requestHash: string | null
  /** Null for a choice made before refunds carried one. */
  readonly state: "making" | "made" | null
  readonly refundId: string | null
  readonly completed: boolean
}

export interface RefundChoiceRow {
  id: string
  order_id: string
  payment_id: string
  amount: string
  lines: { line: string; amount: string; lowers?: string }[]
  at: string
  request_hash: string | null
  state: "making" | "made" | null
  refund_id: string | null
  completed: boolean | null
}

/** The choices made for some orders, oldest first. */
export async function refundChoicesOf(
  session: Session,
  orderIds: readonly string[],
): Promise<StoredRefundChoice[]> {
  return (await session.run<RefundChoiceRow>(readRefundChoices, [orderIds])).map(choiceOf)
}

export async function refundChoiceByKey(
  session: Session,
  key: string,
): Promise<StoredRefundChoice | undefined> {
  return (await session.run<RefundChoiceRow>(findRefundChoice, [key])).map(choiceOf)[0]
}

export function choiceOf(row: RefundChoiceRow): StoredRefundChoice {
  return {
    id: row.id,
    mark: row.state === null ? null : row.id,
    orderId: row.order_id,
    paymentId: row.payment_id,
    amount: BigInt(row.amount),
    lines: row.lines.map(({ line, amount, lowers }) => ({
      lineKey: line,
      amount: BigInt(amount),
      ...(lowers !== undefined && { lowers: BigInt(lowers) }),
    })),
    at: row.at,
    requestHash: row.request_hash,
    state: row.state,
    refundId: row.refund_id,
    completed: row.completed === true,
  }
}

/** The refund that a choice became, as routes answer with it; undefined where the host has made none yet. */
export async function viewOfRefund(
  session: Session,
  choice: StoredRefundChoice | undefined,
): Promise<RefundView | undefined> {
  if (!choice || choice.refundId === null) return undefined
  const [account] = await session.run<{ digits: number }>(readDigitsOfOrder, [choice.orderId])
  return {
    id: choice.refundId,
    amount: decimalOf(choice.amount, account?.digits ?? 0),
    completed: choice.completed,
  }
}

/** What choices have promised: those made before refunds carried them are told by their refunds alone. */
export function refundsOfRows(choices: readonly StoredRefundChoice[]): RefundOfRows[] {
  return choices.flatMap(({ state, refundId, lines }) =>
    state === null ? [] : [{ key: refundId === null ? null : keyOf("refund", refundId), lines }],
  )
}
