import type { AccountSummaryView, AccountView, DecimalString } from "../../../types/http"
import type { Problem } from "../domain/posting/document-state"
import { decimalOf } from "../domain/money"
import { isUndoingOpening } from "../domain/key"
import { referenceOfAccount } from "../domain/payment-reference"
import { isMoneyIn, openAmount, signedAmount, type OpenItem } from "../domain/open-item"
import { stateOfDocument } from "../domain/order/status"
import {
  listAccountsOfCustomer,
  listDepositsOfAccount,
  readAccount,
  readOrdersOfAccount,
} from "../ledger/read-account.sql"
import type { Session } from "../ledger/database"
import { accountNotFound } from "../ledger/documents"
import { viewOfItem } from "../items/open-item-view"
import { membershipsOf } from "./membership-view"
import { withNumbers } from "../receipts/with-numbers"
import { codeOf } from "../orders/order-view"
import {
  countsOf,
  othersOf,
  plannedOf,
  stateOfAccount,
  unappliedOf,
  type StandingOrder,
} from "./account-standing"
import { planStandings, UNPLANNED, type PlannedDocument, type PlanStanding } from "../instalments/plans"
import { accountOf, openItemOf, type Account, type AccountRow, type OpenItemRow } from "../ledger/rows"

/** An account without what only the host knows: who owns it. */
export type LedgerAccount = Omit<AccountView, "owner">

interface OrderOfAccountRow {
  version: string
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
export async function viewAccount(
  session: Session,
  accountId: bigint,
  today: string,
): Promise<LedgerAccount> {
  const { account, rows, listed, standings, onAccount } = await readOf(session, accountId, today)
  const standing = rows.map((order, index) => standingOf(order, listed[index]?.state ?? "none"))
  const totals = totalsOf(rows, onAccount)
  const planned = await plannedOf(session, account, { orders: standing, standings, today })
  const place = { ...account, accountId: account.id.toString(), orderId: null }
  const deposits = onAccount
    .filter((item) => isMoneyIn(item) && MONEY_OF_ACCOUNT.has(item.kind) && !isUndoingOpening(item))
    .map((deposit) => viewOfItem(deposit, place))
  const others = account.ownerType === "customer" ? await ownAccounts(session, account.ownerId) : []
  return {
    id: account.id.toString(),
    owner_type: account.ownerType,
    owner_id: account.ownerId,
    currency_code: account.currencyCode,
    digits: account.digits,
    version: account.version,
    payment_reference: referenceOfAccount(account.id),
    state: stateOfAccount(standing, { ...totals, planned: planned.total }),
    totals: inDecimals({ ...totals, planned: planned.total }, account),
    counts: await countsOf(session, account, standing),
    orders: listed,
    deposits: await withNumbers(session, deposits),
    opening_balances: onAccount
      .filter((item) => item.kind === "opening_balance" && item.side === "debit" && openAmount(item) > 0n)
      .map((item) => viewOfItem(item, place)),
    unapplied: await unappliedOf(session, account, standing),
    planned_payments: planned.payments,
    other_accounts: othersOf(others, account),
    ...(await membershipsOf(session, account)),
  }
}

/** What takes a reversal or a refund back settles that alone, and is no money that came. */
const MONEY_OF_ACCOUNT: ReadonlySet<OpenItem["kind"]> = new Set([
  "payment",
  "deposit",
  "stored_value",
  "opening_balance",
])

/** An account as it stands, with what lies on it. */
export interface AccountStanding {
  readonly account: Account
  readonly totals: Pick<AccountView["totals"], "paid" | "open" | "unallocated">
  readonly orders: readonly {
    readonly order: AccountView["orders"][number]
    /** What its own credits have left. */
    readonly unallocated: DecimalString
  }[]
}

/** How an account and each of its orders stand. @throws account_not_found */
export async function standingOfAccount(
  session: Session,
  accountId: bigint,
  today: string,
): Promise<AccountStanding> {
  const { account, rows, listed, onAccount } = await readOf(session, accountId, today)
  const { digits } = account
  const { paid, open, unapplied } = totalsOf(rows, onAccount)
  return {
    account,
    totals: {
      paid: decimalOf(paid, digits),
      open: decimalOf(open, digits),
      unallocated: decimalOf(unapplied, digits),
    },
    orders: listed.map((order, index) => ({
      order,
      unallocated: decimalOf(BigInt(rows[index]?.unallocated ?? 0), digits),
    })),
  }
}

interface ReadAccount {
  readonly account: Account
  readonly rows: readonly OrderOfAccountRow[]
  /** The same orders as they are shown. */
  readonly listed: AccountView["orders"]
  readonly standings: Awaited<ReturnType<typeof planStandings>>
  /** Items of no order, oldest first. */
  readonly onAccount: readonly OpenItem[]
}

async function readOf(session: Session, accountId: bigint, today: string): Promise<ReadAccount> {
  const [row] = await session.run<AccountRow>(readAccount, [accountId])
  if (!row) throw accountNotFound(accountId.toString())
  const account = accountOf(row)
  const rows = await session.run<OrderOfAccountRow>(readOrdersOfAccount, [accountId])
  const onAccount = (await session.run<OpenItemRow>(listDepositsOfAccount, [accountId])).map(openItemOf)
  const standings = await planStandings(session, rows.map(documentOf), today)
  const listed = rows.map((order) =>
    orderOf(order, account, standings.get(BigInt(order.document_id)) ?? UNPLANNED),
  )
  return { account, rows, listed, standings, onAccount }
}

function standingOf(row: OrderOfAccountRow, state: StandingOrder["state"]): StandingOrder {
  return {
    id: row.order_id,
    display_id: row.display_id,
    documentId: BigInt(row.document_id),
    version: Number(row.version),
    open: BigInt(row.open),
    state,
  }
}

/** Minor units. */
type Totals = Readonly<Record<"owed" | "paid" | "open" | "unapplied" | "applied", bigint>>

function inDecimals(
  { owed, paid, open, unapplied, planned }: Totals & { readonly planned: bigint },
  { digits }: Account,
): AccountView["totals"] {
  return {
    owed: decimalOf(owed, digits),
    paid: decimalOf(paid, digits),
    open: decimalOf(open, digits),
    unallocated: decimalOf(unapplied, digits),
    balance: decimalOf(open - unapplied, digits),
    planned: decimalOf(planned, digits),
  }
}

/** Owed less paid, with what is left of the money, is what is open; what was written off is owed no more. */
function totalsOf(orders: readonly OrderOfAccountRow[], onAccount: readonly OpenItem[]): Totals {
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
  const ofOrders = (name: "owed" | "paid" | "open" | "unallocated" | "written_off" | "applied"): bigint =>
    sum(orders.map((order) => BigInt(order[name])))
  // A deposit that the store keeps is owed, as if it had been sold something for it; and so is what was owed before.
  const isOwed = (item: OpenItem): boolean => item.kind === "write_off" || isOpeningDebt(item)
  // What came, less what was taken back or paid back of it and what went on in another account.
  const money = onAccount.filter((item) => !isOwed(item))
  const debts = onAccount.filter(isOpeningDebt)
  return {
    owed: ofOrders("owed") - ofOrders("written_off") + sum(onAccount.filter(isOwed).map(signedAmount)),
    paid: ofOrders("paid") - sum(money.map(signedAmount)),
    open: ofOrders("open") + sum(onAccount.filter(({ side }) => side === "debit").map(openAmount)),
    unapplied: ofOrders("unallocated") + sum(onAccount.filter(isMoneyIn).map(openAmount)),
    // One that was taken back is settled by what took it back, and by nothing that was applied.
    applied:
      ofOrders("applied") + sum(debts.map((item) => (item.side === "debit" ? item.allocated : -item.amount))),
  }
}

/** What was owed before the books began, and what took that back. */
const isOpeningDebt = (item: OpenItem): boolean =>
  item.kind === "opening_balance" && (item.side === "debit") !== isUndoingOpening(item)

/** The accounts of a customer and of those of whom they are a member of, each one a currency. */
export async function listAccounts(session: Session, customerId: string): Promise<AccountSummaryView[]> {
  return (await accountsOf(session, customerId)).map(summaryOf)
}

async function ownAccounts(session: Session, customerId: string): Promise<AccountSummaryView[]> {
  const all = await accountsOf(session, customerId)
  return all.filter(({ ownerId }) => ownerId === customerId).map(summaryOf)
}

async function accountsOf(session: Session, customerId: string): Promise<Account[]> {
  const rows = await session.run<AccountRow>(listAccountsOfCustomer, [customerId, null, null, null])
  return rows.map(accountOf)
}

const summaryOf = ({ id, currencyCode, digits, version }: Account): AccountSummaryView => ({
  id: id.toString(),
  currency_code: currencyCode,
  digits,
  version,
})

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
