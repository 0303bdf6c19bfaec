import path from "node:path"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { checkContract } from "./contract"

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
  /** Waits until no workflow is running any more. */
  settled: () => Promise<void>
}

interface Client {
  request: (config: object) => Promise<{ status: number; data: unknown; headers: Record<string, string> }>
}

interface Connection {
  raw: (statement: string, values: readonly unknown[]) => Promise<{ rows: unknown[] }>
}

/** By then the bus has told everybody of an event, and what it set off has begun. */
const EVENTS_MILLISECONDS = 150

const root = path.resolve(__dirname, "..", "..")

/**
 * Starts a real host with the plugin's sources as its own (see medusa-config.ts), once per file, and gives its
 * database back to the state before the first test ahead of each one.
 *
 * @param plugins names of packages that run beside ours, as a shop would list them in its config
 */
export function describeHost(tests: (host: Host) => void, plugins: readonly string[] = []): void {
  process.env["TEST_HOST_PLUGINS"] = plugins.join(",")
  medusaIntegrationTestRunner({
    inApp: true,
    cwd: root,
    medusaConfigFile: root,
    testSuite: ({ api, dbConnection, getContainer, utils }) => {
      const request = requestWith(() => api as Client)
      // The database is given back before the next test: what events still set off must not land in it.
      afterEach(async () => {
        await new Promise((resolve) => setTimeout(resolve, EVENTS_MILLISECONDS))
        await utils.waitWorkflowExecutions()
      })
      tests({
        request,
        logIn: async (email = "accountant@example.com") => await logIn(request, getContainer(), email),
        sql: async <Row>(statement: string, values: readonly unknown[] = []) =>
          (await (dbConnection as Connection).raw(statement, values)).rows as Row[],
        container: getContainer,
        settled: async () => await utils.waitWorkflowExecutions(),
      })
    },
  })
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
