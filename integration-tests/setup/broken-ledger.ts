import type { Host } from "./host"

/** Lets the ledger's database refuse every new row of a table, until it is mended. */
export async function breakLedger(host: Host, table: string): Promise<() => Promise<void>> {
  const name = `tests_refuse_${table}`
  await host.sql(
    `create function ${name}() returns trigger language plpgsql as
       'begin raise exception ''the ledger is full''; end'`,
  )
  await host.sql(
    `create trigger ${name} before insert on reconciliation_${table} for each row execute function ${name}()`,
  )
  return async () => {
    await host.sql(`drop trigger ${name} on reconciliation_${table}`)
    await host.sql(`drop function ${name}()`)
  }
}
