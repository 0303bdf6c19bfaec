import type { AccountSummaryView, AccountView } from "../../../types/http"
import type { Problem } from "../domain/document-state"
import { decimalOf } from "../domain/money"
import { isMoneyIn, openAmount, signedAmount, type OpenItem } from "../domain/open-item"
import { stateOfDocument } from "../domain/status"
import {
  listAccountsOfCustomer,
  listDepositsOfAccount,
  readAccount,
  readOrdersOfAccount,
} from "../sql/read-account"
import type { Session } from "./database"
import { accountNotFound } from "./ledger"
import { viewOfItem } from "./open-item-view"
import { codeOf } from "./order-view"
import { planStandings, UNPLANNED, type PlannedDocument, type PlanStanding } from "./plans"
import { accountOf, openItemOf, type Account, type AccountRow, type OpenItemRow } from "./rows"

interface OrderOfAccountRow {
  document_id: string
  expected: { line: string; amount: string }[]
  plan: number
  order_id: string
  display_id: string
  placed_at: string
  problems: Problem[]
  rank: number | null
  owed: string
  paid: string
  open: string
  unallocated: string
  applied: string
  written_off: string
}

/** Reads an account with its orders and the money that lies on it. @throws account_not_found */
export async function viewAccount(session: Session, accountId: bigint, today: string): Promise<AccountView> {
  const [row] = await session.run<AccountRow>(readAccount, [accountId])
  if (!row) throw accountNotFound(accountId.toString())
  const account = accountOf(row)
  const orders = await session.run<OrderOfAccountRow>(readOrdersOfAccount, [accountId])
  const onAccount = (await session.run<OpenItemRow>(listDepositsOfAccount, [accountId])).map(openItemOf)
  const standings = await planStandings(session, orders.map(documentOf), today)
  return {
    id: account.id.toString(),
    owner_type: account.ownerType,
    owner_id: account.ownerId,
    currency_code: account.currencyCode,
    digits: account.digits,
    version: account.version,
    totals: totalsOf(orders, onAccount, account),
    orders: orders.map((order) =>
      orderOf(order, account, standings.get(BigInt(order.document_id)) ?? UNPLANNED),
    ),
    deposits: onAccount
      .filter(isMoneyIn)
      .map((deposit) => viewOfItem(deposit, { ...account, accountId: account.id.toString(), orderId: null })),
  }
}

/** Owed less paid, with what is left of the money, is what is open; what was written off is owed no more. */
function totalsOf(
  orders: readonly OrderOfAccountRow[],
  onAccount: readonly OpenItem[],
  { digits }: Account,
): AccountView["totals"] {
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
  const ofOrders = (name: "owed" | "paid" | "open" | "unallocated" | "written_off"): bigint =>
    sum(orders.map((order) => BigInt(order[name])))
  const money = onAccount.filter(isMoneyIn)
  const reversed = onAccount.filter(isReversal).map(({ amount }) => amount)
  // A deposit that the store keeps is owed, as if it had been sold something for it.
  const kept = onAccount.filter(({ kind }) => kind === "write_off").map(signedAmount)
  return {
    owed: decimalOf(ofOrders("owed") - ofOrders("written_off") + sum(kept), digits),
    paid: decimalOf(ofOrders("paid") + sum(money.map(({ amount }) => amount)) - sum(reversed), digits),
    open: decimalOf(
      ofOrders("open") + sum(onAccount.filter(({ side }) => side === "debit").map(openAmount)),
      digits,
    ),
    unallocated: decimalOf(ofOrders("unallocated") + sum(money.map(openAmount)), digits),
  }
}

const isReversal = ({ kind, side }: OpenItem): boolean => kind === "reversal" && side === "debit"

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

function documentOf({ document_id, plan, expected, open }: OrderOfAccountRow): PlannedDocument {
  return {
    id: BigInt(document_id),
    plan,
    expected: expected.map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) })),
    open: BigInt(open),
  }
}

function orderOf(
  order: OrderOfAccountRow,
  { digits }: Account,
  { coverage }: PlanStanding,
): AccountView["orders"][number] {
  const open = BigInt(order.open)
  const state = stateOfDocument({
    open,
    applied: BigInt(order.applied),
    hasProblems: order.problems.length > 0,
    coverage,
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
