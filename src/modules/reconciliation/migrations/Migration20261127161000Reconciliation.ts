import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What an order still owes and is forgiven is a short payment, by the name that accountants give it; it was `rest`. */
export class Migration20261127161000Reconciliation extends Migration {
  override async up(): Promise<void> {
    for (const place of PLACES) this.addSql(renamed(place, { from: "rest", to: "short_payment" }))
  }

  override async down(): Promise<void> {
    for (const place of PLACES)
      this.addSql(`
        do $$ begin
          if to_regclass('${place.table}') is null then return; end if;
          ${renamed(place, { from: "short_payment", to: "rest" })}
        end $$;
      `)
  }
}

interface Place {
  readonly table: string
  readonly column: string
  readonly trigger: string
}

const PLACES: readonly Place[] = [
  { table: "reconciliation_open_item", column: "write_off_kind", trigger: "append_only_columns" },
  { table: "reconciliation_write_off_request", column: "kind", trigger: "append_only" },
]

function renamed({ table, column, trigger }: Place, { from, to }: { from: string; to: string }): string {
  return `
    alter table ${table} disable trigger ${trigger};
    alter table ${table} drop constraint if exists ${table}_${column}_check;
    update ${table} set ${column} = '${to}' where ${column} = '${from}';
    alter table ${table} add constraint ${table}_${column}_check
      check (${column} in ('${to}', 'surplus', 'bank_charges'));
    alter table ${table} enable trigger ${trigger};
  `
}
