import { ALLOCATION_COLUMNS } from "../ledger/columns"
import type { Statement } from "../ledger/statement"
import { STANDING } from "./runs.sql"

/** The owner of an account a. */
const OWNER = `a.id as account_id, a.owner_type, a.owner_id, a.owner_name, a.owner_company, a.currency_code, a.digits`

/** Which allocations, as x, of a run ($1) count: what it placed, or what it took back ($5). */
const ASKED_FOR = "x.run_id = $1::bigint and (x.releases is not null) = $5::boolean"

/**
 * What a run ($1) placed, or took back ($5), each credit on each order, by account and in the order in which it was done,
 * from after an account ($2) and an allocation of it ($3). Only changes that have such an allocation count, so that as many
 * as groups are asked for, and the one that the page before ended in, are enough. Index on run and account; for each change by
 * itself, partial index on the change of a run's allocations, and for each of these unique index on what was released; as many
 * rows as are asked for ($4).
 */
export const listMoves: Statement = {
  name: "list_moves_of_run",
  text: `with changes as materialized (
      select c.id from reconciliation_change c
       cross join lateral (select from reconciliation_allocation x where x.change_id = c.id and ${ASKED_FOR} limit 1) placed
       where c.run_id = $1::bigint and c.kind in ('reconcile_account', 'ingest', 'undo', 'withdrawal') and c.account_id >= $2::bigint
         and (c.account_id > $2 or c.id >= coalesce((select l.change_id from reconciliation_allocation l where l.id = $3::bigint), 0))
       order by c.account_id, c.id limit $4::int + 1
    ), moves as (
      select x.*, d.document_id,
             case when $5 or (select true from reconciliation_live_allocation l where l.id = x.id) then 0
                  else x.amount end as gone
        from changes c
       cross join lateral (select x.* from reconciliation_allocation x where x.change_id = c.id and ${ASKED_FOR} offset 0) x
        join reconciliation_open_item d on d.id = x.debit_item_id
    ), groups as (
      select account_id, change_id, credit_item_id, document_id, min(id) as first_id, count(*)::int as items,
             sum(amount)::text as amount, sum(gone)::text as gone, array_agg(distinct rule order by rule) as rules
        from moves group by 1, 2, 3, 4
      having account_id > $2 or min(id) > $3::bigint
       order by account_id, min(id) limit $4
    )
    select ${OWNER}, g.change_id, g.first_id, g.credit_item_id, g.items, g.amount, g.gone, g.rules, k.kind, k.title, k.method,
           k.occurred_on::text, kd.display_id as credit_display_id, o.order_id, o.display_id, s.rank,
           (select coalesce(sum(i.amount - i.allocated), 0)::text from reconciliation_open_item i
             where i.document_id = g.document_id and i.account_id = g.account_id and i.side = 'debit') as order_open
      from groups g
      join reconciliation_account a on a.id = g.account_id
      join reconciliation_open_item k on k.id = g.credit_item_id
      left join reconciliation_document kd on kd.id = k.document_id
      left join reconciliation_document o on o.id = g.document_id
      left join reconciliation_matching_sequence s on s.document_id = g.document_id and s.account_id = g.account_id
     order by g.account_id, g.first_id`,
}

/**
 * What a run left, from after a chunk and a place in its list, with the order that an undo leaves it on; an order that a
 * back-fill left is no account's. Index on the run, primary keys; as many rows as are asked for.
 */
export const listLeft: Statement = {
  name: "list_left_of_run",
  text: `select ${OWNER}, c.id as chunk_id, l.place::int as place, l.entry, o.order_id, o.display_id
    from reconciliation_run_chunk c
   cross join lateral jsonb_array_elements(c.left_over) with ordinality l (entry, place)
    left join reconciliation_account a on a.id = (l.entry ->> 'account_id')::bigint
    left join reconciliation_open_item d on d.id = (l.entry ->> 'debit_item_id')::bigint
    left join reconciliation_document o on o.id = d.document_id
   where c.run_id = $1::bigint and c.left_count > 0 and c.id >= $2::bigint and (c.id > $2 or l.place > $3::int)
   order by c.id, l.place limit $4::int`,
}

/**
 * What a run placed on some accounts and nobody has undone since, oldest first. Index on run and account; changes of
 * neighbouring accounts were written together, and so were their allocations: one stretch of the table.
 */
export const loadMade: Statement = {
  name: "load_made_by_run",
  text: `with changes as materialized (
      select c.id, c.account_id from reconciliation_change c
       where c.run_id = $1::bigint and c.account_id = any($2::bigint[]) and ${STANDING}
    ), span as materialized (select min(id) as first, max(id) as last from changes), made as materialized (
      select x.* from span, reconciliation_allocation x
       where x.change_id between span.first and span.last and x.run_id = $1 and x.releases is null
    )
    select ${ALLOCATION_COLUMNS}, a.change_id, a.account_id from made a join changes c on c.id = a.change_id order by a.id`,
}

/** Money and credit of some accounts that pays nothing. Partial index on open rows; a row each that has some. */
export const sumUnapplied: Statement = {
  name: "sum_unapplied_of_accounts",
  text: `select account_id, sum(amount - allocated)::text as amount
    from reconciliation_open_item
   where account_id = any($1::bigint[]) and side = 'credit' and allocated < amount group by account_id`,
}
