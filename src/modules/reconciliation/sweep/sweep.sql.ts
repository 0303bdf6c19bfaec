import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** How far the sweep has come, and the database's clock. Primary key; one row. */
export const readWatermark: Statement = {
  name: "read_watermark",
  text: `select ${isoOf("w.at")} as at, ${isoOf("clock_timestamp()")} as now
    from (select 1) one left join reconciliation_watermark w on w.name = $1`,
}

/** Moves the sweep's mark forward, never back. Primary key; one row. */
export const saveWatermark: Statement = {
  name: "save_watermark",
  text: `insert into reconciliation_watermark as w (name, at) values ($1, $2)
    on conflict (name) do update set at = greatest(w.at, excluded.at)`,
}

const milliseconds = (moment: string): string => `date_trunc('milliseconds', ${moment})`

/**
 * Notes orders that failed. Each failure of an attempt that was due doubles the delay, from a minute to
 * a day; an attempt that came of itself (the order moved) leaves it. Primary key; as many rows as given.
 */
export const noteRetries: Statement = {
  name: "note_retries",
  text: `insert into reconciliation_retry as r (order_id, attempts, next_at, error)
    select f.order_id, 1, clock_timestamp() + interval '1 minute', f.error
      from unnest($1::text[], $2::text[]) f (order_id, error)
     order by f.order_id
    on conflict (order_id) do update
      set error = excluded.error,
          attempts = case when r.next_at <= clock_timestamp() then r.attempts + 1 else r.attempts end,
          next_at = case when r.next_at <= clock_timestamp()
            then clock_timestamp() + least(interval '1 minute' * 2 ^ least(r.attempts, 12), interval '1 day')
            else r.next_at end`,
}

/** Forgets orders that succeeded. Primary key; mostly no row at all. */
export const forgetRetries: Statement = {
  name: "forget_retries",
  text: `delete from reconciliation_retry
     where order_id in (
       select order_id from reconciliation_retry where order_id = any($1::text[]) order by order_id for update)`,
}

/**
 * Orders that moved in the host since a moment and whose present state the ledger has not read, whose
 * last read must be repeated by now, or whose retry is due by now; after a given id. An order's own mark
 * moves with its versions, its collections' with every capture and refund, its tax lines' when they are
 * made anew; nothing else tells of all three. An order that is gone comes once if the ledger opened it
 * lately (the host deletes an order whose checkout fails), and to have its retry forgotten.
 *
 * It reads the host's own tables, as the reader of orders alone does beside it, because it must compare their marks with
 * the ledger's. It passes over those tables once; at most `limit` rows.
 */
export const findUnread: Statement = {
  name: "find_unread",
  text: `with moved as (
      select id from "order" where updated_at >= $1
      union
      select l.order_id from payment_collection c
        join order_payment_collection l on l.payment_collection_id = c.id and l.deleted_at is null
       where c.updated_at >= $1
      union
      select i.order_id from order_line_item_tax_line t
        join order_item i on i.item_id = t.item_id and i.deleted_at is null
       where t.created_at >= $1
      union
      select s.order_id from order_shipping_method_tax_line t
        join order_shipping s on s.shipping_method_id = t.shipping_method_id and s.deleted_at is null
       where t.created_at >= $1
      union
      select order_id from reconciliation_document where recorded_at >= $1
      union
      select order_id from reconciliation_document where recheck_at > read_at and recheck_at <= $4
      union
      select order_id from reconciliation_retry where next_at <= $4
    )
    select moved.id as order_id
      from moved
      left join "order" o on o.id = moved.id and o.deleted_at is null
      left join reconciliation_document d on d.order_id = moved.id
      left join reconciliation_retry r on r.order_id = moved.id
      left join lateral (
        select max(c.updated_at) as at from payment_collection c
          join order_payment_collection l on l.payment_collection_id = c.id and l.deleted_at is null
         where l.order_id = o.id) money on true
      left join lateral (
        select max(at) as at from (
          select t.created_at as at from order_line_item_tax_line t
            join order_item i on i.item_id = t.item_id and i.version = o.version and i.deleted_at is null
           where i.order_id = o.id and t.deleted_at is null
          union all
          select t.created_at from order_shipping_method_tax_line t
            join order_shipping s on s.shipping_method_id = t.shipping_method_id and s.version = o.version
             and s.deleted_at is null
           where s.order_id = o.id and t.deleted_at is null) both_kinds) taxes on true
     where moved.id > $2
       and (r.next_at <= $4 or o.id is null and d.seen_order is not null or o.id is not null and (
         d.id is null
         or d.recheck_at > d.read_at and d.recheck_at <= $4 and r.order_id is null
         or ${milliseconds("d.seen_order")} is distinct from ${milliseconds("o.updated_at")}
         or ${milliseconds("d.seen_money")} is distinct from ${milliseconds("money.at")}
         or ${milliseconds("d.seen_taxes")} is distinct from ${milliseconds("taxes.at")}))
     order by moved.id
     limit $3`,
}
