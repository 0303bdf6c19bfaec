import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { send } from "../../bench/lib/database"

/** The rows of each table of the ledger, as PostgreSQL writes them in JSON. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Every row of the ledger, tables and rows in an order that does not change. */
export async function rowsOf(knex: Knex): Promise<Rows> {
  const tables = await send<{ name: string }>(
    knex,
    `select relname as name from pg_class
      where relkind = 'r' and relname like 'reconciliation\\_%' order by relname`,
  )
  const rows: Record<string, Readonly<Record<string, unknown>>[]> = {}
  for (const { name } of tables) {
    const found = await send<{ row: string }>(
      knex,
      // By id, so that a column more moves no row.
      `select to_jsonb(t)::text as row from ${name} t
        order by case when to_jsonb(t) ->> 'id' ~ '^[0-9]+$' then (to_jsonb(t) ->> 'id')::numeric end, to_jsonb(t)::text`,
    )
    rows[name] = found.map(({ row }) => JSON.parse(row) as Record<string, unknown>)
  }
  return rows
}

/** SQL that makes a ledger anew by the statements of its time and fills it, past its own triggers. */
export async function dumpOf(knex: Knex, schema: readonly string[]): Promise<string> {
  const fills: string[] = []
  for (const [table, rows] of Object.entries(await rowsOf(knex))) {
    if (rows.length === 0) continue
    const lines = rows.map((row) => JSON.stringify(row)).join(",\n")
    const quoted = `[\n${lines}\n]`.replaceAll("'", "''")
    fills.push(
      `insert into ${table} overriding system value\nselect * from jsonb_populate_recordset(null::${table}, '${quoted}');`,
    )
    if ("id" in (rows[0] ?? {}))
      fills.push(
        `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table})) where pg_get_serial_sequence('${table}', 'id') is not null;`,
      )
  }
  return [
    ...schema.map((statement) => statement.trim()),
    "set session_replication_role = replica;",
    ...fills,
    "set session_replication_role = default;",
    "",
  ].join("\n\n")
}
