import { isoOf, OPEN_ITEM_COLUMNS } from "./columns"
import type { Statement } from "./statement"

const ACCOUNT_COLUMNS = `id, owner_type, owner_id, currency_code, digits, next_rank, version`

/** An account by id. Primary key; 0 or 1 row. */
export const readAccount: Statement = {
  name: "read_account",
  text: `select ${ACCOUNT_COLUMNS} from reconciliation_account where id = $1`,
}

/** A page of a customer's accounts, one a currency, from after a given place. Unique index on owner; a handful of rows. */
export const listAccountsOfCustomer: Statement = {
  name: "list_accounts_of_customer",
  text: `select ${ACCOUNT_COLUMNS} from reconciliation_account
    where owner_type = 'customer' and owner_id = $1
       and ($2::text is null or (currency_code, id) > ($2, $3::bigint))
     order by currency_code, id
     limit $4`,
}

/**
 * What an account's orders owe, have open and had applied, in one pass over its items. "Owed" is
 * charges less line credits; "paid" and "applied" are less what was reversed of the account's own money.
 * What a reversal of another account's money reopened is owed here: nobody here had paid it. "Written
 * off" is what was given up less what was kept. "Applied" leaves out what a line's own credit settles on its
 * own order, and is less what it paid back or put on another one.
 */
export const readOrdersOfAccount: Statement = {
  name: "read_orders_of_account",
  text: `select d.id as document_id, d.expected, d.plan, d.order_id, d.display_id, ${isoOf("d.placed_at")} as placed_at, d.problems, s.rank,
      coalesce(sum(case when i.kind = 'transfer' and (i.line_key is null or reversed.own) then 0
                        when i.kind = 'transfer' then case i.side when 'debit' then i.amount else -i.amount end
                        when i.kind = 'reversal' and i.line_key is not null and not reversed.own then i.amount
                        when i.side = 'debit' and i.kind not in ('refund', 'void', 'reversal', 'write_off') then i.amount
                        when i.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding') then -i.amount
                        else 0 end), 0)::text as owed,
      coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0)::text as open,
      coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0)::text as unallocated,
      coalesce(sum(case when i.kind in ('transfer', 'reversal') and i.line_key is not null and not reversed.own then 0
                        when i.kind in ('transfer', 'reversal', 'void') then case i.side when 'credit' then i.amount else -i.amount end
                        when i.kind in ('payment', 'stored_value') then i.amount
                        when i.kind = 'refund' then -i.amount else 0 end), 0)::text as paid,
      coalesce(sum(case i.side when 'credit' then i.amount else -i.amount end)
                 filter (where i.kind = 'write_off'), 0)::text as written_off,
      (coalesce(sum(case i.side when 'credit' then i.amount else -i.amount end)
                  filter (where i.line_key is not null and reversed.own), 0) +
       (select coalesce(sum(x.amount), 0)
         from reconciliation_open_item o
         join reconciliation_live_allocation x on x.debit_item_id = o.id
         join reconciliation_open_item c on c.id = x.credit_item_id
        where o.document_id = d.id and o.account_id = $1
          and o.kind not in ('refund', 'void', 'write_off', 'transfer')
          and x.rule <> 'reversed_rest'
          and (c.kind in ('payment', 'deposit', 'stored_value', 'void', 'reversal')
            or c.document_id is distinct from d.id)) -
       (select coalesce(sum(case when x.releases is null then x.amount else -x.amount end), 0)
         from reconciliation_open_item c
         join reconciliation_allocation x on x.credit_item_id = c.id
         join reconciliation_open_item o on o.id = x.debit_item_id
        where c.document_id = d.id and c.account_id = $1
          and c.side = 'credit' and c.kind in ('adjustment', 'credit_line', 'cancellation', 'rounding')
          and o.kind <> 'transfer'
          and (o.kind in ('refund', 'void', 'write_off') or o.line_key is null
            or o.document_id is distinct from d.id)))::text as applied
    from reconciliation_document d
    left join reconciliation_matching_sequence s on s.document_id = d.id and s.account_id = $1
    left join reconciliation_open_item i on i.document_id = d.id and i.account_id = $1
    -- Of a reversal: whether the money that it took back is in this account, wherever the reversal itself went on.
    cross join lateral (select i.kind in ('reversal', 'transfer') and exists (
        select 1 from reconciliation_open_item m where m.account_id = $1 and m.id = i.reverses_item_id) as own) reversed
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
 * it pays there, and one under the item's own code with all that it pays. Indexes on credit item,
 * document and item; a handful of rows an item.
 */
export const readCodesOfItems: Statement = {
  name: "read_codes_of_items",
  text: `select i.item_id, leg.rank, leg.closed, leg.amount
    from unnest($1::bigint[]) i (item_id)
    join lateral (
      select s.rank, paid.amount, not exists (
          select 1 from reconciliation_open_item o where o.document_id = s.document_id and o.side = 'debit'
             and o.allocated < o.amount) as closed
        from (
          select d.document_id, sum(case when a.releases is null then a.amount else -a.amount end)::bigint as amount
            from reconciliation_allocation a
            join reconciliation_open_item d on d.id = a.debit_item_id
           where a.credit_item_id = i.item_id
           group by d.document_id) paid
        join reconciliation_matching_sequence s on s.document_id = paid.document_id
       where paid.amount > 0
      union all
      select s.rank, o.allocated, o.allocated = o.amount
        from reconciliation_matching_sequence s join reconciliation_open_item o on o.id = s.open_item_id
       where s.open_item_id = i.item_id
    ) leg on true
   order by i.item_id, leg.rank`,
}
