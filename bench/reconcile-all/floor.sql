-- The cheapest way found to put the money of some accounts on their oldest items: everything computed where it stands, one
-- statement for each table and many accounts. Where money and items, laid end to end, are cut by either, an allocation begins.
-- The constraints, triggers and indexes are the ledger's own.
create function bench_reconcile(first_account bigint, last_account bigint) returns void language plpgsql as $$
begin
  create temp table if not exists bench_cut (
    account bigint, change bigint, step int, credit bigint, debit bigint, document bigint, amount bigint,
    credit_left bigint, debit_left bigint, day date) on commit delete rows;
  with changes as (
    insert into reconciliation_change (account_id, kind, cause, actor_type)
    select a.id, 'reconcile_account', 'bench', 'user' from reconciliation_account a
     where a.id between first_account and last_account order by a.id
    returning id, account_id
  ), items as (
    select i.account_id, i.id, i.document_id, i.side, i.occurred_on,
           row_number() over w as place, sum(i.amount - i.allocated) over w as up_to
      from reconciliation_open_item i left join reconciliation_document d on d.id = i.document_id
     where i.account_id between first_account and last_account and i.allocated < i.amount
    window w as (partition by i.account_id, i.side order by coalesce(d.placed_at, i.occurred_at), i.document_id, i.position, i.key)
  ), cuts as (
    select account_id, up_to as cut, count(*) filter (where side = 'credit') as credits, count(*) filter (where side = 'debit') as debits
      from items group by 1, 2
  ), parts as (
    select account_id, cut, coalesce(lag(cut) over w, 0) as begins, row_number() over w as step,
           1 + coalesce(sum(credits) over (w rows between unbounded preceding and 1 preceding), 0) as credit_place,
           1 + coalesce(sum(debits) over (w rows between unbounded preceding and 1 preceding), 0) as debit_place
      from cuts window w as (partition by account_id order by cut)
  )
  insert into bench_cut
  select p.account_id, h.id, p.step, c.id, d.id, d.document_id, p.cut - p.begins, c.up_to - p.begins, d.up_to - p.begins,
         greatest(c.occurred_on, d.occurred_on)
    from parts p
    join changes h on h.account_id = p.account_id
    join items c on c.account_id = p.account_id and c.side = 'credit' and c.place = p.credit_place
    join items d on d.account_id = p.account_id and d.side = 'debit' and d.place = p.debit_place;
  update reconciliation_open_item i set allocated = allocated + s.amount
    from (select id, sum(amount) as amount
            from (select credit as id, amount from bench_cut union all select debit, amount from bench_cut) m
           group by id order by id) s
   where i.id = s.id;
  insert into reconciliation_allocation (account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule, step,
    credit_open_before, debit_open_before, occurred_on, accounting_on)
  select account, change, credit, debit, amount, 'auto', 'oldest_first', step, credit_left, debit_left, day, day
    from bench_cut order by account, step;
  insert into reconciliation_matching_sequence (account_id, change_id, rank, document_id, open_item_id)
  select account, change, row_number() over (partition by account order by step, item is not null), document, item
    from (select account, change, min(step) as step, document, null::bigint as item from bench_cut group by 1, 2, 4
          union all
          select account, change, min(step), null, credit from bench_cut group by 1, 2, 5) owners
   order by account, 3;
  update reconciliation_document d set version = version + 1
    from (select distinct document from bench_cut order by 1) t where d.id = t.document;
  update reconciliation_account a set version = version + 1, next_rank = n.next_rank
    from (select account_id, max(rank) + 1 as next_rank from reconciliation_matching_sequence
           where account_id between first_account and last_account group by 1) n
   where a.id = n.account_id;
end $$;
