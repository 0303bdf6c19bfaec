import { ALLOCATION_COLUMNS, isoOf, OPEN_ITEM_COLUMNS } from "./columns"
import type { Statement } from "./statement"

/** Items of an account by id, with the order each belongs to and whether that has left the account. Primary key; one row each. */
export const loadItemsOfAccount: Statement = {
  name: "load_items_of_account",
  prepared: true,
  text: `select ${OPEN_ITEM_COLUMNS}, d.order_id, ${isoOf("d.placed_at")} as placed_at, d.placed_on::text, d.plan,
      coalesce(d.account_id <> i.account_id, false) as moved_away
    from reconciliation_open_item i
    left join reconciliation_document d on d.id = i.document_id
   where i.id = any($2::bigint[]) and i.account_id = $1
   order by i.id`,
}

/** Live allocations of some pairs of credit and debit, oldest first. Index on credit item. */
export const loadPairs: Statement = {
  name: "load_pairs",
  prepared: true,
  text: `select ${ALLOCATION_COLUMNS}
    from (select distinct credit, debit from unnest($1::bigint[], $2::bigint[]) p (credit, debit)) p
    join reconciliation_live_allocation a on a.credit_item_id = p.credit and a.debit_item_id = p.debit
   order by a.id`,
}

/**
 * What people's edits did to some credits, undoings included, one row for each edit of each, oldest first. Index on credit item; most
 * credits have none.
 */
export const loadEditsOfCredits: Statement = {
  name: "load_edits_of_credits",
  text: `select a.credit_item_id, (array_agg(a.credit_open_before order by a.step))[1] as open_before,
      sum(case when a.releases is null then -a.amount else a.amount end)::text as freed
    from reconciliation_allocation a
    join reconciliation_change c on c.id = a.change_id and c.kind in ('edit', 'deletion', 'undo')
   where a.credit_item_id = any($1::bigint[])
   group by a.credit_item_id, a.change_id
   order by a.change_id`,
}

/**
 * What was done since an older version of an order, or of an account, to the allocations of some items (and of
 * all items of the order): one row for each change and pair, with nulls where a change moved none of them.
 * Indexes on document, credit and debit item, and on the account's changes; asked only to refuse an edit.
 */
export const readChangesSince: Statement = {
  name: "read_changes_since",
  text: `with own as (
      select id, change_id from reconciliation_open_item
       where account_id = $1 and (document_id = $2::bigint or id = any($3::bigint[]))
    ), moves as (
      select a.change_id, a.credit_item_id, a.debit_item_id, case when a.releases is null then a.amount else -a.amount end as amount
        from reconciliation_allocation a
       where a.credit_item_id in (select id from own) or a.debit_item_id in (select id from own)
    ), newest as (
      select c.id, c.cause, coalesce(c.actor_id, c.actor_type) as actor, c.recorded_at
        from reconciliation_change c
       where c.account_id = $1
         and case when $2::bigint is null
               then c.id in (select id from reconciliation_change where account_id = $1 order by id desc limit $4)
               else c.document_id = $2 or c.id in (select change_id from own union select change_id from moves) end
       order by c.id desc limit $4
    )
    select n.actor, n.cause, ${isoOf("n.recorded_at")} as recorded_at, m.credit_item_id, m.debit_item_id,
           sum(m.amount)::text as amount, min(d.title) as debit_title
      from newest n
      left join moves m on m.change_id = n.id
      left join reconciliation_open_item d on d.id = m.debit_item_id
     group by n.id, n.actor, n.cause, n.recorded_at, m.credit_item_id, m.debit_item_id
     order by n.id desc, m.credit_item_id, m.debit_item_id`,
}
