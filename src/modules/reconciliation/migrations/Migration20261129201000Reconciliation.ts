import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What a back-fill placed is told by account, while its changes were written in the order in which the orders were placed: the
 * changes of a page lie anywhere in the run, and ranges of pages then read nearly all of its allocations for each page. Only
 * what runs write is in this index, each entry behind the one before it.
 */
export class Migration20261129201000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index if not exists reconciliation_allocation_of_run on reconciliation_allocation (change_id)
        where run_id is not null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists reconciliation_allocation_of_run;
    `)
  }
}
