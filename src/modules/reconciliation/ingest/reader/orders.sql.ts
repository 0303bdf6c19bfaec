import type { Statement } from "../../ledger/statement"

/**
 * The host's own tables that the statement reads. Every row of each may be deleted softly, links and joined rows too, and
 * counts as gone then: the host's reads leave it out.
 */
export const TABLES = [
  "order",
  "order_item",
  "order_line_item",
  "order_line_item_tax_line",
  "order_line_item_adjustment",
  "order_shipping",
  "order_shipping_method",
  "order_shipping_method_tax_line",
  "order_shipping_method_adjustment",
  "order_credit_line",
  "order_transaction",
  "order_change",
  "order_change_action",
  "order_payment_collection",
  "payment_collection",
  "payment",
  "capture",
  "refund",
] as const

const value = (column: string): string => `${column}->>'value'`

const arrays = (columns: readonly string[]): string => `json_build_array(${columns.join(", ")})`

/** Rows as arrays, so that no name of a column is sent with each; null where there is none. */
const rows = (columns: readonly string[], order: string, from: string): string =>
  `(select json_agg(${arrays(columns)} order by ${order}) from ${from})`

const taxLines = (table: string, owner: string): string =>
  rows(
    ["t.code", value("t.raw_rate"), "t.created_at"],
    "t.id",
    `${table} t where t.${owner} = l.id and t.deleted_at is null`,
  )

/**
 * As the host's page lists what was made at one moment: as it was written, or by id in a database that has no statistics
 * yet. The page asks for no order, so that is what PostgreSQL's plans make of it.
 */
const listed = (row: string): string => `case when h.has_statistics then '' else l.id end, ${row}.ctid`

const lines = rows(
  [
    "l.id",
    "l.title",
    "l.product_title",
    "l.variant_title",
    "l.variant_id",
    "l.product_id",
    "l.created_at",
    // A version's own price and metadata come before the line's; a price is there when its exact text is.
    `case when i.raw_unit_price is null then ${value("l.raw_unit_price")} else ${value("i.raw_unit_price")} end`,
    "l.is_tax_inclusive",
    "coalesce(nullif(i.metadata, 'null'), l.metadata)",
    value("i.raw_quantity"),
    value("i.raw_written_off_quantity"),
    value("i.raw_return_received_quantity"),
    value("i.raw_return_dismissed_quantity"),
    value("i.raw_return_requested_quantity"),
    taxLines("order_line_item_tax_line", "item_id"),
    rows(
      [value("a.raw_amount"), "a.is_tax_inclusive"],
      "a.id",
      "order_line_item_adjustment a where a.item_id = l.id and a.version = i.version and a.deleted_at is null",
    ),
  ],
  listed("i"),
  `order_item i join order_line_item l on l.id = i.item_id and l.deleted_at is null
     where i.order_id = o.id and i.version = v.version and i.deleted_at is null`,
)

const methods = rows(
  [
    "l.id",
    "l.name",
    "l.created_at",
    value("l.raw_amount"),
    "l.is_tax_inclusive",
    "s.return_id",
    "l.metadata",
    taxLines("order_shipping_method_tax_line", "shipping_method_id"),
    rows(
      [value("a.raw_amount")],
      "a.id",
      `order_shipping_method_adjustment a
         where a.shipping_method_id = l.id and a.version = s.version and a.deleted_at is null`,
    ),
  ],
  listed("s"),
  `order_shipping s join order_shipping_method l on l.id = s.shipping_method_id and l.deleted_at is null
     where s.order_id = o.id and s.version = v.version and s.deleted_at is null`,
)

const creditLines = rows(
  ["c.id", "c.reference", "c.reference_id", value("c.raw_amount"), "c.created_at", "c.metadata"],
  "c.id",
  "order_credit_line c where c.order_id = o.id and c.version = v.version and c.deleted_at is null",
)

const transactions = rows(
  ["t.id", "t.reference", "t.reference_id", "t.version", value("t.raw_amount")],
  "t.id",
  "order_transaction t where t.order_id = o.id and t.deleted_at is null",
)

const money = (table: string): string =>
  rows(
    ["m.id", value("m.raw_amount"), "m.created_at", "m.created_by", "m.metadata"],
    "m.id",
    `${table} m where m.payment_id = p.id and m.deleted_at is null`,
  )

const payments = rows(
  ["p.id", "p.provider_id", "case when $3 then p.metadata end", money("capture"), money("refund")],
  "p.id",
  "payment p where p.payment_collection_id = c.id and p.deleted_at is null",
)

const collections = rows(
  ["c.id", "c.updated_at", payments],
  "c.id",
  `order_payment_collection k join payment_collection c on c.id = k.payment_collection_id and c.deleted_at is null
     where k.order_id = o.id and k.deleted_at is null`,
)

const actions = rows(
  ["a.id", "a.action", "a.reference_id"],
  "a.ordering",
  "order_change_action a where a.order_change_id = c.id and a.deleted_at is null",
)

const changes = rows(
  ["c.version", "c.change_type", "c.confirmed_at", actions],
  "c.id",
  "order_change c where c.order_id = o.id and c.confirmed_at is not null and c.deleted_at is null",
)

const facts = arrays([
  "o.display_id",
  "o.custom_display_id",
  "o.status",
  "o.is_draft_order",
  "o.customer_id",
  "o.sales_channel_id",
  "o.currency_code",
  "o.created_at",
  "o.updated_at",
  "o.canceled_at",
  "o.version",
  "case when $3 then o.metadata end",
])

/**
 * Some orders as the host has them now, with the last version of each that the ledger holds and every later one: lines,
 * methods and credit lines of a version, and the money, which has none. Amounts are the exact texts that the host keeps.
 * One statement is one moment. $1 ids, $2 the versions that the ledger holds (0: none), $3 whether metadata of orders and
 * payments are wanted. Primary keys and the host's indexes on order_id; a row an order that there is, at most a hundred.
 */
export const readHostOrders: Statement = {
  name: "read_host_orders",
  prepared: true,
  text: `select o.id, ${facts} as facts,
      (select json_agg(json_build_array(v.version, ${lines}, ${methods}, ${creditLines}) order by v.version)
         from generate_series(least(greatest(w.known, 1), o.version), o.version) v (version)) as versions,
      ${transactions} as transactions, ${collections} as collections,
      case when o.version > 1 then ${changes} end as changes
    from (select (select reltuples > 0 from pg_class where oid = to_regclass('order_item')) as has_statistics) h
   cross join unnest($1::text[], $2::int[]) w (id, known)
    join "order" o on o.id = w.id and o.deleted_at is null`,
}

/** One text for the names and types of all columns of the tables above, and how many of them there are. One row. */
export const readHostSchema: Statement = {
  name: "read_host_schema",
  text: `select count(distinct c.oid)::int as tables,
      md5(string_agg(format('%s.%s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod)), ','
        order by c.relname collate "C", a.attname collate "C")) as digest
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.oid = any (select to_regclass(format('%I', name)) from unnest($1::text[]) name)`,
}
