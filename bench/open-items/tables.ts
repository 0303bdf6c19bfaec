import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * A ledger's first allocations: a server that knows of few of them, all of the oldest items, takes a pass over the items for
 * cheap. Matched by order alone, for what they cost and not for what they say.
 */
const FIRST_ALLOCATIONS = `insert into reconciliation_allocation (account_id, change_id, credit_item_id, debit_item_id, amount,
       origin, rule, step, credit_open_before, debit_open_before, occurred_on, accounting_on)
  select d.account_id, d.change_id, c.id, d.id, 1, 'auto', 'line_order', 1, d.amount, d.amount, d.occurred_on, d.occurred_on
    from (select *, row_number() over (order by id) as n from reconciliation_open_item where kind = 'charge' order by id limit 48) d
    join (select id, row_number() over (order by id) as n from reconciliation_open_item where kind = 'deposit' order by id limit 48) c
      using (n)`

/** Fills an empty ledger with about so many open items, as `npm run demo -- --open-items` does beside a store's own. */
export async function fillTables(pool: Knex, count: number): Promise<void> {
  const { openItemStatements } = await import("../../demo/seed/open-items.mjs")
  await pool.transaction(async (transaction) => {
    await transaction.raw("set local session_replication_role = replica")
    for (const statement of openItemStatements(count, 0)) {
      // oxlint-disable-next-line no-await-in-loop -- each stands on the one before
      await transaction.raw(statement.replaceAll("?", "\\?"))
    }
    await transaction.raw(FIRST_ALLOCATIONS)
  })
  await pool.raw("vacuum analyze")
}
