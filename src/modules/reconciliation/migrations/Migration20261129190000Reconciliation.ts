import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Set-ups: what is answered so far of the one that is under way, and what finishing it has done. A draft is no money and is
 * written over; when it is finished, the rows that name people are left out of it (docs/spec/set-up.md).
 */
export class Migration20261129190000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(table)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists reconciliation_set_up`)
  }
}

const table = `
create table if not exists reconciliation_set_up (
  id              bigint generated always as identity primary key,
  version         integer not null default 1 check (version > 0),
  step            text not null check (step in ('start', 'opening', 'rules', 'history', 'review')),
  draft           jsonb not null check (jsonb_typeof(draft) = 'object'),
  done            jsonb not null default '{}' check (jsonb_typeof(done) = 'object'),
  actor_type      text not null,
  actor_id        text,
  saved_at        timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  finished_at     timestamptz
);
create unique index if not exists reconciliation_set_up_under_way on reconciliation_set_up ((true)) where finished_at is null;
`
