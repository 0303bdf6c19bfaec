import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What checks of the ledger have seen: when, by whom, how many rows break each rule, and which (docs/spec/self-check.md). No
 * money: a row says what stood at a moment, and which change repaired it since.
 */
export class Migration20261129150000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_check (
        id           bigint generated always as identity primary key,
        actor_type   text not null check (actor_type in ('system', 'user', 'api-key')),
        actor_id     text,
        cause        text not null,
        recorded_at  timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
        milliseconds integer not null check (milliseconds >= 0),
        counts       jsonb not null,
        faults       bigint not null check (faults >= 0),
        fresh        integer not null check (fresh >= 0),
        told_at      timestamptz
      );
      create index if not exists reconciliation_check_untold on reconciliation_check (id) where told_at is null;
      create table if not exists reconciliation_check_finding (
        id          bigint generated always as identity primary key,
        check_id    bigint not null references reconciliation_check (id),
        invariant   text not null,
        row_table   text not null,
        row_id      text not null,
        account_id  bigint,
        document_id bigint,
        kind        text,
        stored      text not null,
        expected    text not null,
        is_new      boolean not null,
        repaired_by bigint references reconciliation_change (id),
        repaired_at timestamptz,
        check ((repaired_by is null) = (repaired_at is null))
      );
      create index if not exists reconciliation_check_finding_check on reconciliation_check_finding (check_id, id);
      create index if not exists reconciliation_check_finding_document on reconciliation_check_finding (document_id, id)
        where document_id is not null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists reconciliation_check_finding, reconciliation_check;")
  }
}
