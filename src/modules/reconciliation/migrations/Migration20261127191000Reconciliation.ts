import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A change can undo another one, and that can be undone again. What a change allocated is found by ranges of pages:
 * allocations are appended in the order of their changes, so such an index costs nothing when one is written.
 */
export class Migration20261127191000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table reconciliation_change
        add column if not exists undoes_change_id bigint references reconciliation_change (id);
      create index if not exists reconciliation_change_undoes on reconciliation_change (undoes_change_id)
        where undoes_change_id is not null;
      create index if not exists reconciliation_allocation_change on reconciliation_allocation
        using brin (change_id) with (pages_per_range = 16, autosummarize = on);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists reconciliation_allocation_change;
      drop index if exists reconciliation_change_undoes;
      alter table reconciliation_change drop column if exists undoes_change_id;
    `)
  }
}
