import type {
  AccountSummaryView,
  AccountView,
  OrderOfCode,
  PlannedPaymentView,
  UnappliedView,
} from "../../../types/http"
import { decimalOf } from "../domain/money"
import { openAmount } from "../domain/open-item"
import type { State } from "../domain/order/status"
import { viewOfInstalment } from "../instalments/payment-plan-view"
import type { PlanStanding } from "../instalments/plans"
import { viewOfItem } from "../items/open-item-view"
import type { Session } from "../ledger/database"
import { listUnapplied, readRowTitles } from "../ledger/read-account.sql"
import { openItemOf, type Account, type OpenItemRow } from "../ledger/rows"
import { countTransactions } from "./transactions.sql"

/** How many of a kind a page of an account lists beside its transactions. */
const MOST = 100
const MOST_FITTING = 20

/** An order of the account, as far as this needs it. */
export interface StandingOrder extends OrderOfCode {
  readonly documentId: bigint
  readonly version: number
  readonly open: bigint
  readonly state: State
}

interface UnappliedRow extends OpenItemRow {
  order_id: string | null
  display_id: string | null
}

/** What of an account pays nothing yet, with the orders that it would pay exactly. */
export async function unappliedOf(
  session: Session,
  account: Account,
  orders: readonly StandingOrder[],
): Promise<UnappliedView[]> {
  const byOpen = new Map<bigint, OrderOfCode[]>()
  for (const { id, display_id, open } of orders) {
    if (open > 0n) byOpen.set(open, [...(byOpen.get(open) ?? []), { id, display_id }])
  }
  const rows = await session.run<UnappliedRow>(listUnapplied, [account.id, MOST])
  return rows.map((row) => {
    const item = openItemOf(row)
    const place = { ...account, accountId: account.id.toString(), orderId: row.order_id }
    return {
      ...viewOfItem(item, place),
      order: row.order_id === null ? null : { id: row.order_id, display_id: row.display_id ?? row.order_id },
      row: item.lineKey,
      fits: (byOpen.get(openAmount(item)) ?? []).slice(0, MOST_FITTING),
    }
  })
}

/** What planned payments of the account's orders are still to bring, the next one first. */
export async function plannedOf(
  session: Session,
  account: Account,
  {
    orders,
    standings,
    today,
  }: {
    readonly orders: readonly StandingOrder[]
    readonly standings: ReadonlyMap<bigint, PlanStanding>
    readonly today: string
  },
): Promise<{ readonly payments: PlannedPaymentView[]; readonly total: bigint }> {
  const kept = orders.flatMap((order) => {
    const standing = standings.get(order.documentId)
    return (standing?.reservations ?? []).flatMap((reservation) => {
      const instalment = standing?.instalments.find(({ id }) => id === reservation.instalment.id)
      return standing && instalment && reservation.reserved > 0n
        ? [{ order, standing, instalment, reservation }]
        : []
    })
  })
  const total = kept.reduce((sum, { reservation }) => sum + reservation.reserved, 0n)
  const listed = kept
    .toSorted(
      (one, other) =>
        one.instalment.dueOn.localeCompare(other.instalment.dueOn) ||
        one.instalment.number - other.instalment.number,
    )
    .slice(0, MOST)
  const titles = await titlesOf(
    session,
    account,
    listed.map(({ order }) => order.documentId),
  )
  const payments = listed.map(({ order, standing, instalment, reservation }) => ({
    ...viewOfInstalment(instalment, standing, { digits: account.digits, today }),
    order_id: order.id,
    display_id: order.display_id,
    account_id: account.id.toString(),
    customer_id: account.ownerType === "customer" ? account.ownerId : null,
    currency_code: account.currencyCode,
    titles: reservation.lines.map(({ lineKey }) => titles.get(`${order.documentId} ${lineKey}`) ?? lineKey),
    kept: decimalOf(reservation.reserved, account.digits),
    order_version: order.version,
  }))
  return { payments, total }
}

/** By document and line, what the line was called first. */
async function titlesOf(
  session: Session,
  account: Account,
  documents: readonly bigint[],
): Promise<ReadonlyMap<string, string>> {
  if (documents.length === 0) return new Map()
  const rows = await session.run<{ document_id: string; line_key: string; title: string }>(readRowTitles, [
    account.id,
    [...new Set(documents)],
  ])
  return new Map(rows.map(({ document_id: id, line_key: line, title }) => [`${id} ${line}`, title]))
}

/** How many transactions an account has, and how many of its orders have something open. */
export async function countsOf(
  session: Session,
  account: Account,
  orders: readonly StandingOrder[],
): Promise<AccountView["counts"]> {
  const [counted] = await session.run<{ all: string; open: string }>(countTransactions, [account.id])
  return {
    open_orders: orders.filter(({ open }) => open > 0n).length,
    transactions: Number(counted?.all ?? 0),
    open_transactions: Number(counted?.open ?? 0),
  }
}

/** The accounts of the same owner but this one. */
export const othersOf = (accounts: readonly AccountSummaryView[], { id }: Account): AccountSummaryView[] =>
  accounts.filter((one) => one.id !== id.toString())

/**
 * The state of an account as a whole: error where one order's is; full where nothing is open and nothing lies idle;
 * planned where instalments are to bring all that is open.
 */
export function stateOfAccount(
  orders: readonly StandingOrder[],
  {
    open,
    unapplied,
    planned,
    applied,
  }: Readonly<Record<"open" | "unapplied" | "planned" | "applied", bigint>>,
): State {
  if (orders.some(({ state }) => state === "error")) return "error"
  if (open === 0n && unapplied === 0n) return "full"
  const owing = orders.filter((order) => order.open > 0n)
  if (unapplied === 0n && planned > 0n && owing.every(({ state }) => state === "planned")) return "planned"
  return applied > 0n ? "partial" : "none"
}
