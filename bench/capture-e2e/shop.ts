import type { MedusaContainer } from "@medusajs/framework/types"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { Host } from "../../integration-tests/setup/host"
import { TestStore } from "../../integration-tests/setup/store"

interface Call {
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** The shop of the tests in a host that this process is. */
export async function openShop(container: MedusaContainer, port: number): Promise<TestStore> {
  const request: Host["request"] = async <Body>(method: string, route: string, call: Call = {}) => {
    const { body, headers = {} } = call
    const answer = await fetch(`http://localhost:${port}${route}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as Body, headers: {} }
  }
  const elsewhere = (): never => {
    throw new Error("a bench has its own way to this")
  }
  const host: Host = {
    request,
    beginning: async (_name, make) => await make(),
    logIn: (email = "accountant@example.com") => logIn(request, container, email),
    sql: elsewhere,
    container: () => container,
    address: () => `http://localhost:${port}`,
    settled: elsewhere,
  }
  return TestStore.open(host, {
    currency: "usd",
    prices: [30, 75, 19.99, 110, 5.5],
    taxRate: 10,
    shipping: 9.9,
  })
}

async function logIn(request: Host["request"], container: MedusaContainer, email: string) {
  const credentials = { body: { email, password: "a password for tests" } }
  const registered = await request<{ token: string }>("post", "/auth/user/emailpass/register", credentials)
  const [, claims = ""] = registered.body.token.split(".")
  const { auth_identity_id: identity } = JSON.parse(Buffer.from(claims, "base64url").toString()) as {
    auth_identity_id: string
  }
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: identity, userData: { email } },
  })
  const { body } = await request<{ token: string }>("post", "/auth/user/emailpass", credentials)
  return { authorization: `Bearer ${body.token}` }
}
