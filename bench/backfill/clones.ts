import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The host's tables of an order and its money, and the columns that name a row of the order's own. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  order: ["id", "customer_id"],
  order_line_item: ["id"],
  order_item: ["id", "order_id", "item_id"],
  order_line_item_tax_line: ["id", "item_id"],
  order_shipping_method: ["id"],
  order_shipping: ["id", "order_id", "shipping_method_id"],
  order_shipping_method_tax_line: ["id", "shipping_method_id"],
  order_transaction: ["id", "order_id", "reference_id"],
  order_summary: ["id", "order_id"],
  payment_collection: ["id"],
  order_payment_collection: ["id", "order_id", "payment_collection_id"],
  payment_session: ["id", "payment_collection_id"],
  payment: ["id", "payment_collection_id", "payment_session_id"],
  capture: ["id", "payment_id"],
}

/** Copies every order of the host, its lines, taxes, payments and captures, so many times: each copy is a customer's own. */
export async function cloneOrders(pool: Knex, times: number): Promise<void> {
  await pool.transaction(async (transaction) => {
    await transaction.raw("set local session_replication_role = replica")
    for (const [table, names] of Object.entries(TABLES)) {
      const { rows }: { rows: { name: string }[] } = await transaction.raw(
        `select column_name as name from information_schema.columns
          where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'
            and coalesce(column_default, '') not like 'nextval(%' order by ordinal_position`,
        [table],
      )
      const columns = rows.map(({ name }) => `"${name}"`)
      const values = rows.map(({ name }) =>
        names.includes(name) ? `t."${name}" || '_' || n` : `t."${name}"`,
      )
      // oxlint-disable-next-line no-await-in-loop -- table after table
      await transaction.raw(
        `insert into "${table}" (${columns.join(", ")}) select ${values.join(", ")} from "${table}" t, generate_series(1, ?::int) n`,
        [times],
      )
    }
  })
  for (const table of Object.keys(TABLES)) await pool.raw(`analyze "${table}"`)
}
