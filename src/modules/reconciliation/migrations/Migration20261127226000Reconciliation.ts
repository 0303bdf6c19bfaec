import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * An account's transactions are read in the order in which they happened, a page at a time, with the balance after each:
 * the page by its own stretch of this index, the balance by one pass over the account's part of it.
 */
export class Migration20261127226000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index if not exists reconciliation_open_item_ledger on reconciliation_open_item (account_id, occurred_at);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists reconciliation_open_item_ledger;`)
  }
}
