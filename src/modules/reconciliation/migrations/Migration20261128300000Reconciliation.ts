import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Notes on transactions: rows that are added and never changed, each of an order, wherever that stands, or of another
 * transaction by its first item. What takes a mark off or a note back is a row that names it. A row of the lists counts
 * its notes and says whether one of them marks it (docs/spec/notes.md).
 */
export class Migration20261128300000Reconciliation extends Migration {
  override async up(): Promise<void> {
    for (const statement of [table, columns, standing, kept]) this.addSql(statement)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop trigger if exists notes_follow on reconciliation_transaction;
      drop trigger if exists notes_move on reconciliation_document;
      drop table if exists reconciliation_note;
      drop function if exists reconciliation_noted, reconciliation_notes_follow, reconciliation_notes_move,
        reconciliation_place_notes, reconciliation_standing_notes;
      alter table if exists reconciliation_transaction
        drop column if exists notes,
        drop column if exists to_check;
    `)
  }
}

const table = `
create table if not exists reconciliation_note (
  id           bigint generated always as identity primary key,
  document_id  bigint references reconciliation_document (id),
  open_item_id bigint references reconciliation_open_item (id),
  kind         text not null check (kind in ('note', 'checked', 'taken_back')),
  of_note      bigint references reconciliation_note (id),
  text         text,
  to_check     boolean not null default false,
  cause        text not null,
  actor_type   text not null,
  actor_id     text,
  recorded_at  timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  check (num_nonnulls(document_id, open_item_id) = 1),
  check ((kind = 'note') = (of_note is null)),
  check (kind <> 'note' or text is not null or to_check),
  check (kind = 'note' or text is null and not to_check)
);
create unique index if not exists reconciliation_note_once on reconciliation_note (of_note, kind) where of_note is not null;
create index if not exists reconciliation_note_document on reconciliation_note (document_id, id) where document_id is not null;
create index if not exists reconciliation_note_open_item on reconciliation_note (open_item_id, id) where open_item_id is not null;
drop trigger if exists append_only on reconciliation_note;
create trigger append_only before update or delete or truncate on reconciliation_note
  for each statement execute function reconciliation_refuse_change();
`

/** Few rows are marked, so the list of them needs no further index than one for each order. */
const columns = `
alter table reconciliation_transaction
  add column if not exists notes integer not null default 0,
  add column if not exists to_check boolean not null default false;
create index if not exists reconciliation_transaction_to_check_time
  on reconciliation_transaction (happened_at, id) where to_check;
create index if not exists reconciliation_transaction_to_check_size
  on reconciliation_transaction (currency_code, open, id) where to_check;
create index if not exists reconciliation_transaction_to_check_owner
  on reconciliation_transaction (owner_sort, id) where to_check;
`

/** A plan is kept for the session, and may have been made while the tables were small. */
const BY_INDEX = "set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off"

/** What stands of the notes of an order, or of an item. */
const standing = `
create or replace function reconciliation_standing_notes(of_document bigint, of_item bigint, out notes integer, out to_check boolean)
  language sql stable as $$
  select count(*) filter (where not n.is_taken_back)::integer, coalesce(bool_or(n.to_check and not n.is_settled), false)
    from (select n.to_check,
                 exists (select from reconciliation_note b where b.of_note = n.id and b.kind = 'taken_back') as is_taken_back,
                 exists (select from reconciliation_note b where b.of_note = n.id) as is_settled
            from reconciliation_note n
           where n.kind = 'note' and (n.document_id = of_document or n.open_item_id = of_item)) n
$$;

-- An order may have a row in each account that it was in; its notes are at the row in its own, else at its last one.
create or replace function reconciliation_place_notes(documents bigint[], items bigint[]) returns void
  language plpgsql ${BY_INDEX} as $$
begin
  update reconciliation_transaction t
     set notes = case when t.id = w.id then s.notes else 0 end, to_check = t.id = w.id and s.to_check
    from unnest(documents) x (id)
    join reconciliation_document d on d.id = x.id
   cross join lateral (
     select p.id from reconciliation_transaction p
      where p.kind = 'order' and p.happened_at = d.placed_at and p.document_id = d.id
      order by (p.account_id = d.account_id) desc, p.id desc limit 1) w
   cross join lateral reconciliation_standing_notes(d.id, null) s
   where t.kind = 'order' and t.happened_at = d.placed_at and t.document_id = d.id
     and (t.notes, t.to_check) <> (case when t.id = w.id then s.notes else 0 end, t.id = w.id and s.to_check);
  update reconciliation_transaction t
     set notes = s.notes, to_check = s.to_check
    from unnest(items) x (id)
    join reconciliation_open_item i on i.id = x.id
   cross join lateral reconciliation_standing_notes(null, i.id) s
   where t.account_id = i.account_id and t.happened_at = i.occurred_at
     and t.name = reconciliation_transaction_name(false, i.document_id, i.kind, i.id, i.key)
     and (t.notes, t.to_check) <> (s.notes, s.to_check);
end $$;
`

/** Notes of one order or item are written one after the other, for who adds one holds the row of that. */
const kept = `
create or replace function reconciliation_noted() returns trigger language plpgsql ${BY_INDEX} as $$
declare
  wrong record;
begin
  select n.id into wrong
    from added n join reconciliation_note o on o.id = n.of_note
   where o.kind <> 'note' or (n.kind = 'checked' and not o.to_check)
      or o.document_id is distinct from n.document_id or o.open_item_id is distinct from n.open_item_id
   limit 1;
  if found then
    raise exception 'reconciliation: note % names what it does not settle', wrong.id
      using errcode = 'integrity_constraint_violation';
  end if;
  perform reconciliation_place_notes(
    (select coalesce(array_agg(distinct n.document_id), '{}') from added n where n.document_id is not null),
    (select coalesce(array_agg(distinct n.open_item_id), '{}') from added n where n.open_item_id is not null));
  return null;
end $$;
drop trigger if exists noted on reconciliation_note;
create trigger noted after insert on reconciliation_note
  referencing new table as added for each statement execute function reconciliation_noted();

create or replace function reconciliation_notes_follow() returns trigger language plpgsql ${BY_INDEX} as $$
declare
  noted bigint[];
begin
  select array_agg(distinct a.document_id) into noted
    from added a where a.kind = 'order' and exists (select from reconciliation_note n where n.document_id = a.document_id);
  if noted is not null then
    perform reconciliation_place_notes(noted, '{}');
  end if;
  return null;
end $$;
drop trigger if exists notes_follow on reconciliation_transaction;
create trigger notes_follow after insert on reconciliation_transaction
  referencing new table as added for each statement execute function reconciliation_notes_follow();

create or replace function reconciliation_notes_move() returns trigger language plpgsql ${BY_INDEX} as $$
begin
  perform reconciliation_place_notes(array[new.id], '{}');
  return null;
end $$;
drop trigger if exists notes_move on reconciliation_document;
create trigger notes_move after update of account_id on reconciliation_document
  for each row when (old.account_id <> new.account_id) execute function reconciliation_notes_move();
`
