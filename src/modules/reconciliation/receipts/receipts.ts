import type { OwnerType, ReceiptView } from "../../../types/http"
import { ReconciliationError } from "../domain/errors"
import { decimalOf } from "../domain/money"
import type { OpenItemKind } from "../domain/kind"
import type { Database, Session } from "../ledger/database"
import type { Settings } from "../settings/options"
import { assignNumbers, assignNumbersWithin } from "./assign"
import { findReceipt, findReversed, findSettled } from "./find.sql"

/** A receipt as the ledger knows it; the store knows whose it is. */
export interface LedgerReceipt extends Omit<ReceiptView, "customer" | "store_name"> {
  readonly owner_type: OwnerType
  readonly owner_id: string
}

interface ReceiptRow {
  id: string
  number: string
  side: "debit" | "credit"
  kind: OpenItemKind
  title: string
  reference: string
  method: string | null
  provider_id: string | null
  occurred_on: string
  amount: string
  account_id: string
  owner_type: OwnerType
  owner_id: string
  currency_code: string
  digits: number
  order_id: string | null
  display_id: string | null
}

interface SettledRow {
  title: string
  kind: OpenItemKind
  order_id: string | null
  display_id: string | null
  is_undone: boolean
  amount: string
}

/** Numbers without gaps: of all money that came or was paid back, and of credit notes. */
export class Receipts {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<Settings, "receipts" | "firstReceipts">,
  ) {}

  /** Numbers what has none yet, by date; may be asked for at any time, by any number of processes. */
  async assign(): Promise<number> {
    return assignNumbers(this.database, this.settings)
  }

  /** The same as the last thing of a transaction, so that its answer can name the number. */
  async assignWithin(session: Session): Promise<void> {
    await assignNumbersWithin(session, this.settings)
  }

  /** What stands under a number, with what it pays now. @throws receipt_not_found */
  async retrieve(number: string): Promise<LedgerReceipt> {
    const [, series, year, place] = /^([A-Z][A-Z0-9]{0,7})-(\d{4})-(\d{4,9})$/.exec(number) ?? []
    if (place === undefined) throw receiptNotFound(number)
    return this.database.snapshot(async (session) => {
      const rows = await session.run<ReceiptRow>(findReceipt, [series, Number(year), Number(place)])
      const [first] = rows
      if (first?.number !== number) throw receiptNotFound(number)
      return viewOf(session, first, rows)
    })
  }
}

async function viewOf(
  session: Session,
  first: ReceiptRow,
  rows: readonly ReceiptRow[],
): Promise<LedgerReceipt> {
  const { digits } = first
  const sum = sumOf(rows)
  const isMoney = rows.length === 1 && MONEY.has(first.kind)
  const settled = isMoney ? await session.run<SettledRow>(findSettled, [first.id]) : []
  const reversed = isMoney ? await session.run<{ amount: string }>(findReversed, [first.id]) : []
  return {
    number: first.number,
    kind: first.kind,
    method: first.method,
    provider_id: first.provider_id,
    reference: first.reference,
    occurred_on: first.occurred_on,
    amount: decimalOf(sum, digits),
    currency_code: first.currency_code,
    digits,
    account_id: first.account_id,
    owner_type: first.owner_type,
    owner_id: first.owner_id,
    order: first.order_id === null ? null : { id: first.order_id, display_id: first.display_id ?? "" },
    items: rows.map(({ id, title, kind, amount }) => ({
      id,
      title,
      kind,
      amount: decimalOf(BigInt(amount), digits),
    })),
    settles: settled.filter((one) => !one.is_undone).map((one) => settledView(one, digits)),
    unapplied: decimalOf(isMoney ? sum - sumOf(settled) : 0n, digits),
    taken_back: decimalOf(sumOf(reversed), digits),
  }
}

const sumOf = (rows: readonly { readonly amount: string }[]): bigint =>
  rows.reduce((total, { amount }) => total + BigInt(amount), 0n)

const settledView = (
  { title, kind, order_id: id, display_id: shown, amount }: SettledRow,
  digits: number,
): ReceiptView["settles"][number] => ({
  title,
  kind,
  order: id === null ? null : { id, display_id: shown ?? "" },
  amount: decimalOf(BigInt(amount), digits),
})

const MONEY: ReadonlySet<OpenItemKind> = new Set(["payment", "deposit", "stored_value", "refund"])

/** No number of this store reads so. */
export function receiptNotFound(number: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "receipt_not_found",
    message: `There is no receipt ${number.slice(0, 40)}.`,
    ids: { receipt_number: number.slice(0, 40) },
    remedy: "Check the number; a payment that was just captured gets its number within a minute.",
  })
}
