import { isoOf, OPEN_ITEM_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

/** Every posting of some write-offs with the account and the order they are in. Unique index on key. */
export const loadWriteOff: Statement = {
  name: "load_write_off",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, d.order_id, d.account_id as document_account_id
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.key = $1 and i.kind = 'write_off'
   order by i.sequence`,
}

/**
 * Every posting of a cash discount, by the key of its first part, as above: its parts stand under its name on the same
 * order. Unique index on key, index on document.
 */
export const loadDiscount: Statement = {
  name: "load_discount",
  text: `select ${OPEN_ITEM_COLUMNS}, i.account_id, d.order_id, d.account_id as document_account_id
    from reconciliation_open_item f
    join reconciliation_open_item i
      on i.document_id = f.document_id and i.kind = 'cash_discount' and i.reference = f.reference
    join reconciliation_document d on d.id = i.document_id
   where f.key = $1 and f.sequence = 1
   order by i.sequence, i.id`,
}

/**
 * What each write-off of a short payment of an order comes to now, credits positive: a host credit line says the
 * same. Index on document; as many rows as the order has write-offs.
 */
export const sumWriteOffs: Statement = {
  name: "sum_write_offs",
  text: `select n.key, sum(e.written_off)::text as amount, a.digits, min(d.order_id) as order_id
    from reconciliation_document d
    join reconciliation_open_item i on i.document_id = d.id and i.kind in ('write_off', 'cash_discount')
   cross join lateral (select case i.kind when 'cash_discount' then 'disc:' || i.reference else i.key end as key) n
    join reconciliation_item_effect e on e.open_item_id = i.id
    join reconciliation_account a on a.id = d.account_id
   where d.order_id = any($1::text[])
   group by n.key, a.digits
  having min(case when i.sequence = 1 then i.side end) = 'credit'
   order by n.key`,
}

/** Stores a request for a second person. */
export const requestWriteOff: Statement = {
  name: "request_write_off",
  text: `insert into reconciliation_write_off_request
      (account_id, document_id, open_item_id, kind, amount, cause, actor_type, actor_id, reason, row_key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
}

/** Decides a request; a second decision breaks the unique index. */
export const decideWriteOff: Statement = {
  name: "decide_write_off",
  text: `insert into reconciliation_write_off_decision (request_id, decision, change_id, actor_type, actor_id, reason)
    values ($1, $2, $3, $4, $5, $6)`,
}

/** A request with its decision, if it has one. Primary key; 0 or 1 row. */
export const findWriteOffRequest: Statement = {
  name: "find_write_off_request",
  text: `select r.id, r.account_id, d.order_id, r.open_item_id, r.row_key, r.kind, r.amount, a.digits, a.currency_code,
      ${typedTextOf("r.reason")} as reason, r.document_id, r.actor_type, r.actor_id, ${isoOf("r.recorded_at")} as recorded_at, n.decision, ${typedTextOf("n.reason")} as decision_reason,
      coalesce(n.actor_id, n.actor_type) as decided_by
    from reconciliation_write_off_request r
    join reconciliation_account a on a.id = r.account_id
    left join reconciliation_document d on d.id = r.document_id
    left join reconciliation_write_off_decision n on n.request_id = r.id
   where r.id = $1`,
}

/**
 * A page of requests, the newest first, from before a given one: keyset on the primary key; at most `limit` rows. What a row is
 * called is read of its items, by index on document.
 */
export const listWriteOffRequests: Statement = {
  name: "list_write_off_requests",
  text: `select r.id, r.account_id, d.order_id, d.display_id, r.open_item_id, r.row_key, t.title as row_title, r.kind, r.amount, a.digits, a.currency_code,
      a.owner_type, a.owner_id, ${typedTextOf("r.reason")} as reason, r.actor_type, r.actor_id,
      ${isoOf("r.recorded_at")} as recorded_at, n.decision, ${typedTextOf("n.reason")} as decision_reason,
      coalesce(n.actor_id, n.actor_type) as decided_by
    from reconciliation_write_off_request r
    join reconciliation_account a on a.id = r.account_id
    left join reconciliation_document d on d.id = r.document_id
    left join reconciliation_write_off_decision n on n.request_id = r.id
    left join lateral (select i.title from reconciliation_open_item i
      where r.row_key is not null and i.document_id = r.document_id and i.line_key = r.row_key
      order by i.sequence, i.id limit 1) t on true
   where ($1::bigint is null or r.id < $1)
     and ($2::text is null or ($2 = 'pending') = (n.decision is null))
     and ($3::bigint is null or r.account_id = $3)
   order by r.id desc
   limit $4`,
}
