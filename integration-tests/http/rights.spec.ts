import { deleteUsersWorkflow } from "@medusajs/medusa/core-flows"
import type { Right } from "../../src/types/rights"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { describeHost, type Host } from "../setup/host"
import { secretKey } from "../setup/secret-key"

interface Refused {
  code: string
  message: string
  ids: Record<string, string>
  remedy: string
}

/** One route of each right; whoever may is told that there is no such thing. */
const ROUTES: Readonly<Partial<Record<Right, readonly [string, string, object?]>>> = {
  view: ["get", "accounts/999999999"],
  run: ["post", "orders/order_none/reconcile", {}],
  manage: ["post", "payments/none/reversals", { kind: "other", reason: "bounced" }],
  delete: ["delete", "orders/order_none/plan"],
  write_off: ["post", "orders/order_none/write-offs", { kind: "short_payment", reason: "a cent" }],
}

type Headers = Record<string, string>

async function use(host: Host, right: Right, headers: Headers): Promise<{ status: number; body: Refused }> {
  const [method, path, body] = ROUTES[right] ?? ["", ""]
  return await host.request<Refused>(method, `/admin/reconciliation/${path}`, {
    headers,
    ...(body && { body }),
  })
}

async function userIdOf(host: Host, headers: Headers): Promise<string> {
  const { body } = await host.request<{ user: { id: string } }>("get", "/admin/users/me", { headers })
  return body.user.id
}

function allow(host: Host, rights: Partial<Record<Right, string[]>>): void {
  Object.assign(ledgerOf(host.container()).settings, { rights })
}

describeHost((host) => {
  it("gives a right to those alone whom the store lists for it, and the others to everybody", async () => {
    const [byId, byEmail, other] = [
      await host.logIn("id@example.com"),
      await host.logIn("email@example.com"),
      await host.logIn("other@example.com"),
    ]
    const [listed, unlisted] = [await secretKey(host), await secretKey(host)]
    const people = [byId, byEmail, listed.headers, other, unlisted.headers, {}]
    const rights = Object.keys(ROUTES) as Right[]
    for (const restricted of [undefined, ...rights]) {
      const list = [await userIdOf(host, byId), "email@example.com", listed.id]
      allow(host, restricted ? { [restricted]: list } : { close: [] })
      for (const right of rights) {
        const statuses = []
        for (const headers of people) statuses.push((await use(host, right, headers)).status)
        const others = right === restricted ? 403 : 404
        expect([restricted, right, ...statuses]).toEqual([
          restricted,
          right,
          404,
          404,
          404,
          others,
          others,
          401,
        ])
      }
    }
  })

  it("says which right is missing to whom, and what to do", async () => {
    const [user, key] = [await host.logIn(), await secretKey(host)]
    allow(host, { manage: [] })
    expect((await use(host, "manage", user)).body).toEqual({
      type: "not_allowed",
      code: "right_missing",
      message: "The store's option rights.manage does not list this user",
      ids: { right: "manage", user_id: await userIdOf(host, user) },
      remedy: expect.stringContaining("option") as string,
    })
    expect((await use(host, "manage", key.headers)).body.ids).toEqual({ right: "manage", api_key_id: key.id })
  })

  it("knows a user by the email that the host has now, and a route by each of its spellings", async () => {
    const user = await host.logIn("before@example.com")
    const id = await userIdOf(host, user)
    allow(host, { view: [] })
    const asked = [
      await host.request("head", "/admin/reconciliation/orders/order_none", { headers: user }),
      await host.request("get", "/ADMIN/Reconciliation/Orders/order_none/", { headers: user }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([403, 403])
    allow(host, { view: [id] })
    const listed = await host.request("get", "/admin/reconciliation/open-items?side=debit&limit=1", {
      headers: user,
    })
    expect(listed.status).toBe(200)
    allow(host, { manage: ["after@example.com"] })
    expect((await use(host, "manage", user)).status).toBe(403)
    await host.sql('update "user" set email = ? where id = ?', ["after@example.com", id])
    expect((await use(host, "manage", user)).status).toBe(404)
    await deleteUsersWorkflow(host.container()).run({ input: { ids: [id] } })
    expect((await use(host, "manage", user)).status).not.toBe(404)
  })
})
