import type { OwnerType } from "../domain/owner"
import type { KnownOrder } from "../domain/posting/known-order"
import { loadKnown } from "./load-known.sql"
import type { Session } from "../ledger/database"

interface KnownRow {
  order_id: string
  display_id: string
  owner_type: OwnerType
  owner_id: string
  currency_code: string
  digits: number
  placed_at: string
  placed_on: string
  host_version: number
  version: string
  money_keys: string[]
}

/** Those of some orders that the ledger knows, as it knows them. */
export async function readKnownOrders(
  session: Pick<Session, "run">,
  orderIds: readonly string[],
): Promise<KnownOrder[]> {
  if (orderIds.length === 0) return []
  const rows = await session.run<KnownRow>(loadKnown, [orderIds])
  return rows.map((row) => ({
    orderId: row.order_id,
    displayId: row.display_id,
    ownerType: row.owner_type,
    ownerId: row.owner_id,
    currencyCode: row.currency_code,
    digits: row.digits,
    placedAt: row.placed_at,
    placedOn: row.placed_on,
    hostVersion: row.host_version,
    version: Number(row.version),
    moneyKeys: row.money_keys,
  }))
}
