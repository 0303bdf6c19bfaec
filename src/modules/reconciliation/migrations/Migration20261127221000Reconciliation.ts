import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Numbers without gaps for money and for credit notes, beside the items, because a number is given after its item is
 * committed: items are not to wait for one another (docs/decisions/0024-numbers-after-the-commit.md).
 */
export class Migration20261127221000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_receipt (
        open_item_id bigint primary key references reconciliation_open_item (id),
        series       text not null check (series ~ '^[A-Z][A-Z0-9]{0,7}$'),
        year         integer not null,
        number       integer not null check (number > 0),
        leads        boolean not null,
        recorded_at  timestamptz not null default now()
      );
      create unique index if not exists reconciliation_receipt_once on reconciliation_receipt (series, year, number)
        where leads;
      create index if not exists reconciliation_receipt_number on reconciliation_receipt (series, year, number);
      drop trigger if exists append_only on reconciliation_receipt;
      create trigger append_only before update or delete or truncate on reconciliation_receipt
        for each statement execute function reconciliation_refuse_change();
      create table if not exists reconciliation_receipt_mark (
        one         boolean primary key default true check (one),
        numbered_to bigint not null default 0,
        seen_to     bigint not null default 0,
        seen_by     xid8 not null default '0'
      );
      insert into reconciliation_receipt_mark default values on conflict do nothing;
      create or replace view reconciliation_entity_receipt as
        select r.open_item_id as id, r.open_item_id, r.series || '-' || r.year || '-' || lpad(r.number::text, greatest(4, length(r.number::text)), '0') as number,
               r.recorded_at as created_at, r.recorded_at as updated_at, null::timestamptz as deleted_at
          from reconciliation_receipt r;
      drop trigger if exists read_only on reconciliation_entity_receipt;
      create trigger read_only instead of insert or update or delete on reconciliation_entity_receipt
        for each row execute function reconciliation_refuse_entity();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop view if exists reconciliation_entity_receipt;
      drop table if exists reconciliation_receipt, reconciliation_receipt_mark;
    `)
  }
}
