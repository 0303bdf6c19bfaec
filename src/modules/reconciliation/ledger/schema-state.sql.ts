import type { Statement } from "./statement"

/** Whether there is a table of the ledger's, and the one in which the host notes which migrations were run. One row. */
export const readTablesThere: Statement = {
  name: "read_tables_there",
  text: `select to_regclass('mikro_orm_migrations') is not null as notes,
      to_regclass('reconciliation_document') is not null as tables`,
}

/** The migrations of this plugin that were run. A small table of the host's; some tens of rows. */
export const readAppliedMigrations: Statement = {
  name: "read_applied_migrations",
  text: `select name from mikro_orm_migrations where name ~ '^Migration[0-9]+Reconciliation'`,
}
