import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { buildRevertMigrationScript } from "@medusajs/framework/utils"
import { openDatabase, type OwnDatabase } from "../../bench/lib/database"
import type { Outcome, Server, Setting, Task } from "../../bench/lib/task"
import { rowsOf, type Rows } from "./dump"
import { asBefore, figuresOf, lost, withTypedTexts, type Figures } from "./figures"
import { FIXTURES, migrate, MIGRATIONS, note, NOTED, restore, scriptOf } from "./store"

/** What a careless migration could do; each must be noticed. */
const CARELESS: Readonly<Record<string, string>> = {
  "loses a release": `
    set session_replication_role = replica;
    delete from reconciliation_allocation where id = (select max(id) from reconciliation_allocation where releases is not null);
    set session_replication_role = default`,
  "rounds an amount": `
    set session_replication_role = replica;
    update reconciliation_open_item set amount = amount + 1 where id = (select min(id) from reconciliation_open_item);
    set session_replication_role = default`,
  "forgets why": `
    set session_replication_role = replica;
    update reconciliation_write_off_request set reason = 'unknown';
    set session_replication_role = default`,
}

/** Ledgers of earlier releases, brought up by the host's own migrator, say what they said before. */
export const upgrade: Task = {
  name: "upgrade",
  goal: "each release's ledger, migrated by the host: every row and figure as before, and all taken back leaves nothing",
  small: { scale: 1, trials: 1 },
  run: async ({ server, say }) => prove(await server(), say),
}

async function prove(server: Server, say: Setting["say"]): Promise<Outcome> {
  const wrong: string[] = []
  const releases = readdirSync(FIXTURES)
    .filter((name) => name.endsWith(".sql"))
    .map((name) => path.basename(name, ".sql"))
  let rows = 0
  for (const release of releases) {
    const fixture = new Fixture(server, release)
    const { differences, compared } = await fixture.migrated()
    rows += compared
    say(
      `${release}: ${compared} rows and what ${fixture.orders} orders say of themselves, ${differences.length} differ`,
    )
    wrong.push(...differences.slice(0, 5).map((text) => `${release}: ${text}`))
    for (const [name, statement] of Object.entries(CARELESS)) {
      const noticed = (await fixture.migrated(statement)).differences.length
      say(`control, a migration that ${name}: ${noticed > 0 ? "noticed" : "NOT NOTICED"}`)
      if (noticed === 0) wrong.push(`${release}: nobody notices a migration that ${name}`)
    }
  }
  for (const text of wrong) say(`WRONG: ${text}`)
  return { holds: wrong.length === 0 && releases.length > 0, full: true, figures: { releases, rows, wrong } }
}

class Fixture {
  private readonly sql: string
  private readonly figures: Figures

  constructor(
    private readonly server: Server,
    private readonly release: string,
  ) {
    this.sql = readFileSync(path.join(FIXTURES, `${release}.sql`), "utf8")
    this.figures = JSON.parse(readFileSync(path.join(FIXTURES, `${release}.json`), "utf8")) as Figures
  }

  get orders(): number {
    return Object.keys(this.figures.orders).length
  }

  /** Restores the ledger of the release, migrates it as a store does, and compares; then takes all back. */
  async migrated(careless?: string): Promise<{ differences: string[]; compared: number }> {
    const database = await openDatabase(this.server, 2)
    try {
      await restore(database, this.sql)
      const before = await rowsOf(database.knex)
      await note(database, NOTED[this.release] ?? [])
      await migrate(database.url)
      await migrate(database.url)
      if (careless) await restore(database, careless)
      const differences = [
        ...lost(before, asBefore(withTypedTexts(await rowsOf(database.knex))), "rows"),
        ...lost(this.figures, asBefore(await figuresOf(database.knex)), "figures"),
        ...(careless ? [] : await leftAfterRollback(database)),
      ]
      return { differences, compared: Object.values(before).flat().length }
    } finally {
      await database.drop()
    }
  }
}

/** As `medusa db:rollback reconciliation` does it, once for each migration. */
async function leftAfterRollback(database: OwnDatabase): Promise<string[]> {
  const script = buildRevertMigrationScript({ moduleName: "reconciliation", pathToMigrations: MIGRATIONS })
  for (const _ of readdirSync(MIGRATIONS)) await script(scriptOf(database.url) as never)
  const left: Rows = await rowsOf(database.knex)
  return Object.keys(left).map((table) => `${table} is left after the rollback`)
}
