import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A row a transaction, with what is open of it, kept by triggers in the change that moves it: lists of all accounts are
 * sorted and narrowed by indexes on it. And an account's owner has a name, by which a list is sorted
 * (docs/spec/lists.md).
 */
export class Migration20261128110000Reconciliation extends Migration {
  override async up(): Promise<void> {
    for (const statement of [names, table, naming, due, derived, indexes, kept]) this.addSql(statement)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop trigger if exists transactions_posted on reconciliation_open_item;
      drop trigger if exists transactions_moved on reconciliation_open_item;
      drop trigger if exists transactions_due on reconciliation_due_date;
      drop trigger if exists transactions_planned on reconciliation_instalment;
      drop trigger if exists transactions_replanned on reconciliation_instalment_event;
      drop trigger if exists transactions_contradict on reconciliation_document;
      drop trigger if exists transactions_named on reconciliation_account;
      drop view if exists reconciliation_derived_transaction;
      drop table if exists reconciliation_transaction;
      drop function if exists reconciliation_transactions_posted, reconciliation_transactions_moved,
        reconciliation_transactions_due, reconciliation_transactions_planned, reconciliation_transactions_replanned,
        reconciliation_transactions_contradict, reconciliation_transactions_named, reconciliation_due_of,
        reconciliation_is_folded, reconciliation_transaction_kind, reconciliation_transaction_name;
      drop index if exists reconciliation_account_unnamed;
      alter table if exists reconciliation_account
        drop column if exists owner_name,
        drop column if exists owner_company,
        drop column if exists owner_sort,
        drop column if exists named_at;
    `)
  }
}

const names = `
alter table reconciliation_account
  add column if not exists owner_name text,
  add column if not exists owner_company text,
  add column if not exists owner_sort text collate "C" not null default '',
  add column if not exists named_at timestamptz;
create index if not exists reconciliation_account_unnamed on reconciliation_account (id) where named_at is null;
`

const table = `
create table if not exists reconciliation_transaction (
  id               bigint generated always as identity primary key,
  account_id       bigint not null,
  happened_at      timestamptz not null,
  name             text collate "C" not null,
  kind             text not null,
  document_id      bigint,
  item_id          bigint,
  happened_on      date not null,
  currency_code    text not null,
  owner_sort       text collate "C" not null,
  sales_channel_id text,
  due_on           date,
  open_debit       bigint not null check (open_debit >= 0),
  open_credit      bigint not null check (open_credit >= 0),
  contradicts      boolean not null,
  open             bigint generated always as (case when kind = 'order' or open_debit > 0 then open_debit else open_credit end) stored,
  side             text generated always as (case when kind = 'order' or open_debit > 0 then 'debit' else 'credit' end) stored,
  view             text generated always as (
                     case when kind <> 'order' and open_debit = 0 then 'to_place'
                          when kind in ('reversal', 'void') then 'taken_back' else 'owed' end) stored,
  unreconciled     boolean generated always as (open_debit > 0 or open_credit > 0 or contradicts) stored,
  unique (account_id, happened_at, name),
  check ((kind = 'order') = (item_id is null)),
  check (kind <> 'order' or document_id is not null)
);
`

/** How items are one transaction, as an account's page has it. */
const naming = `
create or replace function reconciliation_is_folded(document_id bigint, kind text, side text) returns boolean
  language sql immutable as $$
  select document_id is not null and (kind in ('charge', 'fee', 'shipping', 'return_shipping', 'rounding')
    or side = 'debit' and kind in ('adjustment', 'credit_line', 'cancellation'))
$$;
create or replace function reconciliation_transaction_kind(is_folded boolean, kind text) returns text
  language sql immutable as $$
  select case when is_folded then 'order' when kind in ('adjustment', 'credit_line', 'cancellation') then 'credit' else kind end
$$;
create or replace function reconciliation_transaction_name(is_folded boolean, document_id bigint, kind text, id bigint, key text)
  returns text language sql immutable as $$
  select case when is_folded then '0:' || document_id
              when kind in ('adjustment', 'credit_line', 'cancellation') then '1:' || document_id || ':' || kind
              when kind = 'transfer' and document_id is not null then '2:' || document_id
              when kind in ('payment', 'deposit', 'stored_value') then '3:' || lpad(id::text, 19, '0')
              when kind = 'reversal' then '5:' || md5(key)
              when kind = 'write_off' then '6:' || md5(key)
              else '4:' || lpad(id::text, 19, '0') end
$$;
`

/**
 * The earliest day on which something of an order falls due that is open in an account: an item that was given a day, or
 * a planned payment that is not made. One that failed is late already, so it counts from before it failed, whatever the
 * store's time zone. It is asked of each of many orders, so "is true" forbids an index on what is open of an account, which
 * would be passed over whole for every one of them.
 */
const due = `
create or replace function reconciliation_due_of(of_document bigint, of_account bigint) returns date
  language sql stable as $$
  select least(
    (select min(last.due_on) from reconciliation_open_item i
      cross join lateral (select x.due_on from reconciliation_due_date x where x.open_item_id = i.id order by x.id desc limit 1) last
      where i.document_id = of_document and (i.account_id = of_account) is true and i.side = 'debit' and (i.allocated < i.amount) is true
        and reconciliation_is_folded(i.document_id, i.kind, i.side)),
    (select min(case when last.kind = 'failed'
                     then least(coalesce(postponed.due_on, p.due_on), (last.recorded_at at time zone 'UTC')::date - 2)
                     else coalesce(postponed.due_on, p.due_on) end)
       from reconciliation_document d
       join reconciliation_instalment p on p.document_id = d.id and p.plan = d.plan
       left join lateral (
         select e.due_on from reconciliation_instalment_event e
          where e.instalment_id = p.id and e.kind = 'postponed' order by e.id desc limit 1) postponed on true
       left join lateral (
         select e.kind, e.recorded_at from reconciliation_instalment_event e
          where e.instalment_id = p.id order by e.id desc limit 1) last on true
      where d.id = of_document and d.account_id = of_account and last.kind is distinct from 'cancelled'
        and (p.amount > (select coalesce(sum(case when x.releases is null then x.amount else -x.amount end), 0)
                           from reconciliation_allocation x where x.instalment_id = p.id)
          or exists (select 1 from reconciliation_open_item t
                      where t.document_id = d.id and t.side = 'debit' and t.kind in ('void', 'reversal')))))
$$;
`

/** What the table must hold, from the rows that are the truth. */
const derived = `
create or replace view reconciliation_derived_transaction as
  select g.account_id, g.happened_at, g.name, g.kind, g.document_id, case when g.kind = 'order' then null else g.item_id end as item_id,
         case when g.kind = 'order' then d.placed_on else g.happened_on end as happened_on, a.currency_code, a.owner_sort,
         d.sales_channel_id,
         case when g.kind = 'order' then reconciliation_due_of(g.document_id, g.account_id) end as due_on,
         g.open_debit, g.open_credit,
         g.kind = 'order' and d.account_id = g.account_id and d.problems <> '[]' as contradicts
    from (select i.account_id, case when f.is_folded then p.placed_at else i.occurred_at end as happened_at,
                 reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name,
                 reconciliation_transaction_kind(f.is_folded, i.kind) as kind,
                 min(i.document_id) as document_id, min(i.id) as item_id, min(i.occurred_on) as happened_on,
                 coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0)::bigint as open_debit,
                 coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0)::bigint as open_credit
            from reconciliation_open_item i
            left join reconciliation_document p on p.id = i.document_id
           cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
           group by 1, 2, 3, 4) g
    join reconciliation_account a on a.id = g.account_id
    left join reconciliation_document d on d.id = g.document_id;
insert into reconciliation_transaction (account_id, happened_at, name, kind, document_id, item_id, happened_on, currency_code,
    owner_sort, sales_channel_id, due_on, open_debit, open_credit, contradicts)
  select * from reconciliation_derived_transaction order by happened_at, account_id, name
  on conflict do nothing;
`

/** How a list is sorted: by moment, by size within a currency, by owner. */
const SORTED = { time: "happened_at, id", size: "currency_code, open, id", owner: "owner_sort, id" }
/** What it is narrowed by, so that the rows of a page are neighbours whatever the order. */
const NARROWED = ["", "view, ", "kind, ", "sales_channel_id, "]

const index = (name: string, columns: string, where: string): string =>
  `create index if not exists reconciliation_transaction_${name} on reconciliation_transaction (${columns}) ${where};`

/** Those of what is unreconciled are small: a settled transaction stands in none of them. */
const indexes = [
  index("time", "happened_at, id", ""),
  index("kind_time", "kind, happened_at, id", ""),
  ...Object.entries(SORTED).flatMap(([sort, columns]) => [
    ...NARROWED.map((by) =>
      index(
        `open_${by.replace(/\W+/g, "_")}${sort}`,
        by + columns,
        `${sort === "size" ? "include (view, due_on, contradicts, happened_on) " : ""}where unreconciled`,
      ),
    ),
    index(`due_${sort}`, columns, "where unreconciled and due_on is not null"),
  ]),
  index("open_account_time", "account_id, happened_at, id", "where unreconciled"),
  index("open_account_size", "account_id, open, id", "where unreconciled"),
  index("contradiction", "happened_at, id", "where contradicts"),
].join("\n")

/** A plan is kept for the session, and may have been made while the tables were small. */
const BY_INDEX = "set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off"

/** Every change of an account holds its lock, so no two write the same row at once. */
const kept = `
create or replace function reconciliation_transactions_posted() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  insert into reconciliation_transaction as t (account_id, happened_at, name, kind, document_id, item_id, happened_on,
      currency_code, owner_sort, sales_channel_id, due_on, open_debit, open_credit, contradicts)
    select g.account_id, g.happened_at, g.name, g.kind, g.document_id, case when g.kind = 'order' then null else g.item_id end,
           case when g.kind = 'order' then d.placed_on else g.happened_on end, a.currency_code, a.owner_sort, d.sales_channel_id,
           case when g.kind = 'order' and (d.plan > 0 or exists (select from reconciliation_due_date))
                then reconciliation_due_of(g.document_id, g.account_id) end,
           g.open_debit, g.open_credit, g.kind = 'order' and d.account_id = g.account_id and d.problems <> '[]'
      from (select i.account_id, case when f.is_folded then p.placed_at else i.occurred_at end as happened_at,
                   reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name,
                   reconciliation_transaction_kind(f.is_folded, i.kind) as kind,
                   min(i.document_id) as document_id, min(i.id) as item_id, min(i.occurred_on) as happened_on,
                   coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0)::bigint as open_debit,
                   coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0)::bigint as open_credit
              from added i
              left join reconciliation_document p on p.id = i.document_id
             cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
             group by 1, 2, 3, 4) g
      join reconciliation_account a on a.id = g.account_id
      left join reconciliation_document d on d.id = g.document_id
     order by g.happened_at, g.account_id, g.name
    on conflict (account_id, happened_at, name) do update
      set open_debit = t.open_debit + excluded.open_debit, open_credit = t.open_credit + excluded.open_credit,
          due_on = excluded.due_on, item_id = least(t.item_id, excluded.item_id);
  -- A planned payment is open again when the money that made it is taken back.
  update reconciliation_transaction t set due_on = reconciliation_due_of(d.id, d.account_id)
    from (select distinct document_id from added where kind in ('void', 'reversal')) x
    join reconciliation_document d on d.id = x.document_id and d.plan > 0
   where t.account_id = d.account_id and t.happened_at = d.placed_at and t.name = '0:' || d.id;
  return null;
end $$;
create or replace function reconciliation_transactions_moved() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t
     set open_debit = t.open_debit + m.debit, open_credit = t.open_credit + m.credit,
         due_on = case when t.kind = 'order' and m.may_be_due then reconciliation_due_of(t.document_id, t.account_id) end
    from (select n.account_id, case when f.is_folded then p.placed_at else n.occurred_at end as happened_at,
                 reconciliation_transaction_name(f.is_folded, n.document_id, n.kind, n.id, n.key) as name,
                 bool_or(coalesce(p.plan, 0) > 0) or exists (select from reconciliation_due_date) as may_be_due,
                 coalesce(sum(o.allocated - n.allocated) filter (where n.side = 'debit'), 0) as debit,
                 coalesce(sum(o.allocated - n.allocated) filter (where n.side = 'credit'), 0) as credit
            from now_standing n
            join before_standing o on o.id = n.id
            left join reconciliation_document p on p.id = n.document_id
           cross join lateral (select reconciliation_is_folded(n.document_id, n.kind, n.side) as is_folded) f
           where n.allocated <> o.allocated
           group by 1, 2, 3) m
   where t.account_id = m.account_id and t.happened_at = m.happened_at and t.name = m.name;
  return null;
end $$;
create or replace function reconciliation_transactions_due() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t set due_on = reconciliation_due_of(t.document_id, t.account_id)
    from (select distinct i.document_id from added x join reconciliation_open_item i on i.id = x.open_item_id) x
    join reconciliation_document d on d.id = x.document_id
   where t.account_id = d.account_id and t.happened_at = d.placed_at and t.name = '0:' || d.id;
  return null;
end $$;
create or replace function reconciliation_transactions_planned() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t set due_on = reconciliation_due_of(t.document_id, t.account_id)
    from (select distinct document_id from added) x
    join reconciliation_document d on d.id = x.document_id
   where t.account_id = d.account_id and t.happened_at = d.placed_at and t.name = '0:' || d.id;
  return null;
end $$;
create or replace function reconciliation_transactions_replanned() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t set due_on = reconciliation_due_of(t.document_id, t.account_id)
    from (select distinct p.document_id from added x join reconciliation_instalment p on p.id = x.instalment_id) x
    join reconciliation_document d on d.id = x.document_id
   where t.account_id = d.account_id and t.happened_at = d.placed_at and t.name = '0:' || d.id;
  return null;
end $$;
create or replace function reconciliation_transactions_contradict() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t
     set contradicts = t.account_id = new.account_id and new.problems <> '[]', sales_channel_id = new.sales_channel_id,
         due_on = reconciliation_due_of(t.document_id, t.account_id)
   where t.account_id in (old.account_id, new.account_id) and t.happened_at = new.placed_at and t.name = '0:' || new.id;
  return null;
end $$;
create or replace function reconciliation_transactions_named() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t set owner_sort = new.owner_sort where t.account_id = new.id;
  return null;
end $$;
drop trigger if exists transactions_posted on reconciliation_open_item;
create trigger transactions_posted after insert on reconciliation_open_item
  referencing new table as added for each statement execute function reconciliation_transactions_posted();
drop trigger if exists transactions_moved on reconciliation_open_item;
create trigger transactions_moved after update on reconciliation_open_item
  referencing old table as before_standing new table as now_standing
  for each statement execute function reconciliation_transactions_moved();
drop trigger if exists transactions_due on reconciliation_due_date;
create trigger transactions_due after insert on reconciliation_due_date
  referencing new table as added for each statement execute function reconciliation_transactions_due();
drop trigger if exists transactions_planned on reconciliation_instalment;
create trigger transactions_planned after insert on reconciliation_instalment
  referencing new table as added for each statement execute function reconciliation_transactions_planned();
drop trigger if exists transactions_replanned on reconciliation_instalment_event;
create trigger transactions_replanned after insert on reconciliation_instalment_event
  referencing new table as added for each statement execute function reconciliation_transactions_replanned();
drop trigger if exists transactions_contradict on reconciliation_document;
create trigger transactions_contradict after update of problems, account_id on reconciliation_document
  for each row when (old.problems is distinct from new.problems or old.account_id <> new.account_id)
  execute function reconciliation_transactions_contradict();
drop trigger if exists transactions_named on reconciliation_account;
create trigger transactions_named after update of owner_sort on reconciliation_account
  for each row when (old.owner_sort is distinct from new.owner_sort)
  execute function reconciliation_transactions_named();
`
