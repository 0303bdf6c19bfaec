import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { receiptIn } from "../../modules/reconciliation/domain/receipt-number"
import type { Sought } from "../../modules/reconciliation/facets/lists"
import type { ReconciliationState, TransactionKind } from "../../types/http"
import { foundInHost } from "./account-answer"
import { currencyCode, day, flag, glAccount, id, numberId, text } from "./schemas"

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
  "opening_balance",
] as const satisfies readonly TransactionKind[]

const STATES = [
  "full",
  "partial",
  "none",
  "planned",
  "error",
] as const satisfies readonly ReconciliationState[]

/** What lists of transactions are narrowed by. */
export const FILTERS = {
  kind: z.enum(KINDS).optional(),
  currency_code: currencyCode.toLowerCase().optional(),
  sales_channel_id: id.optional(),
  account_id: numberId.optional(),
  state: z.enum(STATES).optional(),
  gl_account: glAccount.optional(),
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
  const { state, gl_account } = query
  return {
    kind,
    currencyCode: currency_code,
    salesChannelId: sales_channel_id,
    accountId: account_id,
    state,
    glAccount: gl_account,
    from,
    to,
    toCheck: to_check,
    sought: q === undefined ? undefined : await soughtBy(scope, q),
  }
}

/** Owners by name, company or e-mail, orders, receipts and invoices by number, payments by their reference. */
async function soughtBy(scope: MedusaContainer, q: string): Promise<Sought> {
  const written = receiptIn(q)
  const receipt = written ? { series: written.series, year: written.year, number: written.place } : undefined
  const { customerIds = [], companyIds = [], orderIds = [] } = (await foundInHost(scope, q)) ?? {}
  return { customerIds, companyIds, orderIds, receipt, text: q }
}
