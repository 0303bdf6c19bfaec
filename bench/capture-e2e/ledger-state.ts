import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The ledger's rows as they stood, to be put back: the same captures can then be told again, as if for the
 * first time. Goes past the triggers that forbid just this.
 */
export class LedgerState {
  private constructor(
    private readonly pool: Knex,
    private readonly tables: ReadonlyMap<string, string>,
  ) {}

  static async keep(pool: Knex): Promise<LedgerState> {
    const { rows }: { rows: { name: string; columns: string }[] } = await pool.raw(TABLES)
    for (const { name } of rows) await pool.raw(`create table bench_${name} as select * from ${name}`)
    return new LedgerState(pool, new Map(rows.map(({ name, columns }) => [name, columns])))
  }

  async restore(): Promise<void> {
    const names = [...this.tables.keys()]
    await this.pool.transaction(async (transaction) => {
      await transaction.raw("set local session_replication_role = replica")
      await transaction.raw(`truncate ${names.join(", ")}`)
      for (const [name, columns] of this.tables) {
        await transaction.raw(
          `insert into ${name} (${columns}) overriding system value select ${columns} from bench_${name}`,
        )
      }
    })
    // One that is empty is planned for by its size, unless it was analysed: then as if it stayed empty.
    const held = await this.held(names)
    if (held.length > 0) await this.pool.raw(`analyze ${held.join(", ")}`)
  }

  private async held(names: readonly string[]): Promise<string[]> {
    const asked = names.map((name) => `select '${name}' as name where exists (select from ${name})`)
    const { rows }: { rows: { name: string }[] } = await this.pool.raw(asked.join(" union all "))
    return rows.map(({ name }) => name)
  }

  /** What each order stands at, by its id: money and what it pays, without ids of rows and moments. */
  async contents(orderIds: readonly string[]): Promise<Map<string, string>> {
    const { rows }: { rows: { order_id: string; content: string }[] } = await this.pool.raw(CONTENTS, [
      [...orderIds],
    ])
    return new Map(rows.map(({ order_id: id, content }) => [id, content]))
  }
}

const TABLES = `
  select table_name as name, string_agg(column_name, ', ' order by ordinal_position) as columns
    from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
   where table_schema = 'public' and table_type = 'BASE TABLE' and table_name like 'reconciliation\\_%'
     and is_generated = 'NEVER'
   group by table_name order by table_name`

const CONTENTS = `
  select d.order_id, jsonb_build_object(
      'document', jsonb_build_object('version', d.version, 'host', d.host_version, 'problems', d.problems),
      'items', (select jsonb_agg(jsonb_build_array(i.key, i.kind, i.side, i.amount, i.allocated, i.taxes)
                                 order by i.key, i.kind)
                  from reconciliation_open_item i where i.document_id = d.id),
      'paid', (select sum(i.allocated) from reconciliation_open_item i
                where i.document_id = d.id and i.key like 'cap:%' and i.amount = i.allocated),
      'allocations', (select jsonb_agg(jsonb_build_array(c.key, t.key, a.amount, a.rule) order by c.key, t.key, a.amount)
                        from reconciliation_open_item c
                        join reconciliation_allocation a on a.credit_item_id = c.id
                        join reconciliation_open_item t on t.id = a.debit_item_id
                       where c.document_id = d.id))::text as content
    from reconciliation_document d where d.order_id = any(?::text[])`
