import type { WriteOffView } from "../../../types/http"
import { keyOf } from "../domain/key"
import { decimalOf } from "../domain/money"
import { writeOffKindOf } from "../domain/write-off"
import { readAccount } from "../sql/read-account"
import { loadWriteOff } from "../sql/write-off"
import type { Session } from "./database"
import type { LocatedItemRow } from "./located-item"
import { viewOfItem } from "./open-item-view"
import { accountOf, openItemOf, type AccountRow } from "./rows"
import { writeOffNotFound } from "./write-off-refusals"

/** A write-off as it stands now. @throws write_off_not_found */
export async function viewWriteOff(session: Session, id: string): Promise<WriteOffView> {
  const rows = await session.run<LocatedItemRow>(loadWriteOff, [keyOf("writeOff", id)])
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
    amount: decimalOf(BigInt(first.amount), account.digits),
    currency_code: account.currency_code,
    gl_account: first.gl_account,
    occurred_on: first.occurred_on,
    undone: rows.length > 1,
    items: items.map((item) => viewOfItem(item, place)),
  }
}
