import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Fills an empty ledger with about so many open items, as `npm run demo -- --open-items` does beside a store's own. */
export async function fillTables(pool: Knex, count: number): Promise<void> {
  const { openItemStatements } = await import("../../demo/seed/open-items.mjs")
  await pool.transaction(async (transaction) => {
    await transaction.raw("set local session_replication_role = replica")
    for (const statement of openItemStatements(count, 0)) {
      // oxlint-disable-next-line no-await-in-loop -- each stands on the one before
      await transaction.raw(statement.replaceAll("?", "\\?"))
    }
  })
  await pool.raw("vacuum analyze")
}
