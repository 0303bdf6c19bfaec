import type { AccountSummaryView, AccountView } from "../../../types/http"
import type { Problem } from "../domain/document-state"
import { decimalOf } from "../domain/money"
import { stateOfDocument } from "../domain/status"
import {
  listAccountsOfCustomer,
  listDepositsOfAccount,
  readAccount,
  readOrdersOfAccount,
  readTotalsOfAccount,
} from "../sql/read-account"
import type { Session } from "./database"
import { accountNotFound } from "./ledger"
import { viewOfItem } from "./open-item-view"
import { codeOf } from "./order-view"
import { accountOf, openItemOf, type Account, type AccountRow, type OpenItemRow } from "./rows"

interface OrderOfAccountRow {
  order_id: string
  display_id: string
  placed_at: string
  problems: Problem[]
  rank: number | null
  owed: string
  open: string
  applied: string
}

/** Reads an account with its orders and the money that lies on it. @throws account_not_found */
export async function viewAccount(session: Session, accountId: bigint): Promise<AccountView> {
  const [row] = await session.run<AccountRow>(readAccount, [accountId])
  if (!row) throw accountNotFound(accountId.toString())
  const account = accountOf(row)
  const [totals] = await session.run<Record<"owed" | "paid" | "open" | "unallocated", string>>(
    readTotalsOfAccount,
    [accountId],
  )
  if (!totals) throw new Error("an aggregate has always one row")
  const orders = await session.run<OrderOfAccountRow>(readOrdersOfAccount, [accountId])
  const deposits = await session.run<OpenItemRow>(listDepositsOfAccount, [accountId])
  const money = (units: string): string => decimalOf(BigInt(units), account.digits)
  return {
    id: account.id.toString(),
    owner_type: account.ownerType,
    owner_id: account.ownerId,
    currency_code: account.currencyCode,
    digits: account.digits,
    version: account.version,
    totals: {
      owed: money(totals.owed),
      paid: money(totals.paid),
      open: money(totals.open),
      unallocated: money(totals.unallocated),
    },
    orders: orders.map((order) => orderOf(order, account)),
    deposits: deposits.map((deposit) =>
      viewOfItem(openItemOf(deposit), { ...account, accountId: account.id.toString(), orderId: null }),
    ),
  }
}

/** The accounts of a customer, one a currency. */
export async function listAccounts(session: Session, customerId: string): Promise<AccountSummaryView[]> {
  const rows = await session.run<AccountRow>(listAccountsOfCustomer, [customerId])
  return rows.map(accountOf).map(({ id, currencyCode, digits, version }) => ({
    id: id.toString(),
    currency_code: currencyCode,
    digits,
    version,
  }))
}

function orderOf(order: OrderOfAccountRow, { digits }: Account): AccountView["orders"][number] {
  const open = BigInt(order.open)
  const state = stateOfDocument({
    open,
    applied: BigInt(order.applied),
    hasProblems: order.problems.length > 0,
  })
  return {
    id: order.order_id,
    display_id: order.display_id,
    placed_at: order.placed_at,
    owed: decimalOf(BigInt(order.owed), digits),
    open: decimalOf(open, digits),
    state,
    code: order.rank === null ? null : codeOf(order.rank, state === "full"),
  }
}
