import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Contradictions are few and lie far apart: by size or owner, a page of them was looked for among all that is open, since the
 * server takes what comes after a row of the last currency for nearly nothing. An index of so few rows costs none.
 */
export class Migration20261129100000Reconciliation extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists reconciliation_transaction_contradiction_size
         on reconciliation_transaction (currency_code, open, id) where contradicts;
       create index if not exists reconciliation_transaction_contradiction_owner
         on reconciliation_transaction (owner_sort, id) where contradicts;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop index if exists reconciliation_transaction_contradiction_owner;
       drop index if exists reconciliation_transaction_contradiction_size;`,
    )
  }
}
