import { createHash } from "node:crypto"

/**
 * Ten faults of a store's own data and five oddities that are none, written down from the host's tables alone, by somebody who
 * has not seen the audit. Each entry makes one normal order of the host (placed, wholly paid by one payment with one capture, nothing refunded, version as the
 * host left it) into a faulty or an odd one, by statements to be run one after the other, in one transaction or not.
 *
 * - No statement contains a question mark, so knex's `raw(statement)` takes them as they are.
 * - Every entry first moves the order ten days back: rows younger than some minutes may rightly be passed over (flows.md R7).
 * - One entry an order. Applied twice to one order, primary keys refuse the second.
 */
export interface Plant {
  readonly name: string
  readonly kind: "fault" | "oddity"
  /** Why it is a fault, or none. */
  readonly why: string
  /** What a merchant ought to be told; of an oddity: nothing, and what a careless audit would say. */
  readonly told: string
  readonly sql: (orderId: string) => string[]
}

/** When the plant happened: after the order, and long enough ago. */
export const AT = "now() - interval '3 days'"
export const LATER = "now() - interval '2 days'"

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A new row's id, as the host makes them, and never that of a mirror of the plugin (`capt_R…`, `capt_B…`). */
export const newId = (prefix: string, orderId: string, what: string): string =>
  literal(
    `${prefix}_01${createHash("sha256").update(`${orderId} ${what}`).digest("hex").slice(0, 24).toUpperCase()}`,
  )

/** An exact amount as the host keeps it beside the number. */
export const raw = (amount: string): string =>
  `jsonb_build_object('value', trim_scale(${amount})::text, 'precision', 20)`

/** The first capture of the order: planted ones are younger. */
export const captureOf = (o: string): string =>
  `(select c.id from order_payment_collection l
      join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
      join capture c on c.payment_id = p.id and c.deleted_at is null
     where l.order_id = ${o} and l.deleted_at is null
     order by c.created_at, c.id limit 1)`

export const paymentOf = (o: string): string =>
  `(select x.payment_id from capture x where x.id = ${captureOf(o)})`

export const collectionOf = (o: string): string =>
  `(select y.payment_collection_id from payment y where y.id = ${paymentOf(o)})`

/** What the order's payment is of; no entry changes it. */
export const paid = (o: string): string =>
  `(select (z.raw_amount ->> 'value')::numeric from payment z where z.id = ${paymentOf(o)})`

/** About a quarter of it, in whole units of any currency. */
export const part = (o: string): string => `greatest(round(${paid(o)} / 4), 1)`

export const versionOf = (o: string): string => `(select v.version from "order" v where v.id = ${o})`
export const currencyOf = (o: string): string => `(select v.currency_code from "order" v where v.id = ${o})`

/** A total that the summary `s` has now. */
export const was = (total: string): string =>
  `coalesce((s.totals #>> '{raw_${total},value}')::numeric, (s.totals ->> '${total}')::numeric, 0)`

/** Sets totals in the summary of the order's version, the number and the exact text. */
export function setTotals(o: string, totals: Record<string, string>): string {
  const pairs = Object.entries(totals).flatMap(([total, amount]) => [
    `'${total}', trim_scale(${amount})`,
    `'raw_${total}', ${raw(amount)}`,
  ])
  return `update order_summary s set totals = s.totals || jsonb_build_object(${pairs.join(", ")})
     from "order" o
    where o.id = ${o} and s.order_id = o.id and s.version = o.version and s.deleted_at is null`
}

/** What the host does to the summary when it writes, or deletes, a transaction. */
export const counted = (o: string, amount: string, kind: "paid" | "refunded"): string =>
  setTotals(o, {
    [`${kind}_total`]: `(${was(`${kind}_total`)} + ${amount})`,
    transaction_total: `(${was("transaction_total")} ${kind === "paid" ? "+" : "-"} ${amount})`,
    pending_difference: `(${was("pending_difference")} ${kind === "paid" ? "-" : "+"} ${amount})`,
  })

interface Row {
  readonly id: string
  readonly amount: string
  readonly at?: string
}

export const newCapture = (o: string, { id, amount, at = AT }: Row): string =>
  `insert into capture (id, amount, raw_amount, payment_id, created_at, updated_at)
   select ${id}, trim_scale(${amount}), ${raw(amount)}, ${paymentOf(o)}, ${at}, ${at}`

export const newRefund = (o: string, { id, amount, at = AT }: Row): string =>
  `insert into refund (id, amount, raw_amount, payment_id, created_at, updated_at)
   select ${id}, trim_scale(${amount}), ${raw(amount)}, ${paymentOf(o)}, ${at}, ${at}`

export const newTransaction = (
  o: string,
  { id, amount, at = AT, reference, referenceId }: Row & { reference: string; referenceId: string },
): string =>
  `insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id, created_at, updated_at)
   select ${id}, ${o}, ${versionOf(o)}, trim_scale(${amount}), ${raw(amount)}, ${currencyOf(o)}, ${literal(reference)}, ${referenceId}, ${at}, ${at}`

/** Rows of a table again, as rows of the order's next version; `from` names them `t`, beside the order `o`. */
export const copied = (o: string, table: string, prefix: string, from: string): string =>
  `insert into ${table}
   select r.* from "order" o ${from}
    cross join lateral jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(
      'id', '${prefix}_01' || upper(substr(md5(t.id || '.' || o.version::text), 1, 24)), 'version', o.version + 1)) r
    where o.id = ${o} and t.deleted_at is null`

/** The next version of an order, as the host makes it with a credit line; `credit` may be 0, as on a cancellation. */
export function nextVersion(o: string, orderId: string, credit: string, at = AT): string[] {
  const change = newId("ordch", orderId, "change of a credit line")
  const collection = collectionOf(o)
  return [
    `insert into order_change (id, order_id, version, change_type, status, confirmed_at, created_at, updated_at)
     select ${change}, o.id, o.version + 1, 'credit_line', 'confirmed', ${at}, ${at}, ${at} from "order" o where o.id = ${o}`,
    `insert into order_change_action
       (id, order_id, version, order_change_id, reference, reference_id, action, details, amount, raw_amount, applied, created_at, updated_at)
     select ${newId("ordchact", orderId, "action of a credit line")}, o.id, o.version + 1, ${change}, 'payment_collection', ${collection},
            'CREDIT_LINE_ADD', '{}'::jsonb, trim_scale(${credit}), ${raw(credit)}, true, ${at}, ${at}
       from "order" o where o.id = ${o}`,
    copied(
      o,
      "order_line_item_adjustment",
      "ordliadj",
      `join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
       join order_line_item_adjustment t on t.item_id = i.item_id and t.version = o.version`,
    ),
    copied(
      o,
      "order_shipping_method_adjustment",
      "ordsmadj",
      `join order_shipping i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
       join order_shipping_method_adjustment t on t.shipping_method_id = i.shipping_method_id and t.version = o.version`,
    ),
    copied(o, "order_item", "orditem", "join order_item t on t.order_id = o.id and t.version = o.version"),
    copied(
      o,
      "order_shipping",
      "ordspmv",
      "join order_shipping t on t.order_id = o.id and t.version = o.version",
    ),
    copied(
      o,
      "order_credit_line",
      "ordcl",
      "join order_credit_line t on t.order_id = o.id and t.version = o.version",
    ),
    copied(
      o,
      "order_summary",
      "ordsum",
      "join order_summary t on t.order_id = o.id and t.version = o.version",
    ),
    `insert into order_credit_line (id, order_id, version, reference, reference_id, amount, raw_amount, metadata, created_at, updated_at)
     select ${newId("ordcl", orderId, "credit line")}, o.id, o.version + 1, 'payment_collection', ${collection}, trim_scale(${credit}),
            ${raw(credit)}, jsonb_build_object('created_in_version', o.version + 1), ${at}, ${at}
       from "order" o where o.id = ${o}`,
    `update "order" set version = version + 1, updated_at = ${at} where id = ${o}`,
    setTotals(o, {
      current_order_total: `(${was("current_order_total")} - ${credit})`,
      accounting_total: `(${was("current_order_total")} - ${credit})`,
      pending_difference: `(${was("pending_difference")} - ${credit})`,
      credit_line_total: credit,
    }),
  ]
}

/** Makes the order and its money ten days old. */
export function aged(o: string): string[] {
  const back = (columns: readonly string[]): string =>
    columns.map((column) => `${column} = ${column} - interval '10 days'`).join(", ")
  const made = back(["created_at", "updated_at"])
  const collections = `(select l.payment_collection_id from order_payment_collection l where l.order_id = ${o})`
  const payments = `(select p.id from payment p where p.payment_collection_id in ${collections})`
  const lines = `(select i.item_id from order_item i where i.order_id = ${o})`
  const methods = `(select i.shipping_method_id from order_shipping i where i.order_id = ${o})`
  return [
    `update "order" set ${made} where id = ${o}`,
    `update order_summary set ${made} where order_id = ${o}`,
    `update order_line_item set ${made} where id in ${lines}`,
    `update order_line_item_tax_line set ${made} where item_id in ${lines}`,
    `update order_shipping_method set ${made} where id in ${methods}`,
    `update order_shipping_method_tax_line set ${made} where shipping_method_id in ${methods}`,
    `update order_item set ${made} where order_id = ${o}`,
    `update order_shipping set ${made} where order_id = ${o}`,
    `update order_transaction set ${made} where order_id = ${o}`,
    `update capture set ${made} where payment_id in ${payments}`,
    `update payment set ${back(["created_at", "updated_at", "captured_at"])} where payment_collection_id in ${collections}`,
    `update payment_session set ${made} where payment_collection_id in ${collections}`,
    `update payment_collection set ${back(["created_at", "updated_at", "completed_at"])} where id in ${collections}`,
    `update order_payment_collection set ${made} where order_id = ${o}`,
  ]
}

export const cancelled = (o: string): string =>
  `update "order" set status = 'canceled', canceled_at = ${AT}, updated_at = ${AT} where id = ${o}`
