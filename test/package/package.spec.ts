import { createPackedHost, type PackedHost } from "./host"

const email = "accountant@example.com"
const password = "a password for tests"

describe("the packed plugin in a fresh store", () => {
  let host: PackedHost
  let address: string

  beforeAll(async () => {
    host = await createPackedHost()
    await host.run("npm", "install", "--prefer-offline", "--no-audit", "--no-fund")
    await host.run("npx", "medusa", "db:migrate", "--skip-scripts")
    await host.run("npx", "medusa", "user", "--email", email, "--password", password)
    address = await host.start()
  }, 900_000)

  afterAll(async () => await host?.remove())

  it("refuses the list of open items without a login", async () => {
    const answer = await fetch(`${address}/admin/reconciliation/open-items`)
    expect(answer.status).toBe(401)
  })

  it("shows an admin user the empty list of open items", async () => {
    const login = await fetch(`${address}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    })
    const { token } = (await login.json()) as { token: string }
    const answer = await fetch(`${address}/admin/reconciliation/open-items`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 200,
      body: { open_items: [] },
    })
  })
})
