import type { Statement } from "../ledger/statement"

const exactOf = (column: string): string => `${column}->>'value'`

/** A row's number beside its exact text: whoever reads the one must find what whoever reads the other does. */
const amounts = (table: string): string =>
  `'raw', ${exactOf(`${table}.raw_amount`)}, 'plain', ${table}.amount::text`

/** A number of a summary, which the host writes as a number, as text, or as an object with the exact text. */
const ofSummary = (name: string): string =>
  `coalesce(s.totals->'raw_${name}'->>'value', s.totals->'${name}'->>'value', s.totals->>'${name}')`

const summary = `(select json_build_object('pending', ${ofSummary("pending_difference")},
      'counted', ${ofSummary("transaction_total")})
    from order_summary s where s.order_id = o.id and s.version = o.version and s.deleted_at is null
   order by s.created_at, s.id limit 1)`

/**
 * The row that a transaction names, if there is one: whether it is deleted, or its payment or the collection of that is, and
 * which orders the collection belongs to.
 */
const named = (table: string): string => `(select json_build_object(
        'deleted', m.deleted_at is not null,
        'orders', (select coalesce(json_agg(json_build_object('id', n.id,
            'display_id', coalesce(n.custom_display_id, n.display_id::text, n.id)) order by n.id), '[]')
           from payment p
           join payment_collection c on c.id = p.payment_collection_id and c.deleted_at is null
           join order_payment_collection k on k.payment_collection_id = c.id and k.deleted_at is null
           join "order" n on n.id = k.order_id and n.deleted_at is null
          where p.id = m.payment_id and p.deleted_at is null))
      from ${table} m where m.id = t.reference_id)`

const transactions = `(select json_agg(json_build_object('id', t.id, 'reference', t.reference,
      'reference_id', t.reference_id, 'currency', t.currency_code, 'at', t.created_at, ${amounts("t")},
      'capture', ${named("capture")}, 'refund', ${named("refund")}) order by t.id)
    from order_transaction t where t.order_id = o.id and t.deleted_at is null)`

const credits = `(select json_agg(json_build_object('id', l.id, 'at', l.created_at, ${amounts("l")}) order by l.id)
    from order_credit_line l where l.order_id = o.id and l.version = o.version and l.deleted_at is null)`

const money = (table: string): string => `(select json_agg(json_build_object('id', m.id, 'at', m.created_at,
        ${amounts("m")}) order by m.id)
      from ${table} m where m.payment_id = p.id and m.deleted_at is null)`

const payments = `(select json_agg(json_build_object('id', p.id, 'provider_id', p.provider_id, 'captured_at', p.captured_at,
        'canceled_at', p.canceled_at, ${amounts("p")}, 'captures', ${money("capture")},
        'refunds', ${money("refund")}) order by p.id)
      from payment p where p.payment_collection_id = c.id and p.deleted_at is null)`

const collections = `(select json_agg(json_build_object('id', c.id, 'updated_at', c.updated_at, 'status', c.status,
      'captured', coalesce(${exactOf("c.raw_captured_amount")}, c.captured_amount::text, '0'),
      'refunded', coalesce(${exactOf("c.raw_refunded_amount")}, c.refunded_amount::text, '0'),
      'is_shared', exists (select from order_payment_collection e join "order" n on n.id = e.order_id
         and n.deleted_at is null
        where e.payment_collection_id = c.id and e.deleted_at is null and e.order_id <> o.id),
      'payments', ${payments}) order by c.id)
    from order_payment_collection k
    join payment_collection c on c.id = k.payment_collection_id and c.deleted_at is null
   where k.order_id = o.id and k.deleted_at is null)`

/**
 * A page of the host's orders with what the host itself counts of their money, and the rows that it should count: what the
 * reader of orders leaves out, because the ledger takes nothing from it. $1 the last id of the page before, $2 how many.
 * Primary keys and the host's indexes on order_id; a row an order.
 */
export const readAuditedOrders: Statement = {
  name: "read_audited_orders",
  text: `select o.id, coalesce(o.custom_display_id, o.display_id::text, o.id) as display_id, o.status, o.version,
      o.is_draft_order as is_draft, o.currency_code, o.created_at, o.updated_at, o.canceled_at,
      ${summary} as summary, ${transactions} as transactions, ${credits} as credits, ${collections} as collections
    from (select * from "order" where deleted_at is null and id > $1 order by id limit $2) o
   order by o.id`,
}

/** How many orders there are to read. One row. */
export const countAuditedOrders: Statement = {
  name: "count_audited_orders",
  text: `select count(*)::int as orders from "order" where deleted_at is null`,
}
