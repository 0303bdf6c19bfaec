import { randomBytes } from "node:crypto"
import path from "node:path"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { WorkflowScheduler } from "@medusajs/framework/orchestration"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { checkContract } from "./contract"
import { EventsUnderWay } from "./events-under-way"
import { HostTemplate } from "./host-template"
import { layRows, rowsSince } from "./kept-rows"
import { readerDifferences } from "./reader-differences"

export interface Answer<Body> {
  status: number
  body: Body
  headers: Record<string, string>
}

interface Call {
  body?: unknown
  headers?: Record<string, string>
}

export interface Host {
  /** Sends a request and gives back any status; a test says which one it expects. */
  request: <Body = unknown>(method: string, route: string, call?: Call) => Promise<Answer<Body>>
  /** Creates an admin user and gives the headers of their login. The database is restored between tests. */
  logIn: (email?: string) => Promise<Record<string, string>>
  /** Runs one statement on the host's database. */
  sql: <Row>(statement: string, values?: readonly unknown[]) => Promise<Row[]>
  container: () => MedusaContainer
  /** Where it listens, for requests that no well-behaved client would send. */
  address: () => string
  /** Waits until nothing is running any more of what was done, nor of what events of it set off. */
  settled: () => Promise<void>
  /**
   * Does what a test begins with. A later test of this host that begins with the same finds the rows that it wrote, as
   * the host's own routes had written them; after anything else it is done anew.
   */
  beginning: <Made>(name: string, make: () => Promise<Made>) => Promise<Made>
}

interface Client {
  defaults: { baseURL: string }
  request: (config: object) => Promise<{ status: number; data: unknown; headers: Record<string, string> }>
}

interface Connection {
  raw: (statement: string, values: readonly unknown[]) => Promise<{ rows: unknown[] }>
}

/** By then the bus has told everybody of an event, and what it set off has begun. */
const EVENTS_MILLISECONDS = 150

const root = path.resolve(__dirname, "..", "..")

/** The tests of one file, as it hands them to its host. */
interface HostTests {
  readonly tests: (host: Host) => void
  readonly plugins: readonly string[]
}

/** What the files have handed over that share a host (hosts/shared.spec.ts); null while none is shared. */
let collected: HostTests[] | null = null

/**
 * Starts a real host with the plugin's sources as its own (see medusa-config.ts), once per file or for all files
 * that share it, and gives its database back to the state before the first test ahead of each one.
 *
 * @param plugins names of packages that run beside ours, as a shop would list them in its config; such a
 *   file has a host of its own
 */
export function describeHost(tests: (host: Host) => void, plugins: readonly string[] = []): void {
  if (collected) collected.push({ tests, plugins })
  else start([{ title: "", tests }], plugins)
}

/** One host for the tests of several files, each under its name. */
export function describeFiles(files: readonly { readonly title: string; readonly load: () => void }[]): void {
  const found = files.map(({ title, load }) => {
    collected = []
    load()
    const [own, ...others] = collected
    if (!own || others.length > 0 || own.plugins.length > 0) throw new Error(`${title} cannot share a host`)
    return { title, tests: own.tests }
  })
  collected = null
  start(found, [])
}

function start(
  files: readonly { readonly title: string; readonly tests: HostTests["tests"] }[],
  plugins: readonly string[],
): void {
  process.env["TEST_HOST_PLUGINS"] = plugins.join(",")
  const dbName = `host-${randomBytes(6).toString("hex")}`
  const template = new HostTemplate(dbName)
  medusaIntegrationTestRunner({
    inApp: true,
    cwd: root,
    medusaConfigFile: root,
    dbName,
    hooks: { beforeServerStart: async () => template.copy() },
    testSuite: ({ api, dbConnection, dbUtils, getContainer, utils }) => {
      const beginnings = new Beginnings()
      const request: Host["request"] = async (...call) => {
        beginnings.isUntouched = false
        return await requestWith(() => api as Client)(...call)
      }
      const settings = new SettingsKeeper(getContainer)
      const events = new EventsUnderWay()
      const settled = async (): Promise<void> => {
        await events.ended()
        await utils.waitWorkflowExecutions()
      }
      beforeAll(async () => {
        // Jobs by the clock would fall into whatever test is running, and into its database being given back.
        await new WorkflowScheduler().clear()
        if (await template.provide(async (templateName) => dbUtils.snapshot({ templateName })))
          // The runner takes any snapshot for its own, which its tests are given back from.
          await dbUtils.snapshot()
        settings.keep()
        events.watch(getContainer())
      })
      beforeEach(async () => {
        await settings.catchUp()
        beginnings.isUntouched = true
      })
      // The database is given back before the next test: what events still set off must not land in it.
      afterEach(async () => {
        await new Promise((resolve) => setTimeout(resolve, EVENTS_MILLISECONDS))
        await settled()
        settings.restore()
        expect(await readerDifferences(getContainer(), dbConnection as Connection)).toEqual([])
      })
      const host: Host = {
        request,
        logIn: async (email = "accountant@example.com") => await logIn(request, getContainer(), email),
        sql: async <Row>(statement: string, values: readonly unknown[] = []) => {
          beginnings.isUntouched = false
          return (await (dbConnection as Connection).raw(statement, values)).rows as Row[]
        },
        container: () => {
          beginnings.isUntouched = false
          return getContainer()
        },
        address: () => (api as Client).defaults.baseURL,
        settled,
        beginning: async (name, make) => await beginnings.of(host, name, make),
      }
      for (const { title, tests } of files) {
        if (title === "") tests(host)
        else describe(title, () => tests(host))
      }
    },
  })
}

/** What tests of a host have begun with, and the rows that it wrote. */
class Beginnings {
  /** Nothing has been asked of the host since its database was given back. */
  isUntouched = false
  private readonly kept = new Map<string, { made: unknown; rows: Awaited<ReturnType<typeof rowsSince>> }>()

  async of<Made>(host: Host, name: string, make: () => Promise<Made>): Promise<Made> {
    if (!this.isUntouched) return await make()
    const kept = this.kept.get(name)
    if (kept) {
      await layRows(host.sql, kept.rows)
      return structuredClone(kept.made) as Made
    }
    const [begun] = await host.sql<{ transaction: string }>(
      "select pg_current_xact_id()::text as transaction",
    )
    const made = await make()
    await host.settled()
    this.kept.set(name, {
      made: structuredClone(made),
      rows: await rowsSince(host.sql, begun?.transaction ?? ""),
    })
    return made
  }
}

/** A test may run with other settings; the next one finds the store's again. */
class SettingsKeeper {
  private kept: object = {}

  constructor(private readonly container: () => MedusaContainer) {}

  keep(): void {
    const settings = ledgerOf(this.container()).settings
    this.kept = { ...settings, writeOff: { ...settings.writeOff } }
  }

  /** What the test before had set in the ledger is gone with its rows. */
  async catchUp(): Promise<void> {
    await ledgerOf(this.container()).configuration.keepUp({ exactly: true })
  }

  restore(): void {
    const settings: object = ledgerOf(this.container()).settings
    Object.assign(settings, this.kept, { writeOff: { ...(this.kept as { writeOff: object }).writeOff } })
  }
}

function requestWith(client: () => Client): Host["request"] {
  return async <Body>(method: string, route: string, { body, headers }: Call = {}) => {
    const answer = await client().request({
      method,
      url: route,
      data: body,
      headers: headers ?? {},
      validateStatus: () => true,
    })
    checkContract(method, route, answer)
    return { status: answer.status, body: answer.data as Body, headers: answer.headers }
  }
}

async function logIn(request: Host["request"], container: MedusaContainer, email: string) {
  const credentials = { body: { email, password: "a password for tests" } }
  const registered = await request<{ token: string }>("post", "/auth/user/emailpass/register", credentials)
  const identity = JSON.parse(
    Buffer.from(registered.body.token.split(".")[1] ?? "", "base64url").toString(),
  ) as {
    auth_identity_id: string
  }
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: identity.auth_identity_id, userData: { email } },
  })
  const { body } = await request<{ token: string }>("post", "/auth/user/emailpass", credentials)
  return { authorization: `Bearer ${body.token}` }
}
