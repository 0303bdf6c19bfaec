import { trimZeros } from "@medusajs/framework/utils"
import type {
  HostCreditLine,
  HostLine,
  HostMoneyRow,
  HostOrderChange,
  HostPaymentCollection,
  HostShippingMethod,
  HostTaxLine,
  HostTransaction,
  HostVersion,
  ReadOrder,
} from "../host-order"
import { numberOf, totalsOfLines, totalsOfMethods, type LineToTotal, type MethodToTotal } from "./totals"

/** Amounts, quantities and rates are exact texts; moments texts of PostgreSQL; each array as orders.sql.ts builds it. */
type Metadata = Record<string, unknown> | null
type TaxRow = [code: string, rate: string, createdAt: string]
type LineRow = [
  id: string,
  title: string | null,
  productTitle: string | null,
  variantTitle: string | null,
  variantId: string | null,
  productId: string | null,
  createdAt: string,
  unitPrice: string,
  isTaxInclusive: boolean,
  metadata: Metadata,
  quantity: string,
  writtenOff: string | null,
  received: string | null,
  dismissed: string | null,
  requested: string | null,
  taxes: TaxRow[] | null,
  adjustments: [amount: string, isTaxInclusive: boolean][] | null,
]
type MethodRow = [
  id: string,
  name: string,
  createdAt: string,
  amount: string,
  isTaxInclusive: boolean,
  returnId: string | null,
  metadata: Metadata,
  taxes: TaxRow[] | null,
  adjustments: [amount: string][] | null,
]
type CreditLineRow = [
  id: string,
  reference: string | null,
  referenceId: string | null,
  amount: string,
  createdAt: string,
  metadata: Metadata,
]
type VersionRow = [
  version: number,
  lines: LineRow[] | null,
  methods: MethodRow[] | null,
  creditLines: CreditLineRow[] | null,
]
type TransactionRow = [
  id: string,
  reference: string | null,
  referenceId: string | null,
  version: number,
  amount: string,
]
type MoneyRow = [id: string, amount: string, createdAt: string, createdBy: string | null, metadata: Metadata]
type PaymentRow = [
  id: string,
  providerId: string,
  metadata: Metadata,
  captures: MoneyRow[] | null,
  refunds: MoneyRow[] | null,
]
type CollectionRow = [id: string, updatedAt: string, payments: PaymentRow[] | null]
type ActionRow = [id: string, action: string, referenceId: string | null]
type ChangeRow = [
  version: number,
  type: string | null,
  confirmedAt: string | null,
  actions: ActionRow[] | null,
]
type Facts = [
  displayId: number | null,
  customDisplayId: string | null,
  status: string,
  isDraft: boolean,
  customerId: string | null,
  salesChannelId: string | null,
  currencyCode: string,
  createdAt: string,
  updatedAt: string,
  canceledAt: string | null,
  version: number,
  metadata: Metadata,
]

/** One row of readHostOrders. */
export interface HostOrderRow {
  readonly id: string
  readonly facts: Facts
  readonly versions: VersionRow[]
  readonly transactions: TransactionRow[] | null
  readonly collections: CollectionRow[] | null
  readonly changes: ChangeRow[] | null
}

/**
 * What the host's own read would answer of the same rows.
 *
 * @throws what the host's functions throw of a row they cannot add up
 */
export function orderOf({ id, facts, ...row }: HostOrderRow, withMetadata: boolean): ReadOrder {
  const shown = row.versions.map(versionOf)
  const present = shown.at(-1)
  if (!present) throw new Error(`order ${id} has no version`)
  return {
    order: {
      id,
      display_id: facts[0],
      custom_display_id: facts[1],
      status: facts[2],
      is_draft_order: facts[3],
      customer_id: facts[4],
      sales_channel_id: facts[5],
      currency_code: facts[6],
      created_at: facts[7],
      updated_at: facts[8],
      canceled_at: facts[9],
      ...(withMetadata && { metadata: facts[11] }),
      ...present,
      transactions: (row.transactions ?? []).map(transactionOf),
      payment_collections: (row.collections ?? []).map((collection) =>
        collectionOf(collection, withMetadata),
      ),
    },
    versions: shown.slice(0, -1),
    changes: (row.changes ?? []).map((change) => changeOf(change, id)),
  }
}

function versionOf([version, lines, methods, creditLines]: VersionRow): HostVersion {
  return {
    version,
    items: linesOf(lines ?? []),
    shipping_methods: methodsOf(methods ?? []),
    credit_lines: (creditLines ?? []).map(creditLineOf),
  }
}

function linesOf(rows: readonly LineRow[]): HostLine[] {
  const totals = totalsOfLines(rows.map(toTotal))
  return rows.map((row, index) => ({
    id: row[0],
    title: row[1],
    product_title: row[2],
    variant_title: row[3],
    variant_id: row[4],
    product_id: row[5],
    created_at: row[6],
    metadata: row[9],
    quantity: numberOf(row[10]),
    detail: {
      written_off_quantity: quantity(row[11]),
      return_received_quantity: quantity(row[12]),
      return_dismissed_quantity: quantity(row[13]),
      return_requested_quantity: quantity(row[14]),
    },
    raw_total: totals[index]?.raw_total ?? null,
    tax_lines: taxesOf(row[15] ?? [], totals[index]?.taxes),
  }))
}

const toTotal = (row: LineRow): LineToTotal => ({
  id: row[0],
  unit_price: row[7],
  is_tax_inclusive: row[8],
  quantity: row[10],
  detail: {
    return_received_quantity: row[12],
    return_dismissed_quantity: row[13],
    return_requested_quantity: row[14],
  },
  tax_lines: (row[15] ?? []).map(([, rate]) => ({ rate })),
  adjustments: (row[16] ?? []).map(([amount, inclusive]) => ({ amount, is_tax_inclusive: inclusive })),
})

function methodsOf(rows: readonly MethodRow[]): HostShippingMethod[] {
  const totals = totalsOfMethods(rows.map(methodToTotal))
  return rows.map((row, index) => ({
    id: row[0],
    name: row[1],
    created_at: row[2],
    detail: { return_id: row[5] },
    metadata: row[6],
    raw_total: totals[index]?.raw_total ?? null,
    tax_lines: taxesOf(row[7] ?? [], totals[index]?.taxes),
  }))
}

const methodToTotal = (row: MethodRow): MethodToTotal => ({
  id: row[0],
  amount: row[3],
  is_tax_inclusive: row[4],
  tax_lines: (row[7] ?? []).map(([, rate]) => ({ rate })),
  adjustments: (row[8] ?? []).map(([amount]) => ({ amount })),
})

const quantity = (text: string | null): number => (text === null ? 0 : numberOf(text))

function taxesOf(rows: readonly TaxRow[], totals: readonly { value: string | number }[] = []): HostTaxLine[] {
  return rows.map(([code, rate, createdAt], index) => ({
    code,
    rate,
    created_at: createdAt,
    raw_total: totals[index] ?? null,
  }))
}

/** The host trims what the order itself keeps, and leaves captures and refunds as they stand. */
const trimmed = (amount: string): { value: string } => ({ value: trimZeros(amount) })

const creditLineOf = ([
  id,
  reference,
  referenceId,
  amount,
  createdAt,
  metadata,
]: CreditLineRow): HostCreditLine => ({
  id,
  reference,
  reference_id: referenceId,
  raw_amount: trimmed(amount),
  created_at: createdAt,
  metadata,
})

const transactionOf = ([id, reference, referenceId, version, amount]: TransactionRow): HostTransaction => ({
  id,
  reference,
  reference_id: referenceId,
  version,
  raw_amount: trimmed(amount),
})

const collectionOf = (
  [id, updatedAt, payments]: CollectionRow,
  withMetadata: boolean,
): HostPaymentCollection => ({
  id,
  updated_at: updatedAt,
  payments: (payments ?? []).map(([paymentId, providerId, metadata, captures, refunds]) => ({
    id: paymentId,
    provider_id: providerId,
    ...(withMetadata && { metadata }),
    captures: (captures ?? []).map(moneyOf),
    refunds: (refunds ?? []).map(moneyOf),
  })),
})

const moneyOf = ([id, amount, createdAt, createdBy, metadata]: MoneyRow): HostMoneyRow => ({
  id,
  raw_amount: { value: amount },
  created_at: createdAt,
  created_by: createdBy,
  metadata,
})

const changeOf = ([version, type, confirmedAt, actions]: ChangeRow, orderId: string): HostOrderChange => ({
  order_id: orderId,
  version,
  change_type: type,
  confirmed_at: confirmedAt,
  actions: (actions ?? []).map(([id, action, referenceId]) => ({ id, action, reference_id: referenceId })),
})
