import {
  moment,
  present,
  quantityOf,
  type HostLine,
  type HostMoneyRow,
  type HostOrder,
  type HostTaxLine,
  type HostVersion,
  type ReadOrder,
} from "../host-order"

/** A value, or rows of values by their names. */
type Told = string | number | boolean | null | { readonly [name: string]: Told }

/**
 * Where two reads of an order first say different things, as a path through what ingest reads of it: names of fields, and
 * of rows by their id. Null when they say the same. Rows are compared in no order, because the host promises none.
 * Values are never told: they are a customer's.
 */
export function firstDifference(one: ReadOrder, other: ReadOrder): string | null {
  return differing(toldOf(one), toldOf(other), [])
}

function differing(one: Told | undefined, other: Told | undefined, path: readonly string[]): string | null {
  if (isBranch(one) && isBranch(other)) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    for (const name of names) {
      const found = differing(one[name], other[name], [...path, name])
      if (found !== null) return found
    }
    return null
  }
  return one === other ? null : path.join(".")
}

const isBranch = (told: Told | undefined): told is { readonly [name: string]: Told } =>
  typeof told === "object" && told !== null

/** All that ingest reads, with one spelling of each kind of value. */
function toldOf({ order, versions, changes }: ReadOrder): Told {
  return {
    ...factsOf(order),
    versions: byName([...versions, order], ({ version }) => String(version), versionOf),
    transactions: byName(
      present(order.transactions),
      nameOf,
      ({ reference, reference_id, version, raw_amount }) => ({
        reference: reference ?? null,
        reference_id: reference_id ?? null,
        version: version ?? null,
        amount: String(raw_amount.value),
      }),
    ),
    collections: byName(present(order.payment_collections), nameOf, ({ updated_at, payments }) => ({
      updated_at: at(updated_at),
      payments: byName(present(payments), nameOf, ({ provider_id, metadata, captures, refunds }) => ({
        provider_id: provider_id ?? null,
        metadata: text(metadata),
        captures: byName(present(captures), nameOf, moneyOf),
        refunds: byName(present(refunds), nameOf, moneyOf),
      })),
    })),
    changes: byName(
      changes.filter(({ confirmed_at: confirmed }) => confirmed),
      ({ version, change_type: type, confirmed_at: confirmed }) => [version, type, at(confirmed)].join(" "),
      ({ actions }) =>
        inAnyOrder(present(actions), ({ action, reference_id }) => `${action ?? ""} ${reference_id ?? ""}`),
    ),
  }
}

function factsOf(order: HostOrder): Record<string, Told> {
  return {
    display_id: text(order.display_id),
    custom_display_id: order.custom_display_id ?? null,
    status: order.status,
    is_draft_order: order.is_draft_order ?? false,
    currency_code: order.currency_code,
    customer_id: order.customer_id ?? null,
    sales_channel_id: order.sales_channel_id ?? null,
    metadata: text(order.metadata),
    created_at: at(order.created_at),
    updated_at: at(order.updated_at),
    canceled_at: at(order.canceled_at),
  }
}

function versionOf(version: HostVersion): Told {
  return {
    items: byName(present(version.items), nameOf, lineOf),
    shipping_methods: byName(present(version.shipping_methods), nameOf, (method) => ({
      name: method.name ?? null,
      metadata: text(method.metadata),
      created_at: at(method.created_at),
      return_id: method.detail?.return_id ?? null,
      total: amountOf(method.raw_total),
      tax_lines: taxesOf(method.tax_lines),
    })),
    credit_lines: byName(present(version.credit_lines), nameOf, (line) => ({
      reference: line.reference ?? null,
      reference_id: line.reference_id ?? null,
      amount: amountOf(line.raw_amount),
      created_at: at(line.created_at),
      metadata: text(line.metadata),
    })),
  }
}

function lineOf(line: HostLine): Told {
  return {
    title: line.title ?? null,
    product_title: line.product_title ?? null,
    variant_title: line.variant_title ?? null,
    variant_id: line.variant_id ?? null,
    product_id: line.product_id ?? null,
    created_at: at(line.created_at),
    metadata: text(line.metadata),
    quantity: quantityOf(line.quantity),
    written_off_quantity: quantityOf(line.detail?.written_off_quantity),
    return_received_quantity: quantityOf(line.detail?.return_received_quantity),
    return_dismissed_quantity: quantityOf(line.detail?.return_dismissed_quantity),
    return_requested_quantity: quantityOf(line.detail?.return_requested_quantity),
    total: amountOf(line.raw_total),
    tax_lines: taxesOf(line.tax_lines),
  }
}

const moneyOf = ({ raw_amount, created_at, created_by, metadata }: HostMoneyRow): Told => ({
  amount: amountOf(raw_amount),
  created_at: at(created_at),
  created_by: created_by ?? null,
  metadata: text(metadata),
})

/** Tax lines are read without their ids: one text says them all. */
const taxesOf = (taxes: readonly (HostTaxLine | null)[] | null | undefined): string =>
  inAnyOrder(present(taxes), ({ code, rate, created_at: made, raw_total: total }) =>
    [code, rate, at(made), amountOf(total)].join(" "),
  )

const inAnyOrder = <Row>(rows: readonly Row[], tell: (row: Row) => string): string =>
  rows.map(tell).toSorted().join("; ")

/** Rows by name; equal names are counted. */
function byName<Row>(
  rows: readonly Row[],
  name: (row: Row) => string,
  tell: (row: Row) => Told,
): Record<string, Told> {
  const told: Record<string, Told> = {}
  for (const row of rows) {
    const first = name(row)
    let key = first
    for (let count = 2; key in told; count += 1) key = `${first} (${count})`
    told[key] = tell(row)
  }
  return told
}

const nameOf = ({ id }: { readonly id?: string }): string => id ?? ""
const at = (value: string | Date | null | undefined): string | null => (value ? moment(value) : null)
const amountOf = (amount: { readonly value: string | number } | null | undefined): string | null =>
  amount ? String(amount.value) : null

/** Objects without the order of their keys, which the database does not keep. */
function text(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
