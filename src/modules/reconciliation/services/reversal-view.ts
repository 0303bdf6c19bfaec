import type { OpenItemView, ReversalView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import { findItem, loadReversals } from "../sql/load-money"
import type { Session } from "./database"
import { locatedItemOf, type LocatedItemRow } from "./located-item"
import { viewOfItem } from "./open-item-view"
import type { ReversalOutcome } from "./reverse-money"
import { openItemOf, type OpenItemRow } from "./rows"

interface ReversalRow extends OpenItemRow {
  account_id: string
  order_id: string | null
}

/** A reversal as it stands now: what it reopened, and the money that was taken back. */
export async function viewReversal(
  session: Session,
  { money, account, id }: Pick<ReversalOutcome, "money" | "account" | "id">,
): Promise<ReversalView> {
  const [row] = await session.run<LocatedItemRow>(findItem, [money.item.id])
  if (!row) throw new Error(`item ${money.item.id} vanished`)
  const rows = await session.run<ReversalRow>(loadReversals, [[money.item.id.toString()]])
  const own = rows.filter(({ key }) => key === `rev:${id}` || key.startsWith(`rev:${id}.`))
  const items = own.map((one) => {
    const view = viewOfItem(openItemOf(one), {
      ...account,
      accountId: one.account_id,
      orderId: one.order_id,
    })
    return one.account_id === account.id.toString() ? view : { ...view, customer_id: null }
  })
  const first = own[0]
  const payment: OpenItemView = viewOfItem(locatedItemOf(row).item, {
    ...account,
    accountId: row.account_id,
    orderId: row.order_id,
  })
  return {
    id,
    kind: first?.method ?? "other",
    reference: first?.reference ?? "",
    occurred_on: first?.occurred_on ?? "",
    amount: decimalOf(
      own.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
      account.digits,
    ),
    items,
    payment,
  }
}
