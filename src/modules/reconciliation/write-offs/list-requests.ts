import type { ListedWriteOffRequestView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import { numberCursorOf, numberPlaceOf } from "../items/keyset"
import type { Session } from "../ledger/database"
import { listWriteOffRequests } from "./statements.sql"

export interface RequestFilter {
  /** pending: nobody decided yet; decided: approved or declined; both when absent. */
  readonly status?: "pending" | "decided" | undefined
  readonly accountId?: string | undefined
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A request without the names of people, which only the host knows. */
export type LedgerListedRequest = Omit<ListedWriteOffRequestView, "requested_by_name">

export interface RequestPage {
  readonly requests: LedgerListedRequest[]
  readonly nextCursor: string | null
}

interface ListedRow {
  id: string
  account_id: string
  order_id: string | null
  display_id: string | null
  open_item_id: string | null
  row_key: string | null
  row_title: string | null
  kind: string
  amount: string
  digits: number
  currency_code: string
  owner_type: "customer" | "order"
  owner_id: string
  reason: string
  actor_type: string
  actor_id: string | null
  recorded_at: string
  decision: "approved" | "declined" | null
  decision_reason: string | null
  decided_by: string | null
}

/** A page of write-offs that wait, or waited, for a second person, the newest first. @throws cursor_malformed */
export async function listRequests(
  session: Session,
  { status, accountId, cursor, limit }: RequestFilter,
): Promise<RequestPage> {
  const rows = await session.run<ListedRow>(listWriteOffRequests, [
    cursor === undefined ? null : numberPlaceOf(cursor),
    status ?? null,
    accountId ?? null,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    requests: page.map(viewOf),
    nextCursor: rows.length > limit && last ? numberCursorOf(last.id) : null,
  }
}

const viewOf = (row: ListedRow): LedgerListedRequest => ({
  id: row.id,
  account_id: row.account_id,
  customer_id: row.owner_type === "customer" ? row.owner_id : null,
  order_id: row.order_id,
  display_id: row.display_id,
  payment_id: row.open_item_id,
  row: row.row_key,
  row_title: row.row_title,
  kind: row.kind,
  amount: decimalOf(BigInt(row.amount), row.digits),
  digits: row.digits,
  currency_code: row.currency_code,
  reason: row.reason,
  requested_by: row.actor_id ?? row.actor_type,
  requested_at: row.recorded_at,
  status: row.decision ?? "pending",
  decided_by: row.decided_by,
  decision_reason: row.decision_reason,
})
