import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What people set on the screen: rows that are added and never changed, of which the newest of each option is in force. One
 * that takes a setting back to what the configuration says is a row too, with no value (docs/spec/settings.md).
 */
export class Migration20261129160000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(table)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists reconciliation_setting`)
  }
}

const table = `
create table if not exists reconciliation_setting (
  id          bigint generated always as identity primary key,
  name        text not null check (name <> ''),
  is_reset    boolean not null default false,
  value       jsonb,
  reason      text,
  cause       text not null,
  actor_type  text not null,
  actor_id    text,
  recorded_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  check (is_reset = (value is null))
);
create index if not exists reconciliation_setting_name on reconciliation_setting (name, id);
drop trigger if exists append_only on reconciliation_setting;
create trigger append_only before update or delete or truncate on reconciliation_setting
  for each statement execute function reconciliation_refuse_change();
`
