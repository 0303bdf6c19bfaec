import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A row of the lists says in which state its transaction is, and on which GL account its items stand, so that a list narrowed by
 * either reads its own rows alone. An order that stands as planned does so until a day, for the day alone may end that
 * (docs/spec/lists.md).
 */
export class Migration20261129121000Reconciliation extends Migration {
  override async up(): Promise<void> {
    for (const statement of [held + columns, planned, state, posted(STATED), kept, filled])
      this.addSql(statement)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop trigger if exists states_allocated on reconciliation_allocation;
      drop trigger if exists states_planned on reconciliation_instalment;
      drop trigger if exists states_replanned on reconciliation_instalment_event;
      drop trigger if exists states_read on reconciliation_document;
      ${posted(STATELESS)}
      drop function if exists reconciliation_states_allocated, reconciliation_states_planned, reconciliation_states_replanned,
        reconciliation_states_read, reconciliation_place_states, reconciliation_state_of, reconciliation_planned_until;
      alter table if exists reconciliation_transaction
        drop column if exists state,
        drop column if exists amount,
        drop column if exists order_state,
        drop column if exists planned_until,
        drop column if exists plan_unsure,
        drop column if exists gl_account;
    `)
  }
}

/** Who writes meanwhile waits before it holds anything: else it would wait for the rows of the lists, and this for its items. */
const held = `
lock table reconciliation_change, reconciliation_open_item, reconciliation_allocation, reconciliation_instalment,
  reconciliation_instalment_event, reconciliation_document, reconciliation_transaction in share row exclusive mode;`

/** Of money and credits the state follows from the amount; an order's is worked out, for all of its items count. */
const columns = `
alter table reconciliation_transaction
  add column if not exists amount bigint not null default 0,
  add column if not exists gl_account text,
  add column if not exists order_state text,
  add column if not exists planned_until date,
  add column if not exists plan_unsure boolean not null default false,
  add column if not exists state text generated always as (
    case when kind = 'order' then order_state when open_debit + open_credit = 0 then 'full'
         when open_debit + open_credit = amount then 'none' else 'partial' end) stored;
`

/**
 * The last day on which planned payments cover an order: null where one failed, or where none is kept for anything. What each
 * is kept for is worked out as src/modules/reconciliation/domain/instalments/reserve.ts does: pins first, in due order, then what is not
 * pinned from all that is left. A return on its way covers for ever, where with it nothing is left to pay.
 */
const planned = `
create or replace function reconciliation_planned_until(of_document bigint, expected bigint, open bigint) returns date
  language sql stable as $$
  with line as (
    select coalesce(i.line_key, '') as line, sum(i.amount - i.allocated) as room
      from reconciliation_open_item i
      join reconciliation_document d on d.id = i.document_id and d.account_id = i.account_id
     where i.document_id = of_document and i.side = 'debit' and (i.allocated < i.amount) is true
       and i.kind not in ('refund', 'write_off', 'cash_discount', 'transfer')
     group by 1
  ), settled as (
    select p.id, coalesce(d.line_key, '') as line, sum(a.amount) as amount
      from reconciliation_instalment p
      join reconciliation_live_allocation a on a.instalment_id = p.id
      join reconciliation_open_item d on d.id = a.debit_item_id
     where p.document_id = of_document
     group by 1, 2
  ), active as (
    select p.id, p.pins, p.amount - least(p.amount, paid.amount) as rest, standing.due_on, standing.failed,
           row_number() over (order by standing.due_on, p.number, p.plan) as n
      from reconciliation_instalment p
     cross join lateral (select coalesce(sum(s.amount), 0) as amount from settled s where s.id = p.id) paid
     cross join lateral (
       select coalesce((select e.due_on from reconciliation_instalment_event e
                         where e.instalment_id = p.id and e.kind = 'postponed' order by e.id desc limit 1), p.due_on) as due_on,
              coalesce((select e.kind from reconciliation_instalment_event e
                         where e.instalment_id = p.id order by e.id desc limit 1) = 'failed', false) as failed) standing
     where p.document_id = of_document and p.amount > paid.amount
       and not exists (select from reconciliation_instalment_event e where e.instalment_id = p.id and e.kind = 'cancelled')
  ), pin as (
    select a.n, l.line, l.amount - coalesce((select s.amount from settled s where s.id = a.id and s.line = l.line), 0) as wanted
      from active a
     cross join lateral (select x ->> 'line' as line, sum((x ->> 'amount')::bigint) as amount
                           from jsonb_array_elements(a.pins) x group by 1) l
  ), pinned as (
    select p.n, p.line, p.wanted,
           greatest(0, least(p.wanted, coalesce(l.room, 0)
             - coalesce(sum(p.wanted) over (partition by p.line order by p.n rows between unbounded preceding and 1 preceding), 0))) as kept
      from pin p left join line l on l.line = p.line
     where p.wanted > 0
  ), float as (
    select a.n, a.due_on, a.failed, coalesce(own.kept, 0) as pinned, greatest(0, a.rest - coalesce(own.wanted, 0)) as wanted
      from active a
      left join (select p.n, sum(p.kept) as kept, sum(p.wanted) as wanted from pinned p group by p.n) own on own.n = a.n
  ), kept as (
    select f.due_on, f.failed,
           f.pinned + greatest(0, least(f.wanted, (select coalesce(sum(l.room), 0) from line l) - (select coalesce(sum(p.kept), 0) from pinned p)
             - coalesce(sum(f.wanted) over (order by f.n rows between unbounded preceding and 1 preceding), 0))) as amount
      from float f
  )
  select case when bool_or(k.failed) then null
              when count(*) > 0 then min(k.due_on)
              when expected >= open then 'infinity'::date end
    from kept k where k.amount > 0
$$;
`

/**
 * How an order stands in an account, without the day: a row of the table in docs/spec/status.md. What was taken back of money that
 * had made a planned payment is found by the program alone; such a plan is marked, and asked there.
 */
const state = `
create or replace function reconciliation_state_of(of_document bigint, of_account bigint,
    out order_state text, out planned_until date, out plan_unsure boolean) language plpgsql stable as $$
declare
  read record;
  open bigint;
  applied bigint;
  expected bigint;
begin
  plan_unsure := false;
  select d.plan, d.expected, d.problems into read from reconciliation_document d where d.id = of_document;
  if read.problems <> '[]' then
    order_state := 'error';
    return;
  end if;
  select coalesce(sum(i.amount - i.allocated), 0) into open from reconciliation_open_item i
   where i.document_id = of_document and (i.account_id = of_account) is true and i.side = 'debit' and (i.allocated < i.amount) is true;
  if open = 0 then
    order_state := 'full';
    return;
  end if;
  select (select coalesce(sum(x.amount), 0) from reconciliation_applied x where x.document_id = of_document and x.account_id = of_account)
       - (select coalesce(sum(e.reversed), 0) from reconciliation_item_effect e where e.document_id = of_document and e.account_id = of_account)
    into applied;
  order_state := case when applied > 0 then 'partial' else 'none' end;
  if read.plan = 0 and read.expected = '[]' then
    return;
  end if;
  select coalesce(sum((x ->> 'amount')::bigint), 0) into expected from jsonb_array_elements(read.expected) x;
  if read.plan = 0 then
    planned_until := case when expected >= open then 'infinity'::date end;
    return;
  end if;
  planned_until := reconciliation_planned_until(of_document, expected, open);
  plan_unsure := exists (select from reconciliation_open_item i
                          where i.document_id = of_document and i.side = 'debit' and i.kind in ('void', 'reversal'))
             and exists (select from reconciliation_instalment p join reconciliation_live_allocation a on a.instalment_id = p.id
                          where p.document_id = of_document);
end $$;
`

/** A plan is kept for the session, and may have been made while the tables were small. */
const BY_INDEX = "set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off"

/** What the row of posted items takes besides what is open. */
interface Taken {
  readonly columns: string
  readonly values: string
  readonly sums: string
  readonly join: string
  readonly set: string
  readonly after: string
}

const STATELESS: Taken = { columns: "", values: "", sums: "", join: "", set: "", after: "" }
const STATED: Taken = {
  columns: ", amount, gl_account, order_state, planned_until, plan_unsure",
  values: ", g.amount, g.gl_account, s.order_state, s.planned_until, coalesce(s.plan_unsure, false)",
  sums: `,
                   sum(i.amount)::bigint as amount, min(i.gl_account) as gl_account`,
  join: `
      left join lateral reconciliation_state_of(g.document_id, g.account_id) s on g.kind = 'order'`,
  set: `,
          amount = t.amount + excluded.amount, gl_account = least(t.gl_account, excluded.gl_account),
          order_state = excluded.order_state, planned_until = excluded.planned_until, plan_unsure = excluded.plan_unsure`,
  after: `
  -- What an order owes besides its lines, and what is taken back of it, moves its state too.
  perform reconciliation_place_states(array(
    select distinct i.document_id from added i
     where i.document_id is not null and (i.kind in ('reversal', 'transfer')
        or i.side = 'debit' and not reconciliation_is_folded(i.document_id, i.kind, i.side))));`,
}

const posted = (taken: Taken): string => `
create or replace function reconciliation_transactions_posted() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  insert into reconciliation_transaction as t (account_id, happened_at, name, kind, document_id, item_id, happened_on,
      currency_code, owner_sort, sales_channel_id, due_on, open_debit, open_credit, contradicts${taken.columns})
    select g.account_id, g.happened_at, g.name, g.kind, g.document_id, case when g.kind = 'order' then null else g.item_id end,
           case when g.kind = 'order' then d.placed_on else g.happened_on end, a.currency_code, a.owner_sort, d.sales_channel_id,
           case when g.kind = 'order' and (d.plan > 0 or exists (select from reconciliation_due_date))
                then reconciliation_due_of(g.document_id, g.account_id) end,
           g.open_debit, g.open_credit, g.kind = 'order' and d.account_id = g.account_id and d.problems <> '[]'${taken.values}
      from (select i.account_id, case when f.is_folded then p.placed_at else i.occurred_at end as happened_at,
                   reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name,
                   reconciliation_transaction_kind(f.is_folded, i.kind) as kind,
                   min(i.document_id) as document_id, min(i.id) as item_id, min(i.occurred_on) as happened_on,
                   coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0)::bigint as open_debit,
                   coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0)::bigint as open_credit${taken.sums}
              from added i
              left join reconciliation_document p on p.id = i.document_id
             cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
             group by 1, 2, 3, 4) g
      join reconciliation_account a on a.id = g.account_id
      left join reconciliation_document d on d.id = g.document_id${taken.join}
     order by g.happened_at, g.account_id, g.name
    on conflict (account_id, happened_at, name) do update
      set open_debit = t.open_debit + excluded.open_debit, open_credit = t.open_credit + excluded.open_credit,
          due_on = excluded.due_on, item_id = least(t.item_id, excluded.item_id)${taken.set};
  -- A planned payment is open again when the money that made it is taken back.
  update reconciliation_transaction t set due_on = reconciliation_due_of(d.id, d.account_id)
    from (select distinct document_id from added where kind in ('void', 'reversal')) x
    join reconciliation_document d on d.id = x.document_id and d.plan > 0
   where t.account_id = d.account_id and t.happened_at = d.placed_at and t.name = '0:' || d.id;${taken.after}
  return null;
end $$;
`

const kept = `
create or replace function reconciliation_place_states(documents bigint[]) returns void language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t
     set order_state = s.order_state, planned_until = s.planned_until, plan_unsure = s.plan_unsure
    from (select distinct i.document_id, i.account_id from reconciliation_open_item i where i.document_id = any(documents)) x
    join reconciliation_document d on d.id = x.document_id
   cross join lateral reconciliation_state_of(x.document_id, x.account_id) s
   where t.account_id = x.account_id and t.happened_at = d.placed_at and t.name = '0:' || d.id
     and (t.order_state, t.planned_until, t.plan_unsure) is distinct from (s.order_state, s.planned_until, s.plan_unsure);
end $$;
create or replace function reconciliation_states_allocated() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  perform reconciliation_place_states(array(
    select distinct i.document_id from added a
     cross join lateral (values (a.credit_item_id), (a.debit_item_id)) x (id)
      join reconciliation_open_item i on i.id = x.id
     where i.document_id is not null));
  return null;
end $$;
create or replace function reconciliation_states_planned() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  perform reconciliation_place_states(array(select distinct a.document_id from added a));
  return null;
end $$;
create or replace function reconciliation_states_replanned() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  perform reconciliation_place_states(array(
    select distinct p.document_id from added a join reconciliation_instalment p on p.id = a.instalment_id));
  return null;
end $$;
create or replace function reconciliation_states_read() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  perform reconciliation_place_states(array[new.id]);
  return null;
end $$;
drop trigger if exists states_allocated on reconciliation_allocation;
create trigger states_allocated after insert on reconciliation_allocation
  referencing new table as added for each statement execute function reconciliation_states_allocated();
drop trigger if exists states_planned on reconciliation_instalment;
create trigger states_planned after insert on reconciliation_instalment
  referencing new table as added for each statement execute function reconciliation_states_planned();
drop trigger if exists states_replanned on reconciliation_instalment_event;
create trigger states_replanned after insert on reconciliation_instalment_event
  referencing new table as added for each statement execute function reconciliation_states_replanned();
drop trigger if exists states_read on reconciliation_document;
create trigger states_read after update of problems, account_id, plan, expected on reconciliation_document
  for each row when (old.problems is distinct from new.problems or old.account_id <> new.account_id
    or old.plan <> new.plan or old.expected is distinct from new.expected)
  execute function reconciliation_states_read();
`

/** Rows that stand already. */
const filled = `
update reconciliation_transaction t set amount = g.amount, gl_account = g.gl_account
  from (select i.account_id, case when f.is_folded then p.placed_at else i.occurred_at end as happened_at,
               reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name,
               sum(i.amount)::bigint as amount, min(i.gl_account) as gl_account
          from reconciliation_open_item i
          left join reconciliation_document p on p.id = i.document_id
         cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f
         group by 1, 2, 3) g
 where t.account_id = g.account_id and t.happened_at = g.happened_at and t.name = g.name
   and (t.amount, t.gl_account) is distinct from (g.amount, g.gl_account);
update reconciliation_transaction t
   set order_state = s.order_state, planned_until = s.planned_until, plan_unsure = s.plan_unsure
  from reconciliation_transaction o cross join lateral reconciliation_state_of(o.document_id, o.account_id) s
 where o.kind = 'order' and o.order_state is null and t.id = o.id;
`
