import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/**
 * Keeps which lines a refund that is about to be made shall pay back. It is dated by the server, as the host
 * dates the refund: the database's clock may be ahead of it.
 */
export const keepRefundChoice: Statement = {
  name: "keep_refund_choice",
  text: `insert into reconciliation_refund_choice
      (order_id, payment_id, amount, lines, actor_type, actor_id, recorded_at, idempotency_key, request_hash, state)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'making') returning id`,
}

/** Forgets a choice whose refund was not made. Primary key; 0 or 1 row. */
export const dropRefundChoice: Statement = {
  name: "drop_refund_choice",
  text: `delete from reconciliation_refund_choice where id = $1`,
}

const COLUMNS = `id, order_id, payment_id, amount, lines, ${isoOf("recorded_at")} as at,
  idempotency_key, request_hash, state, refund_id, completed`

/** Notes which refund of the host a choice became. Primary key; 0 or 1 row. */
export const noteRefundMade: Statement = {
  name: "note_refund_made",
  text: `update reconciliation_refund_choice set state = 'made', refund_id = $2, completed = $3 where id = $1
    returning ${COLUMNS}`,
}

/** The choices made for some orders, oldest first. Index on order; mostly no row at all. */
export const readRefundChoices: Statement = {
  name: "read_refund_choices",
  text: `select ${COLUMNS} from reconciliation_refund_choice where order_id = any($1::text[]) order by id`,
}

/** The choice that a key names. Unique index; 0 or 1 row. */
export const findRefundChoice: Statement = {
  name: "find_refund_choice",
  text: `select ${COLUMNS} from reconciliation_refund_choice where idempotency_key = $1`,
}

/**
 * Takes an order's turn to be refunded, or goes on holding it; no row when another holds it. A turn runs out by
 * itself, so that one who died holding it stops nobody for long. Primary key.
 */
export const takeRefundTurn: Statement = {
  name: "take_refund_turn",
  text: `insert into reconciliation_refund_turn as turn (order_id, holder, until)
    values ($1, $2, clock_timestamp() + $3 * interval '1 second')
    on conflict (order_id) do update set holder = excluded.holder, until = excluded.until
      where turn.holder = excluded.holder or turn.until < clock_timestamp()
    returning order_id`,
}

/** Goes on holding a turn; no row when it ran out and another took it. Primary key. */
export const keepRefundTurn: Statement = {
  name: "keep_refund_turn",
  text: `update reconciliation_refund_turn set until = clock_timestamp() + $3 * interval '1 second'
    where order_id = $1 and holder = $2 returning order_id`,
}

/** Gives the turn to whoever comes next. Primary key; 0 or 1 row. */
export const leaveRefundTurn: Statement = {
  name: "leave_refund_turn",
  text: `delete from reconciliation_refund_turn where order_id = $1 and holder = $2`,
}

/** How many digits an order's money has. Unique index and primary key; 0 or 1 row. */
export const readDigitsOfOrder: Statement = {
  name: "read_digits_of_order",
  text: `select a.digits from reconciliation_document d join reconciliation_account a on a.id = d.account_id
    where d.order_id = $1`,
}
