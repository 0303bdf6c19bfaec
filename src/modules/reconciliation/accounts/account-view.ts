import type { AccountSummaryView, AccountView } from "../../../types/http"
import type { Problem } from "../domain/posting/document-state"
import { decimalOf } from "../domain/money"
import { isMoneyIn, openAmount, signedAmount, type OpenItem } from "../domain/open-item"
import { stateOfDocument } from "../domain/order/status"
import {
  listAccountsOfCustomer,
  listDepositsOfAccount,
  readAccount,
  readOrdersOfAccount,
} from "../ledger/read-account.sql"
import type { Session } from "../ledger/database"
import { currencyCursorOf, currencyPlaceOf } from "../items/keyset"
import { accountNotFound } from "../ledger/documents"
import { viewOfItem } from "../items/open-item-view"
import { codeOf } from "../orders/order-view"
import { planStandings, UNPLANNED, type PlannedDocument, type PlanStanding } from "../instalments/plans"
import { accountOf, openItemOf, type Account, type AccountRow, type OpenItemRow } from "../ledger/rows"

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

export interface AccountFilter {
  readonly customerId: string
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface AccountPage {
  readonly accounts: AccountSummaryView[]
  readonly nextCursor: string | null
}

/** A page of a customer's accounts, one a currency, by currency. @throws cursor_malformed */
export async function pageOfAccounts(
  session: Session,
  { customerId, cursor, limit }: AccountFilter,
): Promise<AccountPage> {
  const after = cursor === undefined ? null : currencyPlaceOf(cursor)
  const found = await accountsOf(session, [
    customerId,
    after?.currencyCode ?? null,
    after?.id ?? null,
    limit + 1,
  ])
  const accounts = found.slice(0, limit)
  const last = accounts.at(-1)
  const nextCursor = found.length > limit && last ? currencyCursorOf(last.currency_code, last.id) : null
  return { accounts, nextCursor }
}

/** The accounts of a customer, one a currency. */
export async function listAccounts(session: Session, customerId: string): Promise<AccountSummaryView[]> {
  return accountsOf(session, [customerId, null, null, null])
}

async function accountsOf(session: Session, parameters: readonly unknown[]): Promise<AccountSummaryView[]> {
  const rows = await session.run<AccountRow>(listAccountsOfCustomer, parameters)
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
