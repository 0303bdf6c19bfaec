import { isoOf } from "./columns"
import type { Statement } from "./statement"

/** How far the sweep has come. Primary key; 0 or 1 row. */
export const readWatermark: Statement = {
  name: "read_watermark",
  text: `select ${isoOf("at")} as at from reconciliation_watermark where name = $1`,
}

/** Moves the sweep's mark forward, never back. Primary key; one row. */
export const saveWatermark: Statement = {
  name: "save_watermark",
  text: `insert into reconciliation_watermark as w (name, at) values ($1, $2)
    on conflict (name) do update set at = greatest(w.at, excluded.at)`,
}

/**
 * Of orders with the host's marks of change, those whose present state the ledger has not read yet.
 * Unique index on order_id; at most as many rows as orders asked.
 */
export const filterUnread: Statement = {
  name: "filter_unread",
  text: `select h.order_id
    from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[])
         h (order_id, order_at, money_at, taxes_at)
    left join reconciliation_document d on d.order_id = h.order_id
   where d.id is null
      or d.seen_order is distinct from coalesce(h.order_at, d.seen_order)
      or d.seen_money is distinct from coalesce(h.money_at, d.seen_money)
      or d.seen_taxes is distinct from coalesce(h.taxes_at, d.seen_taxes)`,
}
