import { exactSum, negated } from "../../src/modules/reconciliation/domain/quantise"
import { graph } from "../../src/workflows/host/graph"
import type { Host } from "./host"

type Raw = { value: string | number }
type Rows<Row> = (Row | null)[] | null | undefined

interface Line {
  id: string
  raw_total: Raw
  raw_return_requested_total?: Raw
}

interface CreditLine {
  reference: string | null
  raw_amount: Raw
}

interface Money {
  id: string
  raw_amount: Raw
  reference_id?: string | null
  metadata?: Record<string, unknown> | null
}

interface Payment {
  id: string
  captures: Rows<Money>
  refunds: Rows<Money>
}

/** An order as the host has it; read apart from ingest, so that what ingest forgets to ask for is seen. */
export interface HostBooks {
  id: string
  version: number
  status: string
  is_draft_order: boolean | null
  currency_code: string
  customer_id: string | null
  raw_total: Raw
  summary: { raw_pending_difference: Raw }
  items: Rows<Line>
  shipping_methods: Rows<Line>
  credit_lines: Rows<CreditLine>
  transactions: Rows<Money>
  payment_collections: Rows<{ id: string; status: string; payments: Rows<Payment> }>
}

const FIELDS = [
  "id",
  "version",
  "status",
  "is_draft_order",
  "currency_code",
  "customer_id",
  "total",
  "raw_total",
  "summary.*",
  "items.*",
  "items.total",
  "items.raw_total",
  "items.return_requested_total",
  "items.raw_return_requested_total",
  "items.detail.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.total",
  "shipping_methods.raw_total",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "credit_lines.*",
  "transactions.*",
  "payment_collections.*",
  "payment_collections.payments.*",
  "payment_collections.payments.captures.*",
  "payment_collections.payments.refunds.*",
]

/** What the host has of an order now, without what the ledger has told it of money on account. */
export async function hostBooks(host: Host, orderId: string): Promise<HostBooks> {
  return withoutMirrors(await wholeBooks(host, orderId))
}

const MIRROR = /^(?:pay|capt|ordtrx)_[RB][0-9A-F]{26}$/

/** Told by the names of the rows alone, apart from how ingest tells them. */
function withoutMirrors(order: HostBooks): HostBooks {
  const mirrors = paymentsOf(order).filter(({ id }) => MIRROR.test(id))
  const transactions = rowsOf(order.transactions)
  const named = new Set(transactions.map(({ reference_id: id }) => id))
  const isPersons = ({ id, metadata }: Money): boolean =>
    named.has(id) && metadata?.["reconciliation_mirror"] === undefined
  const gone = new Set(
    mirrors.flatMap(({ id, refunds }) => [
      id,
      ...rowsOf(refunds).flatMap((row) => (isPersons(row) ? [] : [row.id])),
    ]),
  )
  const isTold = ({ id, reference_id: reference }: Money): boolean =>
    MIRROR.test(id) || gone.has(reference ?? "")
  const told = exactSum(amounts(transactions.filter(isTold)))
  const pending = exactSum([decimal(order.summary.raw_pending_difference), told])
  return {
    ...order,
    summary: { raw_pending_difference: { value: pending } },
    transactions: transactions.filter((row) => !isTold(row)),
    payment_collections: rowsOf(order.payment_collections).map((collection) => ({
      ...collection,
      payments: rowsOf(collection.payments).map((payment) =>
        MIRROR.test(payment.id)
          ? { ...payment, captures: [], refunds: rowsOf(payment.refunds).filter(isPersons) }
          : payment,
      ),
    })),
  }
}

async function wholeBooks(host: Host, orderId: string): Promise<HostBooks> {
  const [order] = await graph<HostBooks>(host.container(), "order", {
    fields: FIELDS,
    filters: { id: orderId },
  })
  if (!order) throw new Error(`the host has no order ${orderId}`)
  return order
}

/** The rows of a relation that are there. */
export function rowsOf<Row>(rows: Rows<Row>): Row[] {
  return (rows ?? []).filter((row): row is Row => row !== null && row !== undefined)
}

/** The exact decimal of a host amount. */
export const decimal = ({ value }: Raw): string => String(value)

const amounts = (rows: readonly { raw_amount: Raw }[]): string[] =>
  rows.map(({ raw_amount }) => decimal(raw_amount))

export function paymentsOf({ payment_collections: collections }: HostBooks): Payment[] {
  return rowsOf(collections).flatMap(({ payments }) => rowsOf(payments))
}

/** Lines and shipping methods. */
export function linesOf({ items, shipping_methods: methods }: HostBooks): Line[] {
  return [...rowsOf(items), ...rowsOf(methods)]
}

/** Exact sums of an order's rows, as decimal strings. */
export function sumsOf(order: HostBooks) {
  const payments = paymentsOf(order)
  const captured = exactSum(payments.flatMap(({ captures }) => amounts(rowsOf(captures))))
  const refunded = exactSum(payments.flatMap(({ refunds }) => amounts(rowsOf(refunds))))
  return {
    lines: exactSum(linesOf(order).map(({ raw_total }) => decimal(raw_total))),
    credited: exactSum(amounts(rowsOf(order.credit_lines))),
    captured,
    refunded,
    kept: exactSum([captured, negated(refunded)]),
    counted: exactSum(amounts(rowsOf(order.transactions))),
    returning: exactSum(
      rowsOf(order.items).map(({ raw_return_requested_total: raw }) => (raw ? decimal(raw) : "0")),
    ),
  }
}
