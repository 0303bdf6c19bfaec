import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ReconciliationError } from "../domain/errors"
import { Announcements, NO_MIRROR, type Mirroring, type MirrorOfDatabase } from "./announcements"
import { SettingsMoved, type SettingsWatch } from "./settings-moved"
import { holdSettings, keepSettings, readSettingsVersion } from "./settings-watch.sql"
import type { Statement } from "./statement"

/** A row as PostgreSQL's driver gives it: int8 and numeric arrive as text, never as floats. */
export type Row = Readonly<Record<string, unknown>>

/** Runs named statements, inside a transaction or by themselves. */
export interface Session {
  /** Absent outside of a transaction. */
  readonly mirroring?: Mirroring | undefined
  run<Result extends object = Row>(statement: Statement, parameters?: readonly unknown[]): Promise<Result[]>
}

/** One statement with its parameters. */
export interface Call {
  readonly statement: Statement
  readonly parameters: readonly unknown[]
}

/** A session inside a transaction. */
export interface TransactionSession extends Session {
  /** Runs statements one after the other, each seeing what was committed before it, in one round trip. */
  together(calls: readonly Call[]): Promise<object[][]>
  /** Runs the last statement and commits, in one round trip. Whatever is asked of the transaction after it throws. */
  finish<Result extends object = Row>(call: Call): Promise<Result[]>
}

/** The driver's client as knex lends it. */
interface DriverClient {
  query(query: DriverQuery): Promise<{ rows: object[] }>
  /** Several statements in one text give one result each; a single one gives it alone. */
  query(query: string): Promise<{ rows: object[] } | { rows: object[] }[]>
  escapeLiteral(text: string): string
}

interface DriverQuery {
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
const READ = "begin read only"
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

  /**
   * @param mirror whether money on account is mirrored, and who hears of it once a transaction is committed
   * @param settings what every transaction asks for first, so that none plans by what is in force no longer
   */
  constructor(
    private readonly knex: Knex,
    private readonly mirror: MirrorOfDatabase = NO_MIRROR,
    private readonly settings?: SettingsWatch,
  ) {}

  /** One statement by itself, committed when it returns. */
  async run<Result extends object = Row>(
    statement: Statement,
    parameters: readonly unknown[] = [],
  ): Promise<Result[]> {
    return this.borrow((client) => send<Result>(client, { text: statement.text, values: parameters }))
  }

  /**
   * Runs `work` in one READ COMMITTED transaction; repeats it when PostgreSQL asks to, and when the settings were changed
   * since this process looked at them. So `work` itself asks for every setting that it plans by.
   */
  async transaction<Result>(work: (session: TransactionSession) => Promise<Result>): Promise<Result> {
    return this.attempt(work, keepSettings)
  }

  /** The same for what changes the settings: nobody else plans by them until it ends. */
  readonly changingSettings: Transactions = {
    transaction: async (work) => this.attempt(work, holdSettings),
  }

  private async attempt<Result>(
    work: (session: TransactionSession) => Promise<Result>,
    lock: Statement,
  ): Promise<Result> {
    const { settings } = this
    for (let attempt = 1; ; attempt += 1) {
      const { prepares } = this
      const mirroring = new Announcements(this.mirror)
      const begin = prepares ? `${BEGIN}; ${KEEP_PLANS}` : BEGIN
      const watch = settings && { lock, version: settings.version }
      try {
        // oxlint-disable-next-line no-await-in-loop -- the next attempt follows only the failure of this one
        const done = await this.borrow((client) =>
          inTransaction(client, { work, begin, prepares, mirroring, watch }),
        )
        mirroring.tell()
        return done
      } catch (error) {
        if (error instanceof SettingsMoved) {
          if (attempt === ATTEMPTS) throw accountBusy()
          // oxlint-disable-next-line no-await-in-loop -- what is in force must be known before the next attempt
          await settings?.load(this)
        } else if (prepares && UNPREPARED.has(codeOf(error))) this.prepares = false
        else if (attempt === ATTEMPTS || !TRANSIENT.has(codeOf(error))) throw answerable(error)
      }
    }
  }

  /** Does everything that a transaction does and takes it back: what it would come to, seen exactly. */
  async dryRun<Result>(work: (session: TransactionSession) => Promise<Result>): Promise<Result> {
    const done: { result?: Result } = {}
    const takenBack = new Error("a dry run is taken back")
    try {
      await this.transaction(async (session) => {
        done.result = await work(session)
        throw takenBack
      })
    } catch (error) {
      if (error !== takenBack) throw error
    }
    return done.result as Result
  }

  /** Runs reads that must agree with each other: all of them see the same moment. */
  async snapshot<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return this.borrow((client) => inTransaction(client, { work, begin: SNAPSHOT, prepares: false }))
  }

  /** The same with the statements prepared that are to be: for reads that cost more to plan than to do. */
  async preparedSnapshot<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    if (!this.prepares) return this.snapshot(work)
    try {
      return await this.borrow((client) => inTransaction(client, { work, begin: SNAPSHOT, prepares: true }))
    } catch (error) {
      if (!UNPREPARED.has(codeOf(error))) throw error
      this.prepares = false
      return this.snapshot(work)
    }
  }

  /** One prepared read by itself, in one round trip; its plan is kept, so that a row costs no planning. */
  async readOnce<Result extends object = Row>(call: Call): Promise<Result[]> {
    const work = (session: TransactionSession): Promise<Result[]> => session.finish<Result>(call)
    if (this.prepares) {
      try {
        return await this.borrow((client) =>
          inTransaction(client, { work, begin: `${READ}; ${KEEP_PLANS}`, prepares: true }),
        )
      } catch (error) {
        if (!UNPREPARED.has(codeOf(error))) throw error
        this.prepares = false
      }
    }
    return this.borrow((client) => inTransaction(client, { work, begin: READ, prepares: false }))
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

/** Where transactions are begun. */
export interface Transactions {
  transaction<Result>(work: (session: TransactionSession) => Promise<Result>): Promise<Result>
}

interface Transaction<Result> {
  readonly work: (session: TransactionSession) => Promise<Result>
  readonly begin: string
  readonly prepares: boolean
  readonly mirroring?: Mirroring
  /** How it makes sure that the settings are those which this process has seen. */
  readonly watch?: { readonly lock: Statement; readonly version: string } | undefined
}

async function inTransaction<Result>(
  client: DriverClient,
  { work, ...terms }: Transaction<Result>,
): Promise<Result> {
  const session = new OpenTransaction(client, terms)
  try {
    const result = await work(session)
    if (!session.isCommitted) await client.query("commit")
    return result
  } catch (error) {
    // The first error is the one to tell; a connection that is gone has rolled back by itself.
    await client.query("rollback").catch(() => undefined)
    throw error
  }
}

/** Which connections hold which statements prepared by name. */
const prepared = new WeakMap<DriverClient, Set<Statement>>()

/**
 * A transaction that begins with its first statement, so that beginning costs no round trip of its own. What is
 * prepared goes as text: several statements fit in one message then, and one message is half the driver's work.
 */
class OpenTransaction implements TransactionSession {
  isCommitted = false
  private begun = false

  constructor(
    private readonly client: DriverClient,
    private readonly terms: Omit<Transaction<unknown>, "work">,
  ) {}

  get mirroring(): Mirroring | undefined {
    return this.terms.mirroring
  }

  private get prepares(): boolean {
    return this.terms.prepares
  }

  async run<Result extends object>(
    statement: Statement,
    parameters: readonly unknown[] = [],
  ): Promise<Result[]> {
    if (this.prepares && statement.prepared) {
      const [rows] = await this.together([{ statement, parameters }])
      return rows as Result[]
    }
    await this.begin()
    return send<Result>(this.client, { text: statement.text, values: parameters })
  }

  async together(calls: readonly Call[]): Promise<object[][]> {
    if (!this.prepares) return this.oneByOne(calls)
    return this.send(calls, [])
  }

  async finish<Result extends object>(call: Call): Promise<Result[]> {
    if (!this.prepares) return this.run<Result>(call.statement, call.parameters)
    // What is committed at once must have been allowed to begin.
    if (this.terms.watch) await this.begin()
    const [rows] = await this.send([call], ["commit"])
    this.isCommitted = true
    return rows as Result[]
  }

  /** Begins by itself, where what comes next is not sent as text. */
  private async begin(): Promise<void> {
    if (this.begun && !this.isCommitted) return
    if (this.prepares) {
      await this.send([], [])
      return
    }
    const { watch } = this.terms
    const texts = watch ? [watch.lock.text, readSettingsVersion.text] : []
    const results = resultsOf(await this.client.query([...this.opening(), ...texts].join("; ")))
    this.requireSettings(results.at(-1)?.rows)
  }

  private async send(asked: readonly Call[], closing: readonly string[]): Promise<object[][]> {
    const first = this.begun ? [] : this.watching()
    const calls = [...first, ...asked]
    const texts = [
      ...this.opening(),
      ...this.preparing(calls),
      ...calls.map((call) => executionOf(call, this.client)),
      ...closing,
    ]
    const results = resultsOf(await this.client.query(texts.join("; ")))
    const after = results.length - closing.length
    const rows = results.slice(after - calls.length, after).map((result) => result.rows)
    if (first.length > 0) this.requireSettings(rows[first.length - 1])
    return rows.slice(first.length)
  }

  /** In two steps, because a statement sees what was committed before it began to wait. */
  private watching(): Call[] {
    const { watch } = this.terms
    return watch ? [watch.lock, readSettingsVersion].map((statement) => ({ statement, parameters: [] })) : []
  }

  /** @throws SettingsMoved */
  private requireSettings(rows: readonly object[] | undefined): void {
    const { watch } = this.terms
    if (watch && (rows as readonly { version: string }[])[0]?.version !== watch.version)
      throw new SettingsMoved()
  }

  private async oneByOne(calls: readonly Call[]): Promise<object[][]> {
    const results: object[][] = []
    for (const { statement, parameters } of calls) {
      // oxlint-disable-next-line no-await-in-loop -- each must see what the one before it waited for
      results.push(await this.run(statement, parameters))
    }
    return results
  }

  /** What begins the transaction, the first time it is asked. */
  private opening(): string[] {
    if (this.isCommitted) throw new Error("something was asked of a transaction after its last statement")
    if (this.begun) return []
    this.begun = true
    return [this.terms.begin]
  }

  private preparing(calls: readonly Call[]): string[] {
    const known = prepared.get(this.client) ?? new Set()
    prepared.set(this.client, known)
    const unknown = calls.map(({ statement }) => statement).filter((statement) => !known.has(statement))
    for (const statement of unknown) known.add(statement)
    return unknown.map((statement) => `prepare ${nameOf(statement)} as ${statement.text}`)
  }
}

const resultsOf = (answer: { rows: object[] } | { rows: object[] }[]): { rows: object[] }[] =>
  Array.isArray(answer) ? answer : [answer]

function executionOf({ statement, parameters }: Call, client: DriverClient): string {
  if (parameters.length === 0) return `execute ${nameOf(statement)}`
  return `execute ${nameOf(statement)}(${parameters.map((value) => literalOf(value, client)).join(", ")})`
}

function literalOf(value: unknown, client: DriverClient): string {
  if (value === null || value === undefined) return "null"
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return `'${value}'`
  if (typeof value === "string") return quoted(value, client)
  if (Array.isArray(value)) return quoted(`{${value.map(elementOf).join()}}`, client)
  throw new Error(`a ${typeof value} cannot be said to PostgreSQL`)
}

/** An element of an array's text; ids and words, in which a quotation mark or a backslash must be escaped. */
const elementOf = (value: unknown): string =>
  typeof value === "string" ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : String(value)

/** The driver looks at each character by itself; most texts have none that needs it. */
const quoted = (text: string, client: DriverClient): string =>
  /['\\]/.test(text) ? client.escapeLiteral(text) : `'${text}'`

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
  return accountBusy()
}

/** Others change an account faster than it can be read or waited for. */
export const accountBusy = (): ReconciliationError =>
  new ReconciliationError({
    type: "conflict",
    code: "account_busy",
    message: "Another change of this account is taking too long.",
    remedy: "Nothing was changed. Send the request again in a moment.",
  })

/** PostgreSQL's five-character code of an error, or "". */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
}
