import type { MirrorRefusal, MirrorState, MirrorView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import { listOfDocument } from "./mirrors.sql"

/** A row of the outbox with what it speaks of. */
export interface MirrorRow {
  id: string
  number: string
  host_name: string
  document_id: string
  credit_item_id: string
  amount: string
  state: MirrorState
  attempts: number
  next_at: string | null
  since: string
  refusal: MirrorRefusal["code"] | null
  error: string | null
  order_id: string
  display_id: string
  reference: string
  method: string | null
  occurred_on: string
  currency_code: string
  digits: number
  withdrawn_kind: string | null
  withdrawn_by: string | null
}

export function viewOfMirror(row: MirrorRow): MirrorView {
  const amount = decimalOf(BigInt(row.amount), row.digits)
  return {
    id: row.id,
    order_id: row.order_id,
    display_id: row.display_id,
    payment_id: row.credit_item_id,
    payment: row.reference,
    method: row.method,
    occurred_on: row.occurred_on,
    currency_code: row.currency_code,
    digits: row.digits,
    amount,
    since: row.since,
    state: row.state,
    refusal: row.refusal === null ? null : refusalOf(row.refusal, { display: row.display_id, amount }),
    error: row.error,
    attempts: row.attempts,
    next_attempt_at: row.next_at,
  }
}

/** What of an order's money the host does not simply count. */
export async function openMirrorsOf(session: Session, documentId: string): Promise<MirrorView[]> {
  return (await session.run<MirrorRow>(listOfDocument, [documentId])).map(viewOfMirror)
}

/** What a person is told of a refused mirror. */
function refusalOf(
  code: MirrorRefusal["code"],
  { display, amount }: { readonly display: string; readonly amount: string },
): MirrorRefusal {
  switch (code) {
    case "order_cancelled":
      return {
        code,
        message: `Order #${display} is cancelled: the payment stays on the customer's account.`,
        remedy: "Take the payment off this order, then apply it to another one or pay it back.",
      }
    case "order_draft":
      return {
        code,
        message: `Order #${display} is a draft and owes nothing yet: the payment stays on account.`,
        remedy: "Convert the draft into an order; the payment follows by itself.",
      }
    case "nothing_open":
      return {
        code,
        message: `Order #${display} owes nothing any more: ${amount} stays on account.`,
        remedy: "Look for the same money among the order's own payments; take one of the two off the order.",
      }
  }
}
