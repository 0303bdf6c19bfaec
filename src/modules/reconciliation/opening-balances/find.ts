import type { OpenItem } from "../domain/open-item"
import { isItemId } from "../items/find-money"
import type { Session } from "../ledger/database"
import { lockAccountById } from "../ledger/documents"
import { openItemOf, type Account, type OpenItemRow } from "../ledger/rows"
import { findOpeningBalance } from "./opening-balances.sql"
import { refuseOpening } from "./refusals"

/** An opening balance that stands, in its account, locked. */
export interface StandingOpening {
  readonly item: OpenItem
  readonly account: Account
}

type Row = OpenItemRow & { readonly account_id: string; readonly undone: boolean }

/** @throws opening_not_found | opening_undone */
export async function lockOpening(session: Session, id: string): Promise<StandingOpening> {
  const find = async (): Promise<Row> => {
    const [row] = isItemId(id) ? await session.run<Row>(findOpeningBalance, [id]) : []
    if (!row) throw refuseOpening.notFound(id)
    return row
  }
  const account = await lockAccountById(session, BigInt((await find()).account_id))
  const row = await find()
  if (row.undone) throw refuseOpening.undone(id)
  return { item: openItemOf(row), account }
}
