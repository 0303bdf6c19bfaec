-- Rows of a ledger of any size, without the orders of a host: a fifth of the orders is settled, the rest is open, every
-- tenth transaction is of the first account, and the currencies have 0, 2 and 3 digits. Set-based, and to be run without
-- triggers: 600,000 open items would take their triggers an hour. :accounts, :orders and :money say how many; their
-- ids come after :base, so that they may stand beside what a store has.
insert into reconciliation_account (id, owner_type, owner_id, currency_code, digits, version, owner_name, owner_sort, named_at)
     overriding system value
select :base + a, 'customer', 'cus_' || a, (array['eur', 'usd', 'jpy', 'kwd'])[1 + a % 4], (array[2, 2, 0, 3])[1 + a % 4], 1,
       'Name ' || a, lpad((a * 7919 % :accounts)::text, 8, '0'), now()
  from generate_series(1, :accounts) a;

insert into reconciliation_change (id, account_id, kind, cause, actor_type) overriding system value
select :base + a, :base + a, 'ingest', 'order.placed', 'system' from generate_series(1, :accounts) a;

insert into reconciliation_document (id, account_id, order_id, display_id, placed_at, placed_on, sales_channel_id, version, problems)
     overriding system value
select :base + n, :base + account, 'order_' || n, n, placed, placed::date, 'sc_' || (array[1, 1, 1, 1, 1, 2, 2, 3])[1 + n % 8], 1,
       case when n % 5000 = 0 then '[{"code": "refund_without_row", "detail": "", "remedy": ""}]'::jsonb else '[]' end
  from (select n, case when n % 10 = 0 then 1 else 1 + n * 7 % :accounts end as account,
               timestamptz '2024-01-01 00:00Z' + n * interval '3 minutes' as placed
          from generate_series(1, :orders) n) o;

insert into reconciliation_open_item (account_id, document_id, change_id, side, kind, key, sequence, line_key, position, title,
     reference, occurred_at, occurred_on, accounting_on, amount, allocated)
select d.account_id, d.id, d.account_id, 'debit', 'charge', 'line:' || d.id || '.' || k, 1, 'line:' || d.id || '.' || k, k,
       'A lesson', '', d.placed_at, d.placed_on, d.placed_on, 100 + d.id % 977,
       case when d.id % 5 = 0 then 100 + d.id % 977 when d.id % 5 = 1 and k < 3 then 100 when d.id % 5 = 2 and k = 1 then 50 else 0 end
  from reconciliation_document d, generate_series(1, 5) k where d.id > :base order by d.id, k;

insert into reconciliation_open_item (account_id, change_id, side, kind, key, sequence, position, title, reference, method,
     occurred_at, occurred_on, accounting_on, amount, allocated)
select :base + account, :base + account, case when n % 10 < 8 then 'credit' else 'debit' end,
       (array['deposit', 'deposit', 'deposit', 'deposit', 'payment', 'payment', 'payment', 'stored_value', 'reversal', 'refund'])[1 + n % 10],
       'money:' || n, 1, 0, 'Money', 'typed:' || encode(sha256(n::text::bytea), 'hex'), 'cheque', came, came::date, came::date,
       200 + n % 1009, case when n % 3 = 0 then 200 + n % 1009 when n % 3 = 1 then 60 else 0 end
  from (select n, case when n % 10 = 0 then 1 else 1 + n * 7 % :accounts end as account,
               timestamptz '2024-01-01 00:00Z' + n * interval '3 minutes' as came
          from generate_series(1, :money) n) m order by n;

insert into reconciliation_typed_text (name, account_id, salt, content)
select 'typed:' || encode(sha256(n::text::bytea), 'hex'), :base + case when n % 10 = 0 then 1 else 1 + n * 7 % :accounts end, '',
       'CHQ ' || (100000 + n)
  from generate_series(1, :money) n;

insert into reconciliation_document_number (document_id, kind, number, source, cause, actor_type)
select d.id, 'invoice', 'INV-' || extract(year from d.placed_on) || '-' || lpad((d.id - :base)::text, 6, '0'), 'given', 'bench', 'system'
  from reconciliation_document d where d.id > :base;

-- Until the server has looked at them, it takes these tables for as small as they were.
analyze reconciliation_account, reconciliation_document, reconciliation_open_item;

insert into reconciliation_due_date (open_item_id, due_on, change_id)
select i.id, i.occurred_on + 30, i.account_id
  from reconciliation_open_item i where i.document_id % 40 = 3 and i.account_id > :base;

insert into reconciliation_transaction (account_id, happened_at, name, kind, document_id, item_id, happened_on, currency_code,
     owner_sort, sales_channel_id, due_on, open_debit, open_credit, contradicts)
select * from reconciliation_derived_transaction t where t.account_id > :base order by happened_at, name;

analyze reconciliation_due_date, reconciliation_transaction;

update reconciliation_document d set plan = 1 where d.id % 6 = 3 and d.id > :base;

insert into reconciliation_instalment (account_id, document_id, change_id, plan, number, due_on, amount, pins)
select d.account_id, d.id, d.account_id, 1, 1, '2026-11-01'::date + (d.id % 60)::int - 15, 200, '[]'
  from reconciliation_document d where d.plan = 1 and d.id > :base;

update reconciliation_open_item set gl_account = '70' || id % 200 where document_id is null and account_id > :base;

update reconciliation_transaction t set amount = i.amount, gl_account = i.gl_account
  from reconciliation_open_item i where i.id = t.item_id and t.account_id > :base;

update reconciliation_transaction t
   set order_state = s.order_state, planned_until = s.planned_until, plan_unsure = s.plan_unsure
  from reconciliation_transaction o cross join lateral reconciliation_state_of(o.document_id, o.account_id) s
 where o.kind = 'order' and t.id = o.id and o.account_id > :base;

update reconciliation_transaction set to_check = true, notes = 1 where id % 200 = 7 and account_id > :base;
