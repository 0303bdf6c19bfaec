import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the database refuses by itself: an allocation above an amount, a changed or deleted row, a counter that
 * differs from its rows, a row without its journal entry. Frozen as the tables are; it makes again what a
 * ledger has already that was installed when both were one migration.
 */
export class Migration20260101000100Reconciliation extends Migration {
  override async up(): Promise<void> {
    for (const statement of [appendOnly, sumChecks]) this.addSql(statement)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop function if exists
        reconciliation_refuse_change(), reconciliation_check_item(), reconciliation_check_allocations(),
        reconciliation_check_journal(), reconciliation_check_bound() cascade;
    `)
  }
}

/** Posted rows are facts: a correction is a new row. Only the counter of an item moves. */
const appendOnly = `
create or replace function reconciliation_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'reconciliation: % is append-only, % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'Add a correcting row instead.';
end $$;
drop trigger if exists append_only on reconciliation_open_item;
create trigger append_only before delete or truncate on reconciliation_open_item
  for each statement execute function reconciliation_refuse_change();
drop trigger if exists append_only_columns on reconciliation_open_item;
create trigger append_only_columns before update of
    id, account_id, document_id, change_id, side, kind, key, sequence, line_key, position, title, reference, method,
    gl_account, taxes, inferred, occurred_at, occurred_on, accounting_on, due_on, recorded_at, amount
  on reconciliation_open_item
  for each statement execute function reconciliation_refuse_change();
drop trigger if exists append_only on reconciliation_allocation;
create trigger append_only before update or delete or truncate on reconciliation_allocation
  for each statement execute function reconciliation_refuse_change();
drop trigger if exists append_only on reconciliation_matching_sequence;
create trigger append_only before update or delete or truncate on reconciliation_matching_sequence
  for each statement execute function reconciliation_refuse_change();
drop trigger if exists append_only on reconciliation_change;
create trigger append_only before update or delete or truncate on reconciliation_change
  for each statement execute function reconciliation_refuse_change();
drop trigger if exists append_only on reconciliation_instalment;
create trigger append_only before update or delete or truncate on reconciliation_instalment
  for each statement execute function reconciliation_refuse_change();
drop trigger if exists append_only on reconciliation_instalment_event;
create trigger append_only before update or delete or truncate on reconciliation_instalment_event
  for each statement execute function reconciliation_refuse_change();
drop trigger if exists append_only on reconciliation_write_off_request;
create trigger append_only before update or delete or truncate on reconciliation_write_off_request
  for each statement execute function reconciliation_refuse_change();
drop trigger if exists append_only on reconciliation_write_off_decision;
create trigger append_only before update or delete or truncate on reconciliation_write_off_decision
  for each statement execute function reconciliation_refuse_change();
`

/**
 * The counter of an item is the sum of its live allocations. An item is checked when the transaction
 * commits, allocations when their statement ends: so a counter without rows and rows without a
 * counter are both refused, each item is summed once, and a writer may move counters first.
 */
const sumChecks = `
create or replace function reconciliation_check_item() returns trigger language plpgsql as $$
declare
  counter bigint;
  live numeric;
begin
  select allocated into counter from reconciliation_open_item where id = new.id;
  if new.side = 'credit' then
    select coalesce(sum(case when releases is null then amount else -amount end), 0) into live
      from reconciliation_allocation where credit_item_id = new.id;
  else
    select coalesce(sum(case when releases is null then amount else -amount end), 0) into live
      from reconciliation_allocation where debit_item_id = new.id;
  end if;
  if live <> counter then
    raise exception 'reconciliation: item % counts % allocated, its rows add up to %', new.id, counter, live
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
drop trigger if exists sum_of_new_item on reconciliation_open_item;
create constraint trigger sum_of_new_item after insert on reconciliation_open_item
  deferrable initially deferred for each row when (new.allocated > 0)
  execute function reconciliation_check_item();
drop trigger if exists sum_of_item on reconciliation_open_item;
create constraint trigger sum_of_item after update of allocated on reconciliation_open_item
  deferrable initially deferred for each row
  execute function reconciliation_check_item();

create or replace function reconciliation_check_allocations() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select n.id, c.side, d.side, c.account_id, d.account_id into wrong
    from added n
    join reconciliation_open_item c on c.id = n.credit_item_id
    join reconciliation_open_item d on d.id = n.debit_item_id
    left join reconciliation_allocation r on r.id = n.releases
   where c.side <> 'credit' or d.side <> 'debit'
      or c.account_id <> n.account_id or d.account_id <> n.account_id
      or (n.releases is not null and (r.releases is not null or r.amount <> n.amount
          or r.credit_item_id <> n.credit_item_id or r.debit_item_id <> n.debit_item_id
          or r.instalment_id is distinct from n.instalment_id))
   limit 1;
  if found then
    raise exception 'reconciliation: allocation % joins items that do not belong together', wrong.id
      using errcode = 'integrity_constraint_violation';
  end if;
  select i.id into wrong
    from reconciliation_open_item i
    join lateral (
      select sum(case when a.releases is null then a.amount else -a.amount end) as live
        from reconciliation_allocation a where a.credit_item_id = i.id) s on true
   where i.id in (select credit_item_id from added) and i.allocated <> s.live
  union all
  select i.id
    from reconciliation_open_item i
    join lateral (
      select sum(case when a.releases is null then a.amount else -a.amount end) as live
        from reconciliation_allocation a where a.debit_item_id = i.id) s on true
   where i.id in (select debit_item_id from added) and i.allocated <> s.live
   limit 1;
  if found then
    raise exception 'reconciliation: the counter of item % was not moved with its allocations', wrong.id
      using errcode = 'integrity_constraint_violation', hint = 'Move the counters before, or in the same statement.';
  end if;
  return null;
end $$;
-- What fulfils a planned payment is taken back by its plan alone, or when its order moves to another account.
create or replace function reconciliation_check_bound() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from reconciliation_change c where c.id = new.change_id and c.kind in ('plan', 'transfer')) then
    raise exception 'reconciliation: allocation % fulfils a planned payment', new.releases
      using errcode = 'integrity_constraint_violation', hint = 'Change the plan of payments instead.';
  end if;
  return null;
end $$;
drop trigger if exists bound_to_instalment on reconciliation_allocation;
create trigger bound_to_instalment after insert on reconciliation_allocation
  for each row when (new.releases is not null and new.instalment_id is not null)
  execute function reconciliation_check_bound();
drop trigger if exists sum_of_allocations on reconciliation_allocation;
create trigger sum_of_allocations after insert on reconciliation_allocation
  referencing new table as added for each statement execute function reconciliation_check_allocations();

create or replace function reconciliation_check_journal() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (select distinct change_id from added) n
      join reconciliation_change c on c.id = n.change_id
     where c.transaction_id <> pg_current_xact_id()
  ) then
    raise exception 'reconciliation: a row of % names a journal entry of another transaction', tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
drop trigger if exists journal_of_item on reconciliation_open_item;
create trigger journal_of_item after insert on reconciliation_open_item
  referencing new table as added for each statement execute function reconciliation_check_journal();
drop trigger if exists journal_of_allocation on reconciliation_allocation;
create trigger journal_of_allocation after insert on reconciliation_allocation
  referencing new table as added for each statement execute function reconciliation_check_journal();
`
