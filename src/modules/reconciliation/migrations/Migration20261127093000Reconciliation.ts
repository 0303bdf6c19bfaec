import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Keeps what each request with an Idempotency-Key was answered, so that the same key is answered the same again.
 * Keys that were used before stand in the journal alone and are refused from now on.
 */
export class Migration20261127093000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_request (
        key          text primary key,
        operation    text not null,
        request_hash text not null,
        answer       json not null,
        recorded_at  timestamptz not null default now()
      );
      drop trigger if exists append_only on reconciliation_request;
      create trigger append_only before update or delete or truncate on reconciliation_request
        for each statement execute function reconciliation_refuse_change();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists reconciliation_request;`)
  }
}
