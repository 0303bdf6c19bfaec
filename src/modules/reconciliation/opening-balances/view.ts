import type {
  OpeningBalanceSumView,
  OpeningBalanceView,
  OpeningDirection,
  OwnerType,
} from "../../../types/http"
import { decimalOf } from "../domain/money"
import { numberCursorOf, numberPlaceOf } from "../items/keyset"
import type { Session } from "../ledger/database"
import { listOpeningBalances, readOpeningBalances, sumOpeningBalances } from "./opening-balances.sql"

interface Row {
  readonly id: string
  readonly account_id: string
  readonly side: "debit" | "credit"
  readonly amount: string
  readonly open: string
  readonly undone: boolean
  readonly occurred_on: string
  readonly key: string
  readonly reference: string
  readonly recorded_at: string
  readonly due_on: string | null
  readonly document_number: string | null
  readonly owner_type: OwnerType
  readonly owner_id: string
  readonly owner_name: string | null
  readonly owner_company: string | null
  readonly currency_code: string
  readonly digits: number
}

export interface OpeningBalanceFilter {
  readonly accountId?: string | undefined
  readonly currencyCode?: string | undefined
  readonly balance?: OpeningDirection | undefined
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface OpeningBalancePage {
  readonly openingBalances: OpeningBalanceView[]
  readonly nextCursor: string | null
}

const SIDES: Readonly<Record<OpeningDirection, Row["side"]>> = { owes: "debit", has_money: "credit" }

/** A page of opening balances, the newest first. @throws cursor_malformed */
export async function pageOfOpeningBalances(
  session: Session,
  { accountId, currencyCode, balance, cursor, limit }: OpeningBalanceFilter,
): Promise<OpeningBalancePage> {
  const rows = await session.run<Row>(listOpeningBalances, [
    cursor === undefined ? null : numberPlaceOf(cursor),
    accountId ?? null,
    currencyCode ?? null,
    balance ? SIDES[balance] : null,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    openingBalances: page.map(viewOf),
    nextCursor: rows.length > limit && last ? numberCursorOf(last.id) : null,
  }
}

/** Some of them as they stand, by id. */
export async function viewOpeningBalances(
  session: Session,
  ids: readonly bigint[],
): Promise<ReadonlyMap<bigint, OpeningBalanceView>> {
  if (ids.length === 0) return new Map()
  const rows = await session.run<Row>(readOpeningBalances, [ids])
  return new Map(rows.map((row) => [BigInt(row.id), viewOf(row)]))
}

/** One of them as it stands. */
export async function viewOpeningBalance(session: Session, id: bigint): Promise<OpeningBalanceView> {
  const view = (await viewOpeningBalances(session, [id])).get(id)
  if (!view) throw new Error(`opening balance ${id} vanished`)
  return view
}

function viewOf(row: Row): OpeningBalanceView {
  const { digits } = row
  const [amount, open] = [BigInt(row.amount), BigInt(row.open)]
  const settled = open === amount ? "none" : open === 0n ? "full" : "partial"
  return {
    id: row.id,
    account_id: row.account_id,
    owner: {
      account_id: row.account_id,
      type: row.owner_type,
      id: row.owner_id,
      name: row.owner_name,
      company: row.owner_company,
    },
    currency_code: row.currency_code,
    digits,
    balance: row.side === "debit" ? "owes" : "has_money",
    amount: decimalOf(amount, digits),
    open: decimalOf(open, digits),
    state: row.undone ? "undone" : settled,
    occurred_on: row.occurred_on,
    due_on: row.due_on,
    document_number: row.document_number,
    memo: row.reference === row.key || row.reference === "" ? null : row.reference,
    recorded_at: row.recorded_at,
  }
}

interface SumRow {
  readonly currency_code: string
  readonly digits: number
  readonly side: Row["side"]
  readonly count: number
  readonly amount: string
}

/** What those that stand come to, by currency; of one account when it is named. */
export async function sumsOfOpeningBalances(
  session: Session,
  accountId: string | undefined,
): Promise<OpeningBalanceSumView[]> {
  const rows = await session.run<SumRow>(sumOpeningBalances, [accountId ?? null])
  return sumsOf(rows.map((row) => ({ ...row, amount: BigInt(row.amount) })))
}

/** Minor units, by currency and side. */
export function sumsOf(
  parts: readonly (Omit<SumRow, "amount" | "count"> & { readonly amount: bigint; readonly count: number })[],
): OpeningBalanceSumView[] {
  const currencies = [...new Set(parts.map((part) => part.currency_code))].toSorted()
  return currencies.map((currency) => {
    const own = parts.filter((part) => part.currency_code === currency)
    const [{ digits } = { digits: 0 }] = own
    const of = (side: Row["side"]) => own.filter((part) => part.side === side)
    const amount = (side: Row["side"]): string =>
      decimalOf(
        of(side).reduce((sum, part) => sum + part.amount, 0n),
        digits,
      )
    const count = (side: Row["side"]): number => of(side).reduce((sum, part) => sum + part.count, 0)
    return {
      currency_code: currency,
      digits,
      owes: amount("debit"),
      owes_count: count("debit"),
      has_money: amount("credit"),
      has_money_count: count("credit"),
    }
  })
}
