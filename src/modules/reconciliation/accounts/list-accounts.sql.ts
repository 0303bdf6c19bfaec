import type { Statement } from "../ledger/statement"

/**
 * A page of accounts, the newest first, from before a given one: keyset on the primary key. Whether one has something
 * open is looked up in the partial index on open rows, whether it gave a code in the unique index on account and rank; at
 * most `limit` rows.
 */
export const pageOfAccounts: Statement = {
  name: "page_of_accounts",
  text: `select a.id, a.owner_type, a.owner_id, a.currency_code, a.digits, a.next_rank, a.version
    from reconciliation_account a
   where ($1::bigint is null or a.id < $1)
     and ($2::text[] is null or a.owner_type = 'customer' and a.owner_id = any($2)
       or a.owner_type = 'company' and a.owner_id = any($9::text[])
       or a.id in (select d.account_id from reconciliation_document d where d.order_id = any($3::text[]))
       or exists (select 1 from reconciliation_matching_sequence s where s.account_id = a.id and s.rank = $10::int))
     and ($4::text is null or a.currency_code = $4)
     and (not $5::boolean or exists (select 1 from reconciliation_open_item i
           where i.account_id = a.id and i.allocated < i.amount and i.side = 'debit'))
     and (not $6::boolean or exists (select 1 from reconciliation_open_item i
           where i.account_id = a.id and i.allocated < i.amount and i.side = 'credit'))
     and ($8::text is null or a.owner_type = $8)
   order by a.id desc
   limit $7`,
}

/** What some accounts have open and unapplied, and the order of each that is an order's. Partial index on open rows. */
export const readFiguresOfAccounts: Statement = {
  name: "read_figures_of_accounts",
  text: `select a.id, d.order_id, d.display_id, f.open::text, f.unallocated::text
    from reconciliation_account a
    left join reconciliation_document d on a.owner_type = 'order' and d.order_id = a.owner_id
   cross join lateral (
     select coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0) as open,
            coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0) as unallocated
       from reconciliation_open_item i where i.account_id = a.id and i.allocated < i.amount) f
   where a.id = any($1::bigint[])`,
}
