import { knex as connect, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { Database } from "../../src/modules/reconciliation/ledger/database"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { statementsOfAll } from "../../test/support/migrations"

export interface Ledger {
  service: ReconciliationModuleService
  /** A service with other options on the same database. */
  serviceWith: (options: ReconciliationOptions) => ReconciliationModuleService
  /** The ledger's own way to PostgreSQL. */
  database: Database
  /** Runs one statement and gives its rows. */
  sql: <Row = Record<string, unknown>>(statement: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Runs statements in one transaction, to the end or to the first that is refused. */
  together: (...statements: string[]) => Promise<void>
  close: () => Promise<void>
}

/** The ledger alone, without a host, in a database of its own made by the plugin's migrations. */
export async function openLedger(name: string): Promise<Ledger> {
  const database = `reconciliation_${name}_${process.pid}`
  await onServer(async (server) => {
    await server.raw("drop database if exists ??", [database])
    await server.raw("create database ??", [database])
  })
  const connection = connectTo(database, 24)
  for (const statement of await statementsOfAll()) await connection.raw(statement)
  const serviceWith = (options: ReconciliationOptions): ReconciliationModuleService =>
    new ReconciliationModuleService({ __pg_connection__: connection }, options)
  return {
    service: serviceWith({}),
    serviceWith,
    database: new Database(connection),
    sql: async <Row>(statement: string, values: readonly unknown[] = []) =>
      (await connection.raw<{ rows: Row[] }>(statement, values as Knex.RawBinding[])).rows,
    together: async (...statements) => {
      await connection.transaction(async (transaction) => {
        for (const statement of statements) await transaction.raw(statement)
      })
    },
    close: async () => {
      await connection.destroy()
      await onServer(async (server) => {
        await server.raw("drop database if exists ?? with (force)", [database])
      })
    },
  }
}

async function onServer(work: (server: Knex) => Promise<void>): Promise<void> {
  const server = connectTo("postgres", 1)
  try {
    await work(server)
  } finally {
    await server.destroy()
  }
}

export function connectTo(database: string, connections: number): Knex {
  return connect({
    client: "pg",
    connection: {
      host: process.env["DB_HOST"] ?? "localhost",
      port: Number(process.env["DB_PORT"] ?? 5432),
      user: process.env["DB_USERNAME"] ?? "postgres",
      password: process.env["DB_PASSWORD"] ?? "",
      database,
    },
    pool: { min: 0, max: connections },
  })
}
