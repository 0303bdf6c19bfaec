import type { MedusaContainer } from "@medusajs/framework/types"
import type { ListedTransactionView, WhyOpen } from "../../types/http"
import { graph } from "../../workflows/host/graph"

type Row = Pick<ListedTransactionView, "kind" | "order" | "charges" | "why" | "next_step">

interface LinkedPayments {
  order_id: string
  payment_collection?: {
    payments?: ({ captured_at?: unknown; canceled_at?: unknown } | null)[] | null
  } | null
}

/**
 * Rows of a list as the host's payments have it at this moment: of an order that waits for money which the host holds
 * already, authorised and not captured, that is the reason, and to capture it the next step. Nothing in the ledger tells
 * it: what is only authorised is nobody's money, and lapses at its provider without a word.
 */
export async function withCapturable<Listed extends Row>(
  scope: MedusaContainer,
  rows: readonly Listed[],
): Promise<Listed[]> {
  const waiting = rows.flatMap((one) => orderToPay(one) ?? [])
  const capturable = await ordersWithCapturable(scope, waiting)
  return rows.map((one) =>
    capturable.has(orderToPay(one) ?? "")
      ? { ...one, why: notCaptured(one), next_step: { act: "capture" } }
      : one,
  )
}

/**
 * The order of a row that merely waits for money, and has none on its account; null of all others. A late instalment stays
 * late whatever is authorised, and what was taken back of an order is another row than the order.
 */
export function orderToPay({ kind, order, why, next_step: step }: Row): string | null {
  const isUnpaid = why?.code === "nothing_paid" || why?.code === "partly_paid"
  return kind === "order" && order && isUnpaid && step?.act === "record_payment" ? order.id : null
}

const notCaptured = ({ why, charges }: Row): Extract<WhyOpen, { code: "not_captured" }> =>
  why?.code === "partly_paid"
    ? { code: "not_captured", paid: why.paid, total: why.total }
    : { code: "not_captured", paid: null, total: charges }

/** Those of some orders of which a payment was authorised, and neither captured in full nor cancelled. */
async function ordersWithCapturable(
  scope: MedusaContainer,
  orderIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set()
  const linked = await graph<LinkedPayments>(scope, "order_payment_collection", {
    fields: [
      "order_id",
      "payment_collection.payments.captured_at",
      "payment_collection.payments.canceled_at",
    ],
    filters: { order_id: [...new Set(orderIds)] },
  })
  return new Set(
    linked.flatMap(({ order_id: id, payment_collection: collection }) =>
      (collection?.payments ?? []).some((payment) => payment && !payment.captured_at && !payment.canceled_at)
        ? [id]
        : [],
    ),
  )
}
