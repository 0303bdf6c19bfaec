import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { Sought } from "../../modules/reconciliation/facets/lists"
import type { TransactionKind } from "../../types/http"
import { foundInHost } from "./account-answer"
import { currencyCode, day, flag, id, numberId, text } from "./schemas"

const KINDS = [
  "order",
  "credit",
  "payment",
  "deposit",
  "stored_value",
  "refund",
  "void",
  "reversal",
  "write_off",
  "cash_discount",
  "transfer",
] as const satisfies readonly TransactionKind[]

/** What lists of transactions are narrowed by. */
export const FILTERS = {
  kind: z.enum(KINDS).optional(),
  currency_code: currencyCode.toLowerCase().optional(),
  sales_channel_id: id.optional(),
  account_id: numberId.optional(),
  from: day.optional(),
  to: day.optional(),
  to_check: flag.optional(),
  q: text(100).trim().min(1).optional(),
}

const filters = z.strictObject(FILTERS)
type Filters = z.output<typeof filters>

/** The same as the ledger is asked for it. */
export async function filterOf(scope: MedusaContainer, query: Filters) {
  const { kind, currency_code, sales_channel_id, account_id, from, to, to_check, q } = query
  return {
    kind,
    currencyCode: currency_code,
    salesChannelId: sales_channel_id,
    accountId: account_id,
    from,
    to,
    toCheck: to_check,
    sought: q === undefined ? undefined : await soughtBy(scope, q),
  }
}

/** Owners by name, company or e-mail, orders, receipts and invoices by number, payments by their reference. */
async function soughtBy(scope: MedusaContainer, q: string): Promise<Sought> {
  const [, series, year, number] =
    /^\s*([A-Za-z][A-Za-z0-9]{0,7})[-\s]+(\d{4})[-\s]+(\d{1,9})\s*$/.exec(q) ?? []
  const receipt =
    series && year && number ? { series: series.toUpperCase(), year: Number(year), number } : undefined
  const { customerIds = [], companyIds = [], orderIds = [] } = (await foundInHost(scope, q)) ?? {}
  return { customerIds, companyIds, orderIds, receipt, text: q }
}
