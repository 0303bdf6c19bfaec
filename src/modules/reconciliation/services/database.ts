import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Statement } from "../sql/statement"

/** A row as PostgreSQL's driver gives it: int8 and numeric arrive as text, never as floats. */
export type Row = Readonly<Record<string, unknown>>

/** Runs named statements, inside a transaction or by themselves. */
export interface Session {
  run<Result extends object = Row>(statement: Statement, parameters?: readonly unknown[]): Promise<Result[]>
}

/** The driver's client as knex lends it. */
interface DriverClient {
  query(text: string, parameters?: readonly unknown[]): Promise<{ rows: object[] }>
}

/** Codes of PostgreSQL that mean "nothing happened, try again". */
const TRANSIENT: ReadonlySet<string> = new Set(["40001", "40P01"])
const ATTEMPTS = 5
const LOCK_TIMEOUT = "30s"

/**
 * The ledger's way to PostgreSQL. It borrows the host's pool and talks to the driver itself: an ORM
 * costs several times the statements it sends, and money is never to be rounded by a mapper.
 */
export class Database implements Session {
  constructor(private readonly knex: Knex) {}

  /** One statement by itself, committed when it returns. */
  async run<Result extends object = Row>(
    statement: Statement,
    parameters: readonly unknown[] = [],
  ): Promise<Result[]> {
    return this.borrow((client) => send<Result>(client, statement, parameters))
  }

  /** Runs `work` in one READ COMMITTED transaction; repeats it when PostgreSQL asks to. */
  async transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        // The next attempt follows only the failure of this one.
        return await this.borrow((client) => inTransaction(client, work))
      } catch (error) {
        if (attempt === ATTEMPTS || !TRANSIENT.has(codeOf(error))) throw error
      }
    }
  }

  private async borrow<Result>(use: (client: DriverClient) => Promise<Result>): Promise<Result> {
    const { client: pool } = this.knex as unknown as {
      client: {
        acquireConnection(): Promise<DriverClient>
        releaseConnection(client: DriverClient): Promise<void>
      }
    }
    const client = await pool.acquireConnection()
    try {
      return await use(client)
    } finally {
      await pool.releaseConnection(client)
    }
  }
}

async function inTransaction<Result>(
  client: DriverClient,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  await client.query(`begin; set local lock_timeout = '${LOCK_TIMEOUT}'`)
  try {
    const result = await work({ run: (statement, parameters = []) => send(client, statement, parameters) })
    await client.query("commit")
    return result
  } catch (error) {
    // The first error is the one to tell; a connection that is gone has rolled back by itself.
    await client.query("rollback").catch(() => undefined)
    throw error
  }
}

async function send<Result extends object>(
  client: DriverClient,
  { text }: Statement,
  parameters: readonly unknown[],
): Promise<Result[]> {
  const { rows } = await client.query(text, parameters)
  return rows as Result[]
}

/** PostgreSQL's five-character code of an error, or "". */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
}
