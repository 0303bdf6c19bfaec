import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** What a row says, of an alias of the table. */
const SAYS = "n.number, n.kind, n.issued_on::text as issued_on"

/**
 * The transaction that something names: the ledger's number of an order ($1) or an item ($2), the host's id of an order
 * ($3), or keys of money ($4). An item stands for the whole of its transaction, and for what it came from in another
 * account. Primary keys, unique indexes; 0 or 1 row.
 */
export const findTransaction: Statement = {
  name: "find_transaction_named",
  text: `with item as (
      (select i.* from reconciliation_open_item i where i.id = $2::bigint)
      union all
      (select i.* from reconciliation_open_item i
        where i.key = any($4::text[]) and i.kind in ('payment', 'refund') order by i.id limit 1)
    )
    select d.id::text as document_id, null as open_item_id, 'order' as kind
      from reconciliation_document d where d.id = $1::bigint or d.order_id = $3::text
    union all
    select case when t.kind = 'order' then t.document_id::text end,
           case when t.kind <> 'order' then coalesce(lead.origin_item_id, lead.id)::text end, t.kind
      from item i
      left join reconciliation_document d on d.id = i.document_id
     cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
      join reconciliation_transaction t on t.account_id = i.account_id
       and t.happened_at = case when f.is_folded then d.placed_at else i.occurred_at end
       and t.name = reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key)
      left join reconciliation_open_item lead on lead.id = t.item_id
     limit 1`,
}

/** The last row of a transaction by alias of its two columns; index on either. */
const last = (document: string, item: string, where = "true"): string => `(
    (select * from reconciliation_document_number x where x.document_id = ${document} and ${where} order by x.id desc limit 1)
    union all
    (select * from reconciliation_document_number x where x.open_item_id = ${item} and ${where} order by x.id desc limit 1)
    limit 1)`

/** Adds a row where it says something else than the last one. Index on the transaction; one row or none. */
export const giveNumber: Statement = {
  name: "give_document_number",
  text: `insert into reconciliation_document_number
      (document_id, open_item_id, number, kind, issued_on, source, cause, actor_type, actor_id)
    select g.document_id, g.open_item_id, g.number, g.kind, g.issued_on, 'given', $6, $7, $8
      from (select $1::bigint as document_id, $2::bigint as open_item_id, $3::text as number, $4::text as kind,
                   $5::date as issued_on) g
      left join lateral ${last("g.document_id", "g.open_item_id")} n on true
     where (g.number, g.kind, g.issued_on) is distinct from (n.number, n.kind, n.issued_on)
    returning id`,
}

/**
 * Adds what the host's rows say of an order ($1) and of its money, where they say something else than the last time:
 * keys of money, null of the order itself, and numbers. Unique indexes; a row for each that is new.
 */
export const takeHostNumbers: Statement = {
  name: "take_host_numbers",
  text: `with told as (
      select t.key, t.number from unnest($2::text[], $3::text[]) t (key, number)
    ), target as (
      select d.id as document_id, null::bigint as open_item_id, 'invoice' as kind, told.number
        from told join reconciliation_document d on d.order_id = $1 where told.key is null
      union all
      select null, i.id, case i.kind when 'refund' then 'credit_note' else 'invoice' end, told.number
        from told
       cross join lateral (
         select o.id, o.kind from reconciliation_open_item o
          where o.key = told.key and o.kind in ('payment', 'refund') order by o.id limit 1) i
    )
    insert into reconciliation_document_number (document_id, open_item_id, number, kind, source, cause, actor_type)
    select g.document_id, g.open_item_id, g.number, g.kind, 'host', 'metadata', 'system'
      from target g
      left join lateral ${last("g.document_id", "g.open_item_id", "x.source = 'host'")} n on true
     where g.number is distinct from n.number
     order by g.document_id, g.open_item_id
    returning id`,
}

/** All that a transaction was given, the newest first, a hundred at most. Index on either column. */
export const readGiven: Statement = {
  name: "read_given_document_numbers",
  text: `select ${SAYS}, n.source, n.cause, n.actor_type, n.actor_id, ${isoOf("n.recorded_at")} as recorded_at
    from reconciliation_document_number n
   where n.document_id = $1::bigint or n.open_item_id = $2::bigint
   order by n.id desc limit 100`,
}

/**
 * The numbers that some orders and some items have now; what goes on from another account has the number that it came
 * with. Primary key, indexes on either column; a row each at most.
 */
export const findDocumentNumbers: Statement = {
  name: "find_document_numbers",
  prepared: true,
  text: `select 'order' as of, o.id::text as id, ${SAYS}
      from unnest($1::bigint[]) o (id)
     cross join lateral (select * from reconciliation_document_number x where x.document_id = o.id order by x.id desc limit 1) n
     where n.number is not null
    union all
    select 'item', i.id::text, ${SAYS}
      from reconciliation_open_item i
     cross join lateral (
       select * from reconciliation_document_number x
        where x.open_item_id = coalesce(i.origin_item_id, i.id) order by x.id desc limit 1) n
     where i.id = any($2::bigint[]) and n.number is not null`,
}
