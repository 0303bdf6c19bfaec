import type { Statement } from "../ledger/statement"

const exactOf = (column: string): string => `${column}->>'value'`

const amounts = (table: string): string =>
  `'raw', ${exactOf(`${table}.raw_amount`)}, 'plain', ${table}.amount::text`

const money = (table: string, where: string): string => `(select json_agg(json_build_object('id', m.id,
      'at', m.created_at, ${amounts("m")}) order by m.id) from ${table} m where ${where} and m.deleted_at is null)`

const order = `json_build_object('id', o.id, 'display_id', coalesce(o.custom_display_id, o.display_id::text, o.id),
      'currency', o.currency_code)`

const collection = `(select json_build_object('id', c.id, 'deleted', c.deleted_at is not null, 'currency', c.currency_code,
      'orders', (select coalesce(json_agg(${order} order by o.id), '[]')
         from order_payment_collection k join "order" o on o.id = k.order_id and o.deleted_at is null
        where k.payment_collection_id = c.id and k.deleted_at is null))
    from payment_collection c where c.id = p.payment_collection_id)`

/** Orders whose own transactions name a row of the payment: where it belonged, though nothing joins them any more. */
const naming = (rows: string): string => `(select coalesce(json_agg(distinct o.id), '[]')
      from order_transaction t join "order" o on o.id = t.order_id and o.deleted_at is null
     where t.deleted_at is null and t.reference_id = any (${rows}))`

const ownRows = `array(select m.id from capture m where m.payment_id = p.id
      union all select m.id from refund m where m.payment_id = p.id)`

const orders = (ids: string): string => `(select json_agg(${order} order by o.id) from "order" o
    where o.id in (select json_array_elements_text(${ids})))`

/**
 * A page of the host's payments, each with what was captured and refunded of it, its collection and the orders that it
 * belongs to. Only of one that no order has, orders are sought whose transactions name it, for which the host has no index:
 * so rarely is that needed. $1 the last id of the page before, $2 how many. A row a payment.
 */
export const readAuditedPayments: Statement = {
  name: "read_audited_payments",
  text: `select p.id, p.provider_id, p.currency_code, p.created_at, p.canceled_at,
      json_build_object(${amounts("p")}) as amount,
      ${money("capture", "m.payment_id = p.id")} as captures, ${money("refund", "m.payment_id = p.id")} as refunds,
      ${collection} as collection
    from (select * from payment where deleted_at is null and id > $1 order by id limit $2) p
   order by p.id`,
}

/** Of some payments that no order has, the orders whose transactions name them. $1 ids. It passes over transactions once. */
export const readNamingOrders: Statement = {
  name: "read_naming_orders",
  text: `select p.id, ${orders(naming(ownRows))} as orders from payment p where p.id = any ($1::text[])`,
}

const loose = (
  table: string,
): string => `select m.id, m.payment_id, m.created_at, ${exactOf("m.raw_amount")} as raw,
      p.currency_code, p.provider_id, ${orders(naming("array[m.id]"))} as orders
    from ${table} m left join payment p on p.id = m.payment_id
   where m.deleted_at is null and (p.id is null or p.deleted_at is not null) and m.id > $1
   order by m.id limit $2`

/** Captures whose payment is gone. $1 the last id of the page before, $2 how many. It passes over the captures once. */
export const readLooseCaptures: Statement = { name: "read_loose_captures", text: loose("capture") }

/** Refunds whose payment is gone, in the same way. */
export const readLooseRefunds: Statement = { name: "read_loose_refunds", text: loose("refund") }
