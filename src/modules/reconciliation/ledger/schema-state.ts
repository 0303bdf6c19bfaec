import { readdirSync } from "node:fs"
import path from "node:path"
import { ReconciliationError } from "../domain/errors"
import type { Session } from "./database"
import { readAppliedMigrations, readTablesThere } from "./schema-state.sql"

/** What brings the tables up to the plugin. */
export const MIGRATE_COMMAND = "npx medusa db:migrate"

const FOLDER = path.join(__dirname, "..", "migrations")

/** The names under which the host notes that a migration was run. */
function packed(): string[] {
  return readdirSync(FOLDER)
    .map((file) => /^(Migration\d+\w*)\.[cm]?[jt]s$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .toSorted()
}

/**
 * Whether the database has the tables that this plugin was written for. It is looked at once at the start. While they are
 * missing, each request looks again, so that nothing has to be started anew after the command; once they are there, nobody
 * looks any more.
 */
export class SchemaState {
  private isBehind = false

  constructor(
    private readonly database: Session,
    private readonly names: () => readonly string[] = packed,
  ) {}

  /** Says at the start what is missing, and what to do. A database that cannot be reached says nothing of its tables. */
  async sayAtStart(say: (text: string) => void): Promise<void> {
    const missing = await this.missing().catch(() => [])
    if (missing.length === 0) return
    this.isBehind = true
    say(`${notMigrated(missing).message} Run: ${MIGRATE_COMMAND}`)
  }

  /** @throws not_migrated while what was missing at the start is still missing */
  async refuseWhileBehind(): Promise<void> {
    if (!this.isBehind) return
    const refusal = await this.refusal()
    if (refusal) throw refusal
    this.isBehind = false
  }

  /** What to answer now, undefined when all migrations were run. */
  async refusal(): Promise<ReconciliationError | undefined> {
    const missing = await this.missing()
    return missing.length === 0 ? undefined : notMigrated(missing)
  }

  private async missing(): Promise<string[]> {
    const [there] = await this.database.run<{ notes: boolean; tables: boolean }>(readTablesThere)
    const names = [...this.names()]
    if (!there?.tables) return names
    // Tables that no migration is noted for were brought here in another way: a query will say what they lack.
    if (!there.notes) return []
    const rows = await this.database.run<{ name: string }>(readAppliedMigrations)
    const applied = new Set(rows.map(({ name }) => name.replace(/\.[cm]?[jt]s$/, "")))
    return applied.size === 0 ? [] : names.filter((name) => !applied.has(name))
  }
}

function notMigrated(missing: readonly string[]): ReconciliationError {
  const [first = "", ...more] = missing
  return new ReconciliationError({
    type: "unavailable",
    code: "reconciliation_not_migrated",
    message: `The tables of the reconciliation plugin are not there, or older than the plugin: ${missing.length} of its migrations were not run.`,
    ids: { first, last: more.at(-1) ?? first },
    remedy: `Nothing was done. Run ${MIGRATE_COMMAND} in the store's folder, then send the request again; nothing has to be started anew.`,
  })
}
