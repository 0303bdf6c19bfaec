import { randomBytes } from "node:crypto"
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { statementsOfAll } from "../../test/support/migrations"
import type { Server } from "./task"

/** A database of its own on the server, dropped at the end. */
export interface OwnDatabase {
  readonly url: string
  readonly knex: Knex
  /** Values of the first row. */
  row<Result extends object>(text: string, values?: readonly unknown[]): Promise<Result>
  drop(): Promise<void>
}

/** @param template the url of another one that it begins as a copy of; nobody may be connected to that */
export async function openDatabase(
  server: Pick<Server, "url">,
  connections: number,
  template?: string,
): Promise<OwnDatabase> {
  const name = `reconciliation_bench_${randomBytes(4).toString("hex")}`
  const administration = connect(server.url, 1)
  const like = template === undefined ? "" : `template ${new URL(template).pathname.slice(1)}`
  await administration.raw(`create database ${name} ${like}`)
  const address = new URL(server.url)
  address.pathname = `/${name}`
  const own = connect(address.href, connections)
  return {
    url: address.href,
    knex: own,
    row: async <Result extends object>(text: string, values: readonly unknown[] = []) => {
      const [first] = await send<Result>(own, text, values)
      if (!first) throw new Error(`no row from: ${text}`)
      return first
    },
    drop: async () => {
      await own.destroy()
      await administration.raw(`drop database ${name} with (force)`)
      await administration.destroy()
    },
  }
}

/** The pool as the host makes one. */
export function connect(url: string, connections: number): Knex {
  return knex({ client: "pg", connection: url, pool: { min: connections, max: connections } })
}

/** Sends a statement through the pool, but past knex: its own cost is not what is measured. */
export async function send<Result extends object>(
  pool: Knex,
  text: string,
  values: readonly unknown[] = [],
): Promise<Result[]> {
  const client = await pool.client.acquireConnection()
  try {
    const { rows } = await client.query(text, values)
    return rows
  } finally {
    await pool.client.releaseConnection(client)
  }
}

/** Creates the ledger's tables by the plugin's own migrations. */
export async function createLedger(pool: Knex): Promise<void> {
  for (const statement of await statementsOfAll()) await pool.raw(statement.replaceAll("?", "\\?"))
}
