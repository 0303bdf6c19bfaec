import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What of the ledger's money the host is to count as a payment of an order, and how far that has come. No money: it
 * says what to tell the host, and can be computed again from the allocations (docs/spec/mirror.md).
 */
export class Migration20261127223000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_mirror (
        id             text primary key,
        number         bigint generated always as identity unique,
        host_name      text not null unique,
        document_id    bigint not null references reconciliation_document (id),
        credit_item_id bigint not null references reconciliation_open_item (id),
        amount         bigint not null check (amount between 1 and 1000000000000000),
        state          text not null check (state in ('wanted', 'recorded', 'refused', 'withdrawing', 'withdrawn')),
        attempts       integer not null default 0 check (attempts >= 0),
        next_at        timestamptz not null default clock_timestamp(),
        refusal        text,
        error          text,
        wanted_by      bigint references reconciliation_change (id),
        asked_by       text,
        withdrawn_by   bigint references reconciliation_change (id),
        recorded_at    timestamptz not null default clock_timestamp(),
        check ((state = 'refused') = (refusal is not null))
      );
      create index if not exists reconciliation_mirror_pair on reconciliation_mirror (document_id, credit_item_id)
        where state <> 'withdrawn';
      create index if not exists reconciliation_mirror_credit on reconciliation_mirror (credit_item_id)
        where state <> 'withdrawn';
      create index if not exists reconciliation_mirror_due on reconciliation_mirror (next_at)
        where state in ('wanted', 'withdrawing');
      create index if not exists reconciliation_mirror_open on reconciliation_mirror (number)
        where state in ('wanted', 'withdrawing', 'refused');
      create table if not exists reconciliation_mirror_lease (
        order_id   text primary key,
        holder     text not null,
        until      timestamptz not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists reconciliation_mirror_lease, reconciliation_mirror")
  }
}
