import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Lets one refund of chosen rows at a time be made of an order, names each by a key, and remembers which refund
 * of the host it became. Choices that were made before name no refund and are known by payment and amount.
 */
export class Migration20261127061000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table reconciliation_refund_choice
        add column if not exists idempotency_key text,
        add column if not exists request_hash text,
        add column if not exists state text check (state in ('making', 'made')),
        add column if not exists refund_id text,
        add column if not exists completed boolean;
      create unique index if not exists reconciliation_refund_choice_key
        on reconciliation_refund_choice (idempotency_key);
      create table if not exists reconciliation_refund_turn (
        order_id text primary key,
        holder   text not null,
        until    timestamptz not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists reconciliation_refund_turn;
      drop index if exists reconciliation_refund_choice_key;
      alter table if exists reconciliation_refund_choice
        drop column if exists idempotency_key,
        drop column if exists request_hash,
        drop column if exists state,
        drop column if exists refund_id,
        drop column if exists completed;
    `)
  }
}
