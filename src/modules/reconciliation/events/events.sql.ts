import { isoOf } from "../ledger/columns"
import type { Statement } from "../ledger/statement"

/** One tells at a time, so that no change is told twice; by a name, until the transaction ends. */
export const lockTelling: Statement = {
  name: "lock_telling",
  prepared: true,
  text: `select pg_advisory_xact_lock(hashtextextended($1::text, 0))`,
}

/** Some orders as they stand, and as was told of them last. Primary keys; a row each. */
export const readTold: Statement = {
  name: "read_told_states",
  prepared: true,
  text: `select d.id::text as document_id, d.account_id::text, d.order_id, d.version::int as version,
      t.state, t.rank, t.closed, ${isoOf("date_trunc('milliseconds', clock_timestamp())")} as now
    from reconciliation_document d left join reconciliation_told_state t on t.document_id = d.id
   where d.id = any($1::bigint[]) order by d.id`,
}

/** Notes what is told of some orders. Primary key; records: document, version, state, rank, closed. */
export const noteTold: Statement = {
  name: "note_told_states",
  prepared: true,
  text: `insert into reconciliation_told_state as t (document_id, version, state, rank, closed)
    select n.document_id, n.version, n.state, n.rank, n.closed
      from json_to_recordset($1::json) n (document_id bigint, version integer, state text, rank integer, closed boolean)
    on conflict (document_id) do update
      set version = excluded.version, state = excluded.state, rank = excluded.rank, closed = excluded.closed`,
}

/** Keeps events for the bus, in their order: names and data. */
export const keepEvents: Statement = {
  name: "keep_events",
  prepared: true,
  text: `insert into reconciliation_event (name, data)
    select $1::text, e.data from jsonb_array_elements($2::jsonb) with ordinality e (data, place) order by e.place`,
}

/** The oldest events that nobody hands over at this moment, taken out until the transaction ends. Primary key. */
export const takeEvents: Statement = {
  name: "take_events",
  prepared: true,
  text: `with taken as (
      delete from reconciliation_event
       where id in (select id from reconciliation_event order by id limit $1::int for update skip locked)
      returning id, name, data
    )
    select id::text, name, data from taken order by taken.id`,
}

/** Rows younger than this may have been committed after a later one. */
const SETTLED = "clock_timestamp() - interval '10 minutes'"

/** Until when was looked, locked: who tells of what was not told holds it to the end. One row. */
export const lockMark: Statement = {
  name: "lock_event_mark",
  text: `select day::text as day from reconciliation_event_mark for update`,
}

/**
 * Orders that may stand otherwise than was told ($1: whether a day has gone by since): what changes, items and
 * allocations since the mark touched, if the order has moved on; those whose rows in the host contradict each other, or
 * did; and on a new day those whose planned payments may have fallen due. Primary keys from the mark on; partial indexes.
 */
export const findUntold: Statement = {
  name: "find_untold",
  text: `with mark as (select * from reconciliation_event_mark), moved as (
      select c.document_id from mark, reconciliation_change c where c.id > mark.change_id
      union
      select i.document_id from mark, reconciliation_open_item i where i.id > mark.open_item_id
      union
      select i.document_id from mark, reconciliation_allocation a
        join reconciliation_open_item i on i.id in (a.credit_item_id, a.debit_item_id) where a.id > mark.allocation_id
    )
    select d.id::text as document_id from moved join reconciliation_document d on d.id = moved.document_id
      left join reconciliation_told_state t on t.document_id = d.id
     where t.version is distinct from d.version
    union
    select t.document_id::text from reconciliation_told_state t join reconciliation_document d on d.id = t.document_id
     where t.state in ('planned', 'error') and ($1::boolean and t.state = 'planned' or t.state = 'error' and d.problems = '[]')
    union
    select x.document_id::text from reconciliation_transaction x left join reconciliation_told_state t on t.document_id = x.document_id
     where x.contradicts and t.state is distinct from 'error'`,
}

/** Moves the mark to what nothing can be committed behind any more, and to a day. One row. */
export const moveMark: Statement = {
  name: "move_event_mark",
  text: `update reconciliation_event_mark m
     set change_id = coalesce((select max(id) from reconciliation_change where id > m.change_id and recorded_at < ${SETTLED}), m.change_id),
         open_item_id = coalesce((select max(id) from reconciliation_open_item where id > m.open_item_id and recorded_at < ${SETTLED}), m.open_item_id),
         allocation_id = coalesce((select max(id) from reconciliation_allocation where id > m.allocation_id and recorded_at < ${SETTLED}), m.allocation_id),
         day = greatest($1::date, coalesce(m.day, $1::date))`,
}

/**
 * What of orders is still open whose day went by: its day is the mark's or a later one, and is over on a day ($1). Index on
 * due days; a row an item.
 */
export const findOverdue: Statement = {
  name: "find_newly_overdue",
  text: `select d.order_id, i.account_id::text, i.id::text as item_id, i.line_key as row, i.title, a.currency_code, a.digits::int as digits,
      (i.amount - i.allocated)::text as open, due.due_on::text as due_on,
      ${isoOf("date_trunc('milliseconds', clock_timestamp())")} as at
    from reconciliation_event_mark mark
    join reconciliation_due_date due on due.due_on >= mark.day and due.due_on < $1::date
    join reconciliation_open_item i on i.id = due.open_item_id and i.allocated < i.amount and i.side = 'debit'
     and reconciliation_is_folded(i.document_id, i.kind, i.side)
    join reconciliation_document d on d.id = i.document_id
    join reconciliation_account a on a.id = i.account_id
   where not exists (select from reconciliation_due_date later where later.open_item_id = i.id and later.id > due.id)
   order by due.due_on, i.id`,
}
