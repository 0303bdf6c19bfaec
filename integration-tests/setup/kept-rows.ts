type Sql = <Row>(statement: string, values?: readonly unknown[]) => Promise<Row[]>

/** A table's rows as JSON. */
interface Rows {
  readonly table: string
  readonly rows: string
}

/**
 * The rows of the host that were written since the transaction of that number; what is deleted for good is not told.
 * The ledger's own are none of it: a test before may still have an event under way that writes there.
 */
export async function rowsSince(sql: Sql, transaction: string): Promise<Rows[]> {
  const tables = await sql<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'reconciliation\\_%' order by 1`,
  )
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as table, jsonb_agg(to_jsonb(t))::text as rows from ${name} t
        where t.xmin::text::bigint >= ${BigInt(transaction)}`,
  )
  const found = await sql<{ table: string; rows: string | null }>(each.join(" union all "))
  return found.flatMap(({ table, rows }) => (rows === null ? [] : [{ table, rows }]))
}

/** Writes those rows, over the ones of the same key. What checks a row as it is written has seen it when it was made. */
export async function layRows(sql: Sql, kept: readonly Rows[]): Promise<void> {
  const keys = await sql<{ table: string; same: string }>(
    `select quote_ident(c.relname) as table, string_agg(format('t.%1$I = n.%1$I', a.attname), ' and ') as same
       from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
      where i.indisprimary and c.relnamespace = 'public'::regnamespace group by 1`,
  )
  const sameOf = new Map(keys.map(({ table, same }) => [table, same]))
  const statements = kept.map(({ table, rows }) => {
    const same = sameOf.get(table)
    if (same === undefined) throw new Error(`${table} has no primary key`)
    // A question mark would be taken for a parameter.
    const made = `jsonb_populate_recordset(null::${table}, $kept$${rows.replaceAll("?", String.raw`\u003f`)}$kept$)`
    return `delete from ${table} t using ${made} n where ${same}; insert into ${table} select * from ${made};`
  })
  // Sent as one, they are one transaction, which the server takes back by itself when one of them fails.
  await sql(`set local session_replication_role = replica; ${statements.join(" ")}`)
}
