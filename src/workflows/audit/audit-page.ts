import type { MedusaContainer } from "@medusajs/framework/types"
import { nextPlace, placeOf, type Place } from "../../modules/reconciliation/audit/cursor"
import type { Context, LooseFacts, PaidOrder, PaymentFacts } from "../../modules/reconciliation/audit/facts"
import { judgeOrder } from "../../modules/reconciliation/audit/judge-order"
import { isOfNoOrder, judgeLoose, judgePayment } from "../../modules/reconciliation/audit/judge-payment"
import { countAuditedOrders } from "../../modules/reconciliation/audit/orders.sql"
import {
  readAuditedPayments,
  readLooseCaptures,
  readLooseRefunds,
  readNamingOrders,
} from "../../modules/reconciliation/audit/payments.sql"
import { unreadable } from "../../modules/reconciliation/audit/unreadable"
import { before, GRACE_MILLISECONDS } from "../../modules/reconciliation/ingest/captures-and-refunds"
import type { AuditFinding, AuditPage } from "../../types/http"
import { digitsOfCurrencies } from "../host/currencies"
import { ledgerOf } from "../ledger-of"
import { readAudited, type AuditedOrderRead } from "./read-audited"

export { PLACE as AUDIT_PLACE } from "../../modules/reconciliation/audit/cursor"

interface AskedPage {
  readonly after?: string | undefined
  readonly limit: number
}

type ContextOf = (currency: string) => Context
type Found = Pick<AuditPage, "orders_read" | "payments_read" | "findings"> & {
  readonly ids: readonly string[]
}

/** A currency that the host does not know is written as most are. */
const USUAL_DIGITS = 2

/**
 * A page of the audit: what contradicts itself in the host's rows of so many orders, or payments. It reads the host's tables
 * alone, in transactions that may not write, and remembers nothing from page to page.
 */
export async function auditPage(container: MedusaContainer, { after, limit }: AskedPage): Promise<AuditPage> {
  const place = placeOf(after)
  const { ids, ...found } = await READS[place.phase](container, { ...place, limit })
  return {
    ...found,
    orders_total: after === undefined ? await countOrders(container) : null,
    next: nextPlace(place.phase, ids, limit),
  }
}

type Read = (container: MedusaContainer, page: Place & { readonly limit: number }) => Promise<Found>

const READS: Readonly<Record<Place["phase"], Read>> = {
  orders: auditOrders,
  payments: auditPayments,
  captures: async (container, page) => auditLoose(container, { ...page, kind: "capture_without_payment" }),
  refunds: async (container, page) => auditLoose(container, { ...page, kind: "refund_without_payment" }),
}

async function countOrders(container: MedusaContainer): Promise<number> {
  const [row] = await ledgerOf(container).readHostTables<{ orders: number }>({
    statement: countAuditedOrders,
    parameters: [],
  })
  return row?.orders ?? 0
}

/** How amounts of a currency are judged now. */
async function contextsOf(container: MedusaContainer, codes: readonly string[]): Promise<ContextOf> {
  const digits = await digitsOfCurrencies(container, codes)
  const digitsOf = (code: string): number => {
    try {
      return digits(code)
    } catch {
      return USUAL_DIGITS
    }
  }
  const freshSince = before(new Date().toISOString(), GRACE_MILLISECONDS)
  const { moneyCreditLines: moneyReferences } = ledgerOf(container).settings
  return (code) => ({ digits: digitsOf(code), freshSince, moneyReferences })
}

async function auditOrders(container: MedusaContainer, page: Place & { limit: number }): Promise<Found> {
  const read = await readAudited(container, page)
  const contextOf = await contextsOf(
    container,
    read.map(({ facts }) => facts.currency_code),
  )
  const findings = read.flatMap((one) => judged(one, contextOf(one.facts.currency_code)))
  return { orders_read: read.length, payments_read: 0, findings, ids: read.map(({ facts }) => facts.id) }
}

function judged({ facts, order, error }: AuditedOrderRead, context: Context): AuditFinding[] {
  // One that is gone meanwhile says nothing.
  if (!order && error === null) return []
  try {
    if (!order) throw error
    return judgeOrder(facts, order, context)
  } catch (failure) {
    return [unreadable(facts, order, { failure, context })]
  }
}

async function auditPayments(
  container: MedusaContainer,
  { after, limit }: Place & { limit: number },
): Promise<Found> {
  const ledger = ledgerOf(container)
  const payments = await ledger.readHostTables<PaymentFacts>({
    statement: readAuditedPayments,
    parameters: [after, limit],
  })
  const contextOf = await contextsOf(
    container,
    payments.map(({ currency_code: code }) => code),
  )
  const lost = payments.filter((one) => isOfNoOrder(one, contextOf(one.currency_code).digits))
  const naming = new Map<string, readonly PaidOrder[]>()
  if (lost.length > 0) {
    const rows = await ledger.readHostTables<{ id: string; orders: PaidOrder[] | null }>({
      statement: readNamingOrders,
      parameters: [lost.map(({ id }) => id)],
    })
    for (const { id, orders } of rows) naming.set(id, orders ?? [])
  }
  const findings = payments.flatMap((one) =>
    judgePayment(one, naming.get(one.id) ?? [], contextOf(one.currency_code)),
  )
  return { orders_read: 0, payments_read: payments.length, findings, ids: payments.map(({ id }) => id) }
}

interface LoosePage extends Place {
  readonly limit: number
  readonly kind: "capture_without_payment" | "refund_without_payment"
}

async function auditLoose(container: MedusaContainer, { after, limit, kind }: LoosePage): Promise<Found> {
  const rows = await ledgerOf(container).readHostTables<LooseFacts>({
    statement: kind === "capture_without_payment" ? readLooseCaptures : readLooseRefunds,
    parameters: [after, limit],
  })
  const codeOf = ({ currency_code: own, orders }: LooseFacts): string => own ?? orders?.[0]?.currency ?? ""
  const codes = rows.map(codeOf).filter((code) => code !== "")
  const contextOf = await contextsOf(container, codes)
  const findings = rows.map((row) => judgeLoose(row, kind, contextOf(codeOf(row))))
  return { orders_read: 0, payments_read: 0, findings, ids: rows.map(({ id }) => id) }
}
