import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The checks of what is written find rows by their indexes, as the lists do: their plans are kept for a session, and one that was
 * made while the tables were empty read them as a whole for each of the ten thousand orders of a first back-fill.
 */
export class Migration20261128432000Reconciliation extends Migration {
  override async up(): Promise<void> {
    for (const name of CHECKS)
      this.addSql(
        `alter function ${name}() set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off;`,
      )
  }

  override async down(): Promise<void> {
    for (const name of CHECKS)
      this.addSql(
        `alter function ${name}() reset enable_seqscan reset enable_hashjoin reset enable_mergejoin;`,
      )
  }
}

const CHECKS = ["reconciliation_check_allocations", "reconciliation_check_journal"]
