import { spawn, type ChildProcess } from "node:child_process"
import { createRequire } from "node:module"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Host } from "../../../integration-tests/setup/host"
import type { OwnDatabase } from "../../../bench/lib/database"
import { send } from "../../../bench/lib/database"
import { answerOf, killHard, startProcess } from "../child"

/** What the process of a host is asked besides HTTP. */
export type Wish =
  | { readonly does: "sweep" }
  /** Deaf: its event bus loses everything until it hears again. */
  | { readonly does: "deaf" | "hear" }
  | { readonly does: "create_admin"; readonly identity: string; readonly email: string }

interface Call {
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

const root = path.resolve(__dirname, "..", "..", "..")
/** Milliseconds; a busy machine takes its time, and what is stuck is stuck for good. */
const PATIENCE = 60_000

/** A shop that is killed and started again on the same database. */
export class MortalHost {
  private child: ChildProcess | undefined
  private port = 0
  private boots = 0
  private wishes = 0

  constructor(
    readonly database: OwnDatabase,
    private readonly called = "crash_host",
    private readonly variables: Readonly<Record<string, string>> = {},
  ) {}

  /** What PostgreSQL calls the connections of the process that runs, or of the one that ran last. */
  get name(): string {
    return `${this.called}_${this.boots}`
  }

  async migrate(): Promise<void> {
    const cli = createRequire(__filename).resolve("@medusajs/cli/cli.js")
    const words = [cli, "db:migrate", "--skip-scripts", "--execute-all-links"]
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: this.environment(),
      stdio: ["ignore", "ignore", "inherit"],
    })
    const status = await new Promise((resolve) => child.once("exit", resolve))
    if (status !== 0) throw new Error(`the migration ended with ${String(status)}`)
  }

  async boot(): Promise<void> {
    this.boots += 1
    let port: number | undefined
    this.child = await startProcess(
      "host",
      {},
      {
        env: this.environment(),
        silent: true,
        heard: (message) => {
          if (typeof message === "object" && message !== null && "port" in message)
            port = Number(message.port)
        },
      },
    )
    if (port === undefined) throw new Error("the host did not say where it listens")
    this.port = port
  }

  /** Stops the process where it stands; what PostgreSQL does for it goes on. */
  freeze(): void {
    this.child?.kill("SIGSTOP")
  }

  /** kill -9; resolves when none of its connections is left, and tells whether that took too long. */
  async kill(): Promise<{ leftOpen: boolean }> {
    if (this.child) await killHard(this.child)
    this.child = undefined
    return { leftOpen: !(await eventually(async () => (await this.connections()) === 0)) }
  }

  async ask(wish: Wish): Promise<void> {
    const { child } = this
    if (!child) throw new Error("there is no host to ask")
    this.wishes += 1
    const number = this.wishes
    const answer = answerOf<{ error?: string }>(
      child,
      (message) =>
        typeof message === "object" && message !== null && "number" in message && message.number === number,
    )
    child.send({ number, wish })
    const { error } = await answer
    if (error !== undefined) throw new Error(error)
  }

  /** The host as the shop of the tests wants it. */
  asTested(): Host {
    const request: Host["request"] = async <Body>(method: string, route: string, call: Call = {}) => {
      const { body, headers = {} } = call
      const answer = await fetch(`http://localhost:${this.port}${route}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return {
        status: answer.status,
        body: (await answer.json()) as Body,
        headers: {},
      }
    }
    return {
      request,
      beginning: async (_name, make) => await make(),
      logIn: (email = "accountant@example.com") => this.logIn(request, email),
      sql: () => {
        throw new Error("the parent asks the database itself")
      },
      container: () => {
        throw new Error("the container is in another process")
      },
      address: () => `http://localhost:${this.port}`,
      settled: () => Promise.resolve(),
    }
  }

  private async logIn(request: Host["request"], email: string): Promise<Record<string, string>> {
    const body = { email, password: "a password for tests" }
    const registered = await request<{ token: string }>("post", "/auth/user/emailpass/register", { body })
    const identity = JSON.parse(
      Buffer.from(registered.body.token.split(".")[1] ?? "", "base64url").toString(),
    ) as { auth_identity_id: string }
    await this.ask({ does: "create_admin", identity: identity.auth_identity_id, email })
    const { body: login } = await request<{ token: string }>("post", "/auth/user/emailpass", { body })
    return { authorization: `Bearer ${login.token}` }
  }

  private async connections(): Promise<number> {
    const [row] = await send<{ count: number }>(
      this.database.knex,
      "select count(*)::int as count from pg_stat_activity where application_name = $1",
      [this.name],
    )
    return row?.count ?? 0
  }

  private environment(): Record<string, string> {
    return {
      ...(process.env as Record<string, string>),
      NODE_ENV: "test",
      DATABASE_URL: this.database.url,
      ...this.variables,
      PGAPPNAME: this.name,
      MEDUSA_DISABLE_TELEMETRY: "1",
      TS_NODE_TRANSPILE_ONLY: "true",
    }
  }
}

/** Asks again until the answer is yes; false when patience ended first. */
export async function eventually(asks: () => Promise<boolean>, patience = PATIENCE): Promise<boolean> {
  const end = Date.now() + patience
  for (;;) {
    if (await asks()) return true
    if (Date.now() > end) return false
    await sleep(15)
  }
}
