import type { WriteOffView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import { writeOffKindOf } from "../domain/write-offs/write-off"
import { readAccount } from "../ledger/read-account.sql"
import { findPostings } from "./find"
import type { Session } from "../ledger/database"
import { viewOfItem } from "../items/open-item-view"
import { accountOf, openItemOf, type AccountRow } from "../ledger/rows"
import { writeOffNotFound } from "./refusals"

/** A write-off as it stands now. @throws write_off_not_found */
export async function viewWriteOff(session: Session, id: string): Promise<WriteOffView> {
  const rows = await findPostings(session, id)
  const [first] = rows
  const [account] = first ? await session.run<AccountRow>(readAccount, [first.account_id]) : []
  const items = rows.map(openItemOf)
  const [written] = items
  if (!first || !account || !written) throw writeOffNotFound(id)
  const place = { ...accountOf(account), accountId: first.account_id, orderId: first.order_id }
  return {
    id,
    kind: writeOffKindOf(written),
    order_id: first.order_id,
    amount: decimalOf(
      items.reduce((sum, { amount, sequence }) => (sequence === 1 ? sum + amount : sum), 0n),
      account.digits,
    ),
    currency_code: account.currency_code,
    gl_account: first.gl_account,
    occurred_on: first.occurred_on,
    undone: items.some(({ sequence }) => sequence > 1),
    items: items.map((item) => viewOfItem(item, place)),
  }
}
