import type { Statement } from "../ledger/statement"

/** What has a number of its own: money that came and money that was paid back. */
const MONEY = "'payment', 'deposit', 'stored_value', 'refund'"
/** What shares a number with the rest of its credit note: the credits that one change gave at one moment. */
const CREDIT_NOTES = "'adjustment', 'credit_line', 'cancellation'"

/** The largest item that is committed. Asked before the transaction has an id of its own. Index only. */
export const findLastItem: Statement = {
  name: "find_last_item",
  text: `select coalesce(max(id), 0)::text as last from reconciliation_open_item`,
}

/**
 * One numbers at a time: the lock holds until the numbers are committed, so none is given twice and, as what fails
 * takes its numbers back, none is left out. Answers with the transaction's id, larger than any that was given before,
 * and the oldest one that had not ended. One row.
 */
export const lockReceipts: Statement = {
  name: "lock_receipts",
  text: `select pg_current_xact_id()::text as transaction, pg_snapshot_xmin(pg_current_snapshot())::text as oldest
    from reconciliation_receipt_mark for update`,
}

/**
 * Numbers what has none, in order of date within its series and year; parameters: the series of money and of credit
 * notes, and where a series begins in a year. Looks at the items behind the mark only: primary key, as many rows as came since it was moved last.
 */
export const assignReceipts: Statement = {
  name: "assign_receipts",
  text: `with due as (
      select i.id, i.accounting_on, i.occurred_at, extract(year from i.accounting_on)::int as year,
             case when i.kind in (${MONEY}) then $1::text else $2::text end as series,
             case when i.kind in (${MONEY}) then i.id else -i.change_id end as note
        from reconciliation_open_item i
       where i.id > (select numbered_to from reconciliation_receipt_mark)
         and (i.kind in (${MONEY}) or i.side = 'credit' and i.kind in (${CREDIT_NOTES}))
         and i.origin_item_id is null
         and not exists (select from reconciliation_receipt r where r.open_item_id = i.id)
    ), led as (
      select due.*, min(id) over (partition by series, note, accounting_on, occurred_at) as leader from due
    ), counted as (
      select id, series, year, leader,
             dense_rank() over (partition by series, year order by accounting_on, occurred_at, leader) as place
        from led
    ), last as (
      select s.series, s.year, greatest(
               (select max(r.number) from reconciliation_receipt r where r.series = s.series and r.year = s.year),
               ($3::jsonb ->> (s.series || '-' || s.year))::int - 1, 0) as number
        from (select distinct series, year from counted) s
    )
    insert into reconciliation_receipt (open_item_id, series, year, number, leads)
    select c.id, c.series, c.year, last.number + c.place, c.id = c.leader
      from counted c join last using (series, year)
     order by c.series, c.year, c.place, c.id
    returning open_item_id`,
}

/**
 * Moves the mark, in two steps: what is committed up to an item is noted with a transaction's id; once every
 * transaction before that one has ended, nothing can come any more up to that item, and all of it is numbered. The
 * server counts the transactions of all its databases as one, so a long one anywhere keeps the mark where it is; that
 * costs only that more items are looked at again.
 * Parameters: the item, the transaction, the oldest transaction. One row or none.
 */
export const moveReceiptMark: Statement = {
  name: "move_receipt_mark",
  text: `update reconciliation_receipt_mark set numbered_to = seen_to, seen_to = $1::bigint, seen_by = $2::text::xid8
   where $3::text::xid8 >= seen_by and numbered_to < $1`,
}
