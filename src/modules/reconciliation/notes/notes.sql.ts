import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"
import { typedTextOf } from "../ledger/tables/typed-texts"

/** What a transaction of the lists is: an order, or what has a first item. Primary key; 0 or 1 row. */
export const findTransaction: Statement = {
  name: "find_transaction",
  text: `select case when kind = 'order' then document_id::text end as document_id, item_id::text
    from reconciliation_transaction where id = $1::bigint`,
}

/** The row of an order in its account, else its last one. Unique index on the host's id, index on kind and moment. */
export const findOrder: Statement = {
  name: "find_order",
  text: `select t.id::text as number
    from reconciliation_document d
    join reconciliation_transaction t on t.kind = 'order' and t.happened_at = d.placed_at and t.document_id = d.id
   where d.order_id = $1
   order by (t.account_id = d.account_id) desc, t.id desc limit 1`,
}

/** Until the transaction ends nobody else writes notes of an order, and it changes no hands. Primary key; one row. */
export const holdDocument: Statement = {
  name: "hold_document",
  text: `select account_id::text from reconciliation_document where id = $1::bigint for no key update`,
}

/** The same of an item. */
export const holdItem: Statement = {
  name: "hold_item",
  text: `select account_id::text from reconciliation_open_item where id = $1::bigint for no key update`,
}

/** Notes as people read them, with what became of each. */
const NOTES = `select n.id::text, n.to_check, coalesce(${typedTextOf("n.text")}, '') as text,
      n.actor_type, n.actor_id, ${isoOf("n.recorded_at")} as recorded_at,
      c.actor_type as checked_by_type, c.actor_id as checked_by_id, ${isoOf("c.recorded_at")} as checked_at,
      b.actor_type as taken_back_by_type, b.actor_id as taken_back_by_id, ${isoOf("b.recorded_at")} as taken_back_at
    from reconciliation_note n
    left join reconciliation_note c on c.of_note = n.id and c.kind = 'checked'
    left join reconciliation_note b on b.of_note = n.id and b.kind = 'taken_back'`
const OF_SUBJECT = "n.kind = 'note' and (n.document_id = $1::bigint or n.open_item_id = $2::bigint)"

/** Notes of an order or an item, the newest first. Indexes on both; at most `$3` rows. */
export const listNotes: Statement = {
  name: "list_notes",
  text: `${NOTES} where ${OF_SUBJECT} order by n.id desc limit $3::int`,
}

/** Some of them by their ids, the oldest first. Primary key. */
export const readNotes: Statement = {
  name: "read_notes",
  text: `${NOTES} where ${OF_SUBJECT} and n.id = any($3::bigint[]) order by n.id`,
}

/** Adds a note; one row. */
export const insertNote: Statement = {
  name: "insert_note",
  text: `insert into reconciliation_note (document_id, open_item_id, kind, text, to_check, cause, actor_type, actor_id)
    values ($1, $2, 'note', $3, $4::boolean, $5, $6, $7) returning id::text`,
}

/** Takes off every mark that stands of an order or an item; the id of each note that had one. Indexes on both. */
export const insertChecked: Statement = {
  name: "insert_checked",
  text: `insert into reconciliation_note (document_id, open_item_id, kind, of_note, cause, actor_type, actor_id)
    select n.document_id, n.open_item_id, 'checked', n.id, $3, $4, $5
      from reconciliation_note n
     where ${OF_SUBJECT} and n.to_check and not exists (select from reconciliation_note s where s.of_note = n.id)
     order by n.id
    returning of_note::text as id`,
}

/** Takes a note back. Primary key; one row. */
export const insertTakenBack: Statement = {
  name: "insert_taken_back",
  text: `insert into reconciliation_note (document_id, open_item_id, kind, of_note, cause, actor_type, actor_id)
    select n.document_id, n.open_item_id, 'taken_back', n.id, $2, $3, $4 from reconciliation_note n where n.id = $1::bigint
    returning id::text`,
}

/**
 * The note that a list shows of each of several transactions: the newest that marks it, else the newest that stands. Indexes
 * on order and item; a row at most each.
 */
export const readShownNotes: Statement = {
  name: "read_shown_notes",
  text: `select p.place::int as place, n.text, n.recorded_at
    from unnest($1::bigint[], $2::bigint[]) with ordinality p (document_id, item_id, place)
   cross join lateral (
     select coalesce(${typedTextOf("n.text")}, '') as text, ${isoOf("n.recorded_at")} as recorded_at
       from reconciliation_note n
      where n.kind = 'note' and (n.document_id = p.document_id or n.open_item_id = p.item_id)
        and not exists (select from reconciliation_note b where b.of_note = n.id and b.kind = 'taken_back')
      order by (n.to_check and not exists (select from reconciliation_note s where s.of_note = n.id)) desc, n.id desc
      limit 1) n`,
}
