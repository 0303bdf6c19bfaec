import { isoOf, OPEN_ITEM_COLUMNS } from "./columns"
import type { Statement } from "./statement"

const ACCOUNT_COLUMNS = `id, owner_type, owner_id, currency_code, digits, next_rank, version`

/** An account by id. Primary key; 0 or 1 row. */
export const readAccount: Statement = {
  name: "read_account",
  text: `select ${ACCOUNT_COLUMNS} from reconciliation_account where id = $1`,
}

/**
 * A page of a customer's accounts and of those of whom they are a member of, one a currency, from after a given place.
 * Unique index on owner, partial unique index on living memberships; a handful of rows.
 */
export const listAccountsOfCustomer: Statement = {
  name: "list_accounts_of_customer",
  text: `with recursive chain (owner_type, owner_id) as (
      select 'customer', $1::text
      union all
      select m.of_type, m.of_id from chain c
        join reconciliation_membership m
          on m.member_type = c.owner_type and m.member_id = c.owner_id and m.ended_at is null)
    select ${ACCOUNT_COLUMNS} from reconciliation_account
    where (owner_type, owner_id) in (select owner_type, owner_id from chain)
       and ($2::text is null or (currency_code, id) > ($2, $3::bigint))
     order by currency_code, id
     limit $4`,
}

/**
 * What an account's orders owe, were paid, have open, and had applied for good. What the sums are of,
 * reconciliation_item_effect and reconciliation_applied say. Indexes on document and both items of an allocation.
 */
export const readOrdersOfAccount: Statement = {
  name: "read_orders_of_account",
  text: `select d.id as document_id, d.version, d.expected, d.plan, d.order_id, d.display_id, ${isoOf("d.placed_at")} as placed_at, d.problems, s.rank,
      coalesce(sum(e.owed), 0)::text as owed, coalesce(sum(e.paid), 0)::text as paid,
      coalesce(sum(e.open), 0)::text as open, coalesce(sum(e.unallocated), 0)::text as unallocated,
      coalesce(sum(e.written_off), 0)::text as written_off,
      ((select coalesce(sum(x.amount), 0) from reconciliation_applied x where x.document_id = d.id and x.account_id = $1)
        - coalesce(sum(e.reversed), 0))::text as applied
    from reconciliation_document d
    left join reconciliation_matching_sequence s on s.document_id = d.id and s.account_id = $1
    left join reconciliation_item_effect e on e.document_id = d.id and e.account_id = $1
   where d.account_id = $1
      or d.id in (select document_id from reconciliation_change where account_id = $1 and kind = 'transfer')
   group by d.id, s.rank
   order by d.placed_at, d.id`,
}

/** Money on account, used or not, and what was taken back of it, oldest first. Partial index on items without an order. */
export const listDepositsOfAccount: Statement = {
  name: "list_deposits_of_account",
  text: `select ${OPEN_ITEM_COLUMNS} from reconciliation_open_item i
    where i.account_id = $1 and i.document_id is null order by i.occurred_at, i.id`,
}

/**
 * The legs of some items: one for each order an item pays, under that order's code and with the amount
 * it pays there, and one under the item's own code with all that it pays; of what is owed without an order, one under the
 * own code of each credit that pays it. Indexes on both items of an allocation, document and item; a handful of rows an item.
 */
export const readCodesOfItems: Statement = {
  name: "read_codes_of_items",
  prepared: true,
  text: `select i.item_id, leg.account_id, leg.rank, leg.closed, leg.amount
    from unnest($1::bigint[]) i (item_id)
    join lateral (
      select s.account_id, s.rank, paid.amount, not exists (
          select 1 from reconciliation_open_item o where o.document_id = s.document_id and o.side = 'debit'
             and o.allocated < o.amount) as closed
        from (
          select d.document_id, sum(a.amount)::bigint as amount
            from reconciliation_live_allocation a
            join reconciliation_open_item d on d.id = a.debit_item_id
           where a.credit_item_id = i.item_id
           group by d.document_id) paid
        join reconciliation_matching_sequence s on s.document_id = paid.document_id
      union all
      select s.account_id, s.rank, o.allocated, o.allocated = o.amount
        from reconciliation_matching_sequence s join reconciliation_open_item o on o.id = s.open_item_id
       where s.open_item_id = i.item_id
      union all
      select s.account_id, s.rank, sum(a.amount)::bigint, c.allocated = c.amount
        from reconciliation_open_item o
        join reconciliation_live_allocation a on a.debit_item_id = o.id and a.rule <> 'opening_undone'
        join reconciliation_open_item c on c.id = a.credit_item_id
        join reconciliation_matching_sequence s on s.open_item_id = c.id
       where o.id = i.item_id and o.document_id is null and o.side = 'debit' and o.line_key is not null
       group by s.account_id, s.rank, c.allocated, c.amount
    ) leg on true
   order by i.item_id, leg.rank`,
}

/** How some orders stand, each in an account. Primary key, indexes on document and both items of an allocation. */
export const readStandingsOfOrders: Statement = {
  name: "read_standings_of_orders",
  prepared: true,
  text: `select w.account_id::text, d.id as document_id, d.expected, d.plan, d.problems, s.rank, e.open::text,
      ((select coalesce(sum(x.amount), 0) from reconciliation_applied x where x.document_id = d.id and x.account_id = w.account_id)
        - e.reversed)::text as applied
    from unnest($1::bigint[], $2::bigint[]) w (account_id, document_id)
    join reconciliation_document d on d.id = w.document_id
    left join reconciliation_matching_sequence s on s.document_id = d.id and s.account_id = w.account_id
   cross join lateral (
     select coalesce(sum(open), 0) as open, coalesce(sum(reversed), 0) as reversed
       from reconciliation_item_effect where document_id = d.id and account_id = w.account_id) e`,
}

/** What of an account pays nothing yet, newest first. Partial index on open rows; at most `limit` rows. */
export const listUnapplied: Statement = {
  name: "list_unapplied",
  text: `select ${OPEN_ITEM_COLUMNS}, d.order_id, d.display_id
    from reconciliation_open_item i left join reconciliation_document d on d.id = i.document_id
   where i.account_id = $1 and i.side = 'credit' and i.allocated < i.amount
   order by i.occurred_at desc, i.id desc limit $2`,
}

/** What the lines of some orders were called first. Index on document; a row a line. */
export const readRowTitles: Statement = {
  name: "read_row_titles",
  text: `select distinct on (document_id, line_key) document_id, line_key, title from reconciliation_open_item
    where account_id = $1 and document_id = any($2::bigint[]) and line_key is not null
      and kind in ('charge', 'fee', 'shipping', 'return_shipping')
    order by document_id, line_key, id`,
}
