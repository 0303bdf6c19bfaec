import { isoOf } from "./columns"
import type { Statement } from "./statement"

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
 * Orders that moved in the host since a moment and whose present state the ledger has not read, after
 * a given id. An order's own mark moves with its versions, its collections' with every capture and
 * refund, its tax lines' when they are made anew; nothing else tells of all three.
 *
 * This is the one statement that reads the host's own tables, because it must compare their marks with
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
    )
    select o.id as order_id
      from moved
      join "order" o on o.id = moved.id and o.deleted_at is null
      left join reconciliation_document d on d.order_id = o.id
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
     where o.id > $2
       and (d.id is null
         or ${milliseconds("d.seen_order")} is distinct from ${milliseconds("o.updated_at")}
         or ${milliseconds("d.seen_money")} is distinct from ${milliseconds("money.at")}
         or ${milliseconds("d.seen_taxes")} is distinct from ${milliseconds("taxes.at")})
     order by o.id
     limit $3`,
}
