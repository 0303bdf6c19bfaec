import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Runs that bring orders of the host into the ledger, from before it was installed: their chunks are orders, by the host's ids,
 * and so are those of their undo (docs/spec/back-fill.md).
 */
export class Migration20261128431000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table reconciliation_run
        add column if not exists kind text not null default 'reconcile' check (kind in ('reconcile', 'backfill', 'undo'));
      update reconciliation_run set kind = 'undo' where undoes_run_id is not null and kind <> 'undo';
      alter table reconciliation_run
        drop constraint if exists reconciliation_run_check,
        drop constraint if exists reconciliation_run_kind_undoes,
        drop constraint if exists reconciliation_run_kind_strategy;
      alter table reconciliation_run
        add constraint reconciliation_run_kind_undoes check ((kind = 'undo') = (undoes_run_id is not null)),
        add constraint reconciliation_run_kind_strategy
          check ((kind <> 'reconcile' or strategy is not null) and (kind <> 'undo' or strategy is null));
      alter table reconciliation_run_chunk
        add column if not exists order_ids text[] not null default '{}',
        alter column account_ids set default '{}',
        drop constraint if exists reconciliation_run_chunk_account_ids_check,
        drop constraint if exists reconciliation_run_chunk_of_either;
      alter table reconciliation_run_chunk
        add constraint reconciliation_run_chunk_of_either
          check ((cardinality(account_ids) > 0) <> (cardinality(order_ids) > 0));
    `)
  }

  /** What back-fills did stands in the ledger; that they were runs is forgotten. */
  override async down(): Promise<void> {
    this.addSql(`
      delete from reconciliation_run_chunk where cardinality(account_ids) = 0;
      delete from reconciliation_run u where exists (
        select from reconciliation_run r where r.id = u.undoes_run_id and r.kind = 'backfill');
      delete from reconciliation_run where kind = 'backfill';
      alter table reconciliation_run_chunk
        drop constraint if exists reconciliation_run_chunk_of_either,
        drop column if exists order_ids,
        alter column account_ids drop default;
      alter table reconciliation_run_chunk
        add constraint reconciliation_run_chunk_account_ids_check check (cardinality(account_ids) > 0);
      alter table reconciliation_run
        drop constraint if exists reconciliation_run_kind_undoes,
        drop constraint if exists reconciliation_run_kind_strategy,
        drop column if exists kind;
      alter table reconciliation_run
        add constraint reconciliation_run_check check ((undoes_run_id is null) = (strategy is not null));
    `)
  }
}
