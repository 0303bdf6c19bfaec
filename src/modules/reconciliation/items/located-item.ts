import { openItemOf, type OpenItemRow } from "../ledger/rows"
import type { OpenItem } from "../domain/open-item"

/** An item with the account it is in, and where its order is now. */
export interface LocatedItemRow extends OpenItemRow {
  account_id: string
  order_id: string | null
  document_account_id: string | null
}

export interface LocatedItem {
  readonly item: OpenItem
  readonly accountId: bigint
  readonly orderId: string | null
  /** The account of its order now; of no order, its own. */
  readonly home: bigint
}

export function locatedItemOf(row: LocatedItemRow): LocatedItem {
  return {
    item: openItemOf(row),
    accountId: BigInt(row.account_id),
    orderId: row.order_id,
    home: BigInt(row.document_account_id ?? row.account_id),
  }
}
