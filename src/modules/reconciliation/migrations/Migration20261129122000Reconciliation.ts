import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Files beside the notes of transactions: rows that are added and never changed, each of an order or of another transaction by
 * its first item. What is in a file is kept by the store's File module; what takes one back is a row that names it
 * (docs/spec/notes.md).
 */
export class Migration20261129122000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(table)
    this.addSql(kept)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists reconciliation_attachment;
      drop function if exists reconciliation_attached;
    `)
  }
}

const table = `
create table if not exists reconciliation_attachment (
  id            bigint generated always as identity primary key,
  document_id   bigint references reconciliation_document (id),
  open_item_id  bigint references reconciliation_open_item (id),
  kind          text not null check (kind in ('file', 'taken_back')),
  of_attachment bigint references reconciliation_attachment (id),
  file_id       text,
  name          text,
  mime_type     text,
  size          bigint check (size > 0),
  sha256        text check (sha256 ~ '^[0-9a-f]{64}$'),
  cause         text not null,
  actor_type    text not null,
  actor_id      text,
  recorded_at   timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  check (num_nonnulls(document_id, open_item_id) = 1),
  check ((kind = 'taken_back') = (of_attachment is not null)),
  check (num_nonnulls(file_id, name, mime_type, size, sha256) = 5 * (kind = 'file')::integer)
);
create unique index if not exists reconciliation_attachment_once on reconciliation_attachment (of_attachment)
  where of_attachment is not null;
create index if not exists reconciliation_attachment_document on reconciliation_attachment (document_id, id)
  where document_id is not null;
create index if not exists reconciliation_attachment_open_item on reconciliation_attachment (open_item_id, id)
  where open_item_id is not null;
drop trigger if exists append_only on reconciliation_attachment;
create trigger append_only before update or delete or truncate on reconciliation_attachment
  for each statement execute function reconciliation_refuse_change();
`

const kept = `
create or replace function reconciliation_attached() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select n.id into wrong
    from added n join reconciliation_attachment o on o.id = n.of_attachment
   where o.kind <> 'file' or o.document_id is distinct from n.document_id or o.open_item_id is distinct from n.open_item_id
   limit 1;
  if found then
    raise exception 'reconciliation: attachment % names what it does not take back', wrong.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
drop trigger if exists attached on reconciliation_attachment;
create trigger attached after insert on reconciliation_attachment
  referencing new table as added for each statement execute function reconciliation_attached();
`
