import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Lists of planned payments (docs/spec/planned-payments.md) ask of which orders money was taken back, and what money has
 * put on each instalment: two partial indexes that hold all of it.
 */
export class Migration20261128183000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index if not exists reconciliation_open_item_taken_back on reconciliation_open_item (document_id)
        where side = 'debit' and kind in ('void', 'reversal');
      create index if not exists reconciliation_allocation_bound on reconciliation_allocation (instalment_id)
        include (amount, releases) where instalment_id is not null;
      drop index if exists reconciliation_allocation_instalment;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      create index if not exists reconciliation_allocation_instalment on reconciliation_allocation (instalment_id)
        where instalment_id is not null;
      drop index if exists reconciliation_allocation_bound, reconciliation_open_item_taken_back;
    `)
  }
}
