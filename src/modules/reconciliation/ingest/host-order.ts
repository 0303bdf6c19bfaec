import { ReconciliationError } from "../domain/errors"

/**
 * The shapes of the host that ingest reads, as `query.graph` gives them. Every amount comes twice: a
 * float that is never read, and `raw_…` with the exact decimal.
 */
export interface RawAmount {
  value: string | number
}

/**
 * A quantity as the host gives it: a number, or an object of the host's own that stands for one. Which of
 * the two differs from field to field and from read to read.
 */
export type Quantity = number | { valueOf(): number }

export interface HostTaxLine {
  code?: string | null
  /** In per cent; the host's own object for it says its exact text. */
  rate?: number | string | null
  raw_total?: RawAmount | null
  created_at?: string | Date | null
}

export interface HostLine {
  id: string
  title?: string | null
  product_title?: string | null
  variant_title?: string | null
  variant_id?: string | null
  product_id?: string | null
  quantity?: Quantity | null
  created_at?: string | Date | null
  metadata?: Record<string, unknown> | null
  raw_total?: RawAmount | null
  tax_lines?: (HostTaxLine | null)[] | null
  detail?: {
    written_off_quantity?: Quantity | null
    return_received_quantity?: Quantity | null
    return_dismissed_quantity?: Quantity | null
    return_requested_quantity?: Quantity | null
  } | null
  /** What a piece takes of the stock; read where deliveries are. */
  variant?: {
    inventory_items?:
      ({ inventory_item_id?: string | null; required_quantity?: Quantity | null } | null)[] | null
  } | null
}

export interface HostShippingMethod {
  id: string
  name?: string | null
  created_at?: string | Date | null
  metadata?: Record<string, unknown> | null
  raw_total?: RawAmount | null
  tax_lines?: (HostTaxLine | null)[] | null
  detail?: { return_id?: string | null } | null
}

export interface HostCreditLine {
  id: string
  reference?: string | null
  reference_id?: string | null
  raw_amount: RawAmount
  created_at?: string | Date | null
  metadata?: Record<string, unknown> | null
}

export interface HostMoneyRow {
  id: string
  raw_amount: RawAmount
  created_at: string | Date
  created_by?: string | null
  metadata?: Record<string, unknown> | null
}

export interface HostPayment {
  id: string
  provider_id?: string | null
  /** Read where an option names a key of it. */
  metadata?: Record<string, unknown> | null
  captures?: (HostMoneyRow | null)[] | null
  refunds?: (HostMoneyRow | null)[] | null
}

export interface HostPaymentCollection {
  id: string
  updated_at?: string | Date | null
  payments?: (HostPayment | null)[] | null
}

export interface HostTransaction {
  id?: string
  reference?: string | null
  /** The version of the order in which the host counted it. */
  version?: number | null
  reference_id?: string | null
  raw_amount: RawAmount
}

/** What one version of an order says of its lines. */
export interface HostVersion {
  version: number
  items?: (HostLine | null)[] | null
  shipping_methods?: (HostShippingMethod | null)[] | null
  credit_lines?: (HostCreditLine | null)[] | null
}

/** What left the store, and came to the customer. */
export interface HostFulfilment {
  id: string
  created_at?: string | Date | null
  shipped_at?: string | Date | null
  delivered_at?: string | Date | null
  canceled_at?: string | Date | null
  items?:
    | ({
        line_item_id?: string | null
        inventory_item_id?: string | null
        quantity?: Quantity | null
      } | null)[]
    | null
}

export interface HostOrder extends HostVersion {
  id: string
  display_id?: number | string | null
  custom_display_id?: string | null
  status: string
  is_draft_order?: boolean | null
  currency_code: string
  customer_id?: string | null
  sales_channel_id?: string | null
  /** Read where an option names a key of it. */
  metadata?: Record<string, unknown> | null
  created_at: string | Date
  updated_at?: string | Date | null
  canceled_at?: string | Date | null
  payment_collections?: (HostPaymentCollection | null)[] | null
  transactions?: (HostTransaction | null)[] | null
  /** Read where terms of payment ask for it. */
  fulfillments?: (HostFulfilment | null)[] | null
  customer?: { groups?: ({ id: string } | null)[] | null } | null
}

export interface HostOrderChange {
  order_id: string
  version: number
  change_type?: string | null
  confirmed_at?: string | Date | null
  actions?: (HostChangeAction | null)[] | null
}

/** One thing that a change does; a transfer's names whom the order goes to. */
export interface HostChangeAction {
  action?: string | null
  reference_id?: string | null
}

/** The rows of a host relation that are there. */
export function present<Value>(rows: readonly (Value | null)[] | null | undefined): Value[] {
  return (rows ?? []).filter((row): row is Value => row !== null && row !== undefined)
}

/**
 * The exact decimal of a host amount. An absent one is a read that asked for too little, never nothing:
 * a line read as 0 would be taken off the ledger.
 *
 * @param ids names the row that has no amount
 * @throws host_amount_missing
 */
export function exact(
  amount: RawAmount | null | undefined,
  ids: Readonly<Record<string, string>> = {},
): string {
  if (hasAmount(amount)) return String(amount.value)
  const row = Object.entries(ids).map(([kind, id]) => `${kind} ${id}`)
  throw new ReconciliationError({
    type: "unexpected_state",
    code: "host_amount_missing",
    message: `The host gave no exact amount of ${row.join(", ") || "a row"}.`,
    ids,
    remedy:
      "Nothing was written. Read the order with every field of ORDER_FIELDS; if the row itself has no raw amount, correct it in the host.",
  })
}

export function hasAmount(amount: RawAmount | null | undefined): amount is RawAmount {
  return amount?.value !== undefined && amount.value !== null
}

/** A host quantity as a number; none is 0. */
export function quantityOf(quantity: Quantity | null | undefined): number {
  return Number(quantity ?? 0)
}

/** A host moment as ISO text in UTC. */
export function moment(value: string | Date): string {
  return new Date(value).toISOString()
}

/** The latest of some moments, null when there is none. */
export function latest(values: readonly (string | Date | null | undefined)[]): string | null {
  const moments = values.flatMap((value) => (value ? [moment(value)] : []))
  return moments.length === 0 ? null : moments.reduce((one, other) => (one > other ? one : other))
}

/** An order with its versions before the one in force, oldest first, and the confirmed changes that made them. */
export interface ReadOrder {
  readonly order: HostOrder
  readonly versions: readonly HostVersion[]
  readonly changes: readonly HostOrderChange[]
}
