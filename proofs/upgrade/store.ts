import path from "node:path"
import { buildMigrationScript } from "@medusajs/framework/utils"
import { send, type OwnDatabase } from "../../bench/lib/database"

export const FIXTURES = path.join(__dirname, "fixtures")
export const MIGRATIONS = path.join(__dirname, "..", "..", "src", "modules", "reconciliation", "migrations")
/** Under which names the host had noted the migrations of a release. */
export const NOTED: Readonly<Record<string, readonly string[]>> = { "0.1.0": ["Migration20260101000000"] }

/** As one text, without parameters, so that it may hold many statements. */
export async function restore({ knex }: OwnDatabase, sql: string): Promise<void> {
  const client = (await knex.client.acquireConnection()) as { query: (text: string) => Promise<unknown> }
  try {
    await client.query(sql)
  } finally {
    await knex.client.releaseConnection(client)
  }
}

/** The host keeps the names of all migrations that it ran in one table. */
export async function note(database: OwnDatabase, names: readonly string[]): Promise<void> {
  await restore(
    database,
    `create table mikro_orm_migrations (
       id serial primary key, name varchar(255), executed_at timestamptz default current_timestamp)`,
  )
  for (const name of names)
    await send(database.knex, "insert into mikro_orm_migrations (name) values ($1)", [name])
}

const silent = { info: () => {}, error: (text: string) => console.error(text) }
export const scriptOf = (clientUrl: string) => ({
  options: { database: { clientUrl, driverOptions: { connection: { ssl: false } } } },
  logger: silent,
})

/** As `medusa db:migrate` does it. */
export async function migrate(url: string): Promise<void> {
  const script = buildMigrationScript({ moduleName: "reconciliation", pathToMigrations: MIGRATIONS })
  await script(scriptOf(url) as never)
}
