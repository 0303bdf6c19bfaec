import type { RepaidLine } from "../domain/posting/document-state"
import type { HistoryInput } from "./history"
import { present, type HostMoneyRow, type HostOrder } from "./host-order"
import { CHOICE_MARK } from "./repayments"

/** A refund of chosen rows that the host has not made; amounts are decimal strings. */
export interface RefundToBe {
  readonly paymentId: string
  readonly amount: string
  /** What the host would lower the order by: the amount of its credit line; "0" where it writes none. */
  readonly lowers: string
  readonly lines: readonly RepaidLine[]
}

const NAME = "reconciliation_preview"

/**
 * The order as the host would show it had it made the refund at the moment of the read: the refund, counted in the
 * order's version, and in the next version the credit line for what the host did not owe before.
 */
export function withRefund(input: HistoryInput, refund: RefundToBe): HistoryInput {
  const { order, readAt, refundChoices = [] } = input
  const { paymentId, amount, lowers, lines } = refund
  const choice = { mark: NAME, paymentId, amount: 0n, lines, at: readAt }
  const row: HostMoneyRow = {
    id: NAME,
    raw_amount: { value: amount },
    created_at: readAt,
    metadata: { [CHOICE_MARK]: NAME },
  }
  const refunded: HostOrder = {
    ...order,
    payment_collections: present(order.payment_collections).map((collection) => ({
      ...collection,
      payments: present(collection.payments).map((payment) =>
        payment.id === paymentId ? { ...payment, refunds: [...present(payment.refunds), row] } : payment,
      ),
    })),
    transactions: [
      ...present(order.transactions),
      {
        reference: "refund",
        reference_id: NAME,
        version: order.version,
        raw_amount: { value: `-${amount}` },
      },
    ],
  }
  const choices = [...refundChoices, choice]
  return /^0*(\.0*)?$/.test(lowers)
    ? { ...input, order: refunded, refundChoices: choices }
    : { ...lowered(input, refunded, lowers), refundChoices: choices }
}

/** A moment later the host writes its credit line, in a version of its own. */
function lowered(input: HistoryInput, order: HostOrder, lowers: string): HistoryInput {
  const version = order.version + 1
  const at = new Date(Date.parse(input.readAt) + 1).toISOString()
  const line = {
    id: NAME,
    raw_amount: { value: lowers },
    created_at: at,
    metadata: { created_in_version: version },
  }
  return {
    ...input,
    order: { ...order, version, credit_lines: [...present(order.credit_lines), line] },
    versions: [...input.versions, { ...order }],
    changes: [
      ...input.changes,
      { order_id: order.id, version, change_type: "credit_line", confirmed_at: at, actions: [] },
    ],
  }
}
