import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The terms of payment of each order: given when its lines came, or by a person later; the last ones count. And what the
 * host's fulfilments did to each line, step by step.
 */
export class Migration20261128100000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_terms (
        id                bigint generated always as identity primary key,
        document_id       bigint not null references reconciliation_document (id),
        change_id         bigint not null references reconciliation_change (id),
        kind              text not null check (kind in ('days', 'end_of_month', 'on_delivery')),
        days              integer not null check (days between 0 and 3650),
        day_of_next_month integer check (day_of_next_month between 1 and 31),
        source            text not null check (source in ('rule', 'person')),
        recorded_at       timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
        check (day_of_next_month is null or kind = 'end_of_month')
      );
      create index if not exists reconciliation_terms_document on reconciliation_terms (document_id, id desc);
      create table if not exists reconciliation_supply (
        id            bigint generated always as identity primary key,
        document_id   bigint not null references reconciliation_document (id),
        line_key      text not null,
        fulfilment_id text not null,
        step          text not null check (step in ('fulfilled', 'shipped', 'delivered', 'cancelled')),
        quantity      numeric not null check (quantity > 0),
        occurred_at   timestamptz not null,
        occurred_on   date not null,
        recorded_at   timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
        unique (document_id, fulfilment_id, line_key, step)
      );
      drop trigger if exists append_only on reconciliation_supply;
      create trigger append_only before update or delete or truncate on reconciliation_supply
        for each statement execute function reconciliation_refuse_change();
      drop trigger if exists append_only on reconciliation_terms;
      create trigger append_only before update or delete or truncate on reconciliation_terms
        for each statement execute function reconciliation_refuse_change();
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists reconciliation_supply, reconciliation_terms;")
  }
}
