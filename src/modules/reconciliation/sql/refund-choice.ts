import { isoOf } from "./columns"
import type { Statement } from "./statement"

/**
 * Keeps which lines a refund that is about to be made shall pay back. It is dated by the server, as the host
 * dates the refund: the database's clock may be ahead of it.
 */
export const keepRefundChoice: Statement = {
  name: "keep_refund_choice",
  text: `insert into reconciliation_refund_choice (order_id, payment_id, amount, lines, actor_type, actor_id, recorded_at)
    values ($1, $2, $3, $4, $5, $6, $7) returning id`,
}

/** Forgets a choice whose refund was not made. Primary key; 0 or 1 row. */
export const dropRefundChoice: Statement = {
  name: "drop_refund_choice",
  text: `delete from reconciliation_refund_choice where id = $1`,
}

/** The choices made for some orders, oldest first. Index on order; mostly no row at all. */
export const readRefundChoices: Statement = {
  name: "read_refund_choices",
  text: `select order_id, payment_id, amount, lines, ${isoOf("recorded_at")} as at
    from reconciliation_refund_choice where order_id = any($1::text[]) order by id`,
}
