import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ReconciliationError } from "../domain/errors"
import type { Statement } from "../sql/statement"

/** A row as PostgreSQL's driver gives it: int8 and numeric arrive as text, never as floats. */
export type Row = Readonly<Record<string, unknown>>

/** Runs named statements, inside a transaction or by themselves. */
export interface Session {
  run<Result extends object = Row>(statement: Statement, parameters?: readonly unknown[]): Promise<Result[]>
}

/** One statement with its parameters: texts, numbers and nulls only. */
export interface Call {
  readonly statement: Statement
  readonly parameters: readonly (string | number | null)[]
}

/** A session inside a transaction. */
export interface TransactionSession extends Session {
  /** Runs statements one after the other, each seeing what was committed before it, in one round trip. */
  together(calls: readonly Call[]): Promise<object[][]>
}

/** The driver's client as knex lends it. */
interface DriverClient {
  query(query: DriverQuery): Promise<{ rows: object[] }>
  /** Several statements in one text give one result each; a single one gives it alone. */
  query(query: string): Promise<{ rows: object[] } | { rows: object[] }[]>
  escapeLiteral(text: string): string
}

interface DriverQuery {
  /** Given, the driver prepares the statement once a connection and then only binds it. */
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Codes of PostgreSQL that mean "nothing happened, try again": serialization failure, deadlock, and a
 * unique key that another transaction took meanwhile, which the next attempt finds and answers.
 */
const TRANSIENT: ReadonlySet<string> = new Set(["40001", "40P01", "23505"])
/** Codes of a prepared statement that is not there, is there already, or fits the tables no more. */
const UNPREPARED: ReadonlySet<string> = new Set(["26000", "42P05", "0A000"])
const LOCK_NOT_AVAILABLE = "55P03"
const ATTEMPTS = 5
const SNAPSHOT = "begin isolation level repeatable read read only"
const BEGIN = "begin; set local lock_timeout = '30s'"
/** Arrays of five rows or fifty want the same plan; PostgreSQL would else plan for every length again. */
const KEEP_PLANS = "set local plan_cache_mode = force_generic_plan"

/**
 * The ledger's way to PostgreSQL. It borrows the host's pool and talks to the driver itself: an ORM
 * costs several times the statements it sends, and money is never to be rounded by a mapper.
 */
export class Database implements Session {
  /** Off for good once a pooler between us and PostgreSQL has mixed up prepared statements. */
  private prepares = true

  constructor(private readonly knex: Knex) {}

  /** One statement by itself, committed when it returns. */
  async run<Result extends object = Row>(
    statement: Statement,
    parameters: readonly unknown[] = [],
  ): Promise<Result[]> {
    return this.borrow((client) => send<Result>(client, { text: statement.text, values: parameters }))
  }

  /** Runs `work` in one READ COMMITTED transaction; repeats it when PostgreSQL asks to. */
  async transaction<Result>(work: (session: TransactionSession) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const { prepares } = this
      try {
        // oxlint-disable-next-line no-await-in-loop -- the next attempt follows only the failure of this one
        return await this.borrow((client) =>
          inTransaction(client, { work, begin: prepares ? `${BEGIN}; ${KEEP_PLANS}` : BEGIN, prepares }),
        )
      } catch (error) {
        if (prepares && UNPREPARED.has(codeOf(error))) this.prepares = false
        else if (attempt === ATTEMPTS || !TRANSIENT.has(codeOf(error))) throw answerable(error)
      }
    }
  }

  /** Runs reads that must agree with each other: all of them see the same moment. */
  async snapshot<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return this.borrow((client) => inTransaction(client, { work, begin: SNAPSHOT, prepares: false }))
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

interface Transaction<Result> {
  readonly work: (session: TransactionSession) => Promise<Result>
  readonly begin: string
  readonly prepares: boolean
}

async function inTransaction<Result>(
  client: DriverClient,
  { work, begin, prepares }: Transaction<Result>,
): Promise<Result> {
  const session = new OpenTransaction(client, begin, prepares)
  try {
    const result = await work(session)
    await client.query("commit")
    return result
  } catch (error) {
    // The first error is the one to tell; a connection that is gone has rolled back by itself.
    await client.query("rollback").catch(() => undefined)
    throw error
  }
}

/** Which connections hold which statements prepared by name. */
const prepared = new WeakMap<DriverClient, Set<Statement>>()

/** A transaction that begins with its first statement, so that beginning costs no round trip of its own. */
class OpenTransaction implements TransactionSession {
  private begun = false

  constructor(
    private readonly client: DriverClient,
    private readonly begin: string,
    private readonly prepares: boolean,
  ) {}

  async run<Result extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Result[]> {
    if (!this.begun) await this.client.query(this.takeBegin())
    return send<Result>(this.client, {
      ...(this.prepares && statement.prepared && { name: nameOf(statement) }),
      text: statement.text,
      values,
    })
  }

  async together(calls: readonly Call[]): Promise<object[][]> {
    if (!this.prepares) return this.oneByOne(calls)
    const texts = [
      ...(this.begun ? [] : [this.takeBegin()]),
      ...this.preparing(calls),
      ...calls.map((call) => executionOf(call, this.client)),
    ]
    const results = await this.client.query(texts.join("; "))
    return (Array.isArray(results) ? results : [results]).slice(-calls.length).map(({ rows }) => rows)
  }

  private async oneByOne(calls: readonly Call[]): Promise<object[][]> {
    const results: object[][] = []
    for (const { statement, parameters } of calls) {
      // oxlint-disable-next-line no-await-in-loop -- each must see what the one before it waited for
      results.push(await this.run(statement, parameters))
    }
    return results
  }

  private takeBegin(): string {
    this.begun = true
    return this.begin
  }

  private preparing(calls: readonly Call[]): string[] {
    const known = prepared.get(this.client) ?? new Set()
    prepared.set(this.client, known)
    const unknown = calls.map(({ statement }) => statement).filter((statement) => !known.has(statement))
    for (const statement of unknown) known.add(statement)
    return unknown.map((statement) => `prepare ${executedNameOf(statement)} as ${statement.text}`)
  }
}

function executionOf({ statement, parameters }: Call, client: DriverClient): string {
  const literals = parameters.map((value) => {
    if (value === null) return "null"
    return typeof value === "number" ? String(value) : client.escapeLiteral(value)
  })
  return `execute ${executedNameOf(statement)}(${literals.join(", ")})`
}

/** The driver keeps its own prepared statements by name, so those of `execute` are named apart. */
const executedNameOf = (statement: Statement): string => `${nameOf(statement)}_executed`

async function send<Result extends object>(client: DriverClient, query: DriverQuery): Promise<Result[]> {
  const { rows } = await client.query(query)
  return rows as Result[]
}

const names = new Map<Statement, string>()

/** Two releases of the plugin behind one pooler must never run each other's statement. */
function nameOf(statement: Statement): string {
  const known = names.get(statement)
  if (known !== undefined) return known
  const digest = createHash("sha256").update(statement.text).digest("hex").slice(0, 8)
  const name = `reconciliation_${statement.name}_${digest}`
  names.set(statement, name)
  return name
}

/** Somebody else held the account for too long: nothing is wrong, and trying again is the way out. */
function answerable(error: unknown): unknown {
  if (codeOf(error) !== LOCK_NOT_AVAILABLE) return error
  return new ReconciliationError({
    type: "conflict",
    code: "account_busy",
    message: "Another change of this account is taking too long.",
    remedy: "Nothing was changed. Send the request again in a moment.",
  })
}

/** PostgreSQL's five-character code of an error, or "". */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
}
