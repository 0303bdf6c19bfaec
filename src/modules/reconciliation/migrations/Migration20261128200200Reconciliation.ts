import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What other plugins are told: how each order stood when that was told last, events that the bus has not taken yet, and how
 * far was looked (docs/spec/events.md). Nothing of what stands already is told.
 */
export class Migration20261128200200Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_told_state (
        document_id bigint primary key references reconciliation_document (id),
        version     integer not null,
        state       text not null check (state in ('full', 'partial', 'none', 'planned', 'error')),
        rank        integer,
        closed      boolean not null
      );
      create index if not exists reconciliation_told_state_moving on reconciliation_told_state (document_id)
        where state in ('planned', 'error');
      create table if not exists reconciliation_event (
        id          bigint generated always as identity primary key,
        name        text not null,
        data        jsonb not null,
        recorded_at timestamptz not null default date_trunc('milliseconds', clock_timestamp())
      );
      create table if not exists reconciliation_event_mark (
        one           boolean primary key default true check (one),
        change_id     bigint not null,
        open_item_id  bigint not null,
        allocation_id bigint not null,
        day           date
      );
      insert into reconciliation_event_mark (change_id, open_item_id, allocation_id)
        select coalesce((select max(id) from reconciliation_change), 0),
               coalesce((select max(id) from reconciliation_open_item), 0),
               coalesce((select max(id) from reconciliation_allocation), 0)
        on conflict do nothing;
      create index if not exists reconciliation_due_date_day on reconciliation_due_date (due_on);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists reconciliation_due_date_day;
      drop table if exists reconciliation_told_state, reconciliation_event, reconciliation_event_mark;
    `)
  }
}
