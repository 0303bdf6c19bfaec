import type { OpenItemView, ReversalView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import { isUndoingReversal, reversalNumberOf } from "../domain/key"
import { loadReversals } from "../items/load-money.sql"
import type { Session } from "../ledger/database"
import { membersOf } from "./payment-chain"
import { withNumbers } from "../receipts/with-numbers"
import { viewOfItem } from "../items/open-item-view"
import type { ReversalOutcome } from "./reverse-money"
import { openItemOf, type OpenItemRow } from "../ledger/rows"

interface ReversalRow extends OpenItemRow {
  account_id: string
  order_id: string | null
}

/** A reversal as it stands now: what it reopened, and the money that was taken back. */
export async function viewReversal(
  session: Session,
  { money, account, id }: Pick<ReversalOutcome, "money" | "account" | "id">,
): Promise<ReversalView> {
  const members = await membersOf(session, money.item)
  const paid = members.find(({ item }) => item.id === money.item.id)
  if (!paid) throw new Error(`item ${money.item.id} vanished`)
  const ids = members.map(({ item }) => item.id.toString())
  const rows = await session.run<ReversalRow>(loadReversals, [ids])
  // What a reversal took of money that went on is posted under a name of its own and the same number.
  const own = rows.filter(
    (one) => !isUndoingReversal(one) && `${money.item.id}.${reversalNumberOf(one)}` === id,
  )
  const items = own.map((one) => {
    const view = viewOfItem(openItemOf(one), {
      ...account,
      accountId: one.account_id,
      orderId: one.order_id,
    })
    return one.account_id === account.id.toString() ? view : { ...view, customer_id: null }
  })
  const first = own[0]
  const taken: OpenItemView = viewOfItem(paid.item, {
    ...account,
    accountId: paid.accountId.toString(),
    orderId: paid.orderId,
  })
  const [payment = taken] = await withNumbers(session, [taken])
  return {
    id,
    kind: first?.reversal_kind ?? "other",
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
