import type { IRbacModuleService } from "@medusajs/framework/types"
import { createApiKeysWorkflow, createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { Host } from "../../integration-tests/setup/host"

export type Headers = Readonly<Record<string, string>>

const password = "a password for tests"

/** Creates who asks a host: users with chosen policies, keys and shoppers. */
export class People {
  private number = 0

  constructor(private readonly host: Host) {}

  get created(): number {
    return this.number
  }

  /** A user who has a role with these policies; without a list, a user without any role. */
  async user(policies?: readonly string[]): Promise<Headers> {
    const roles = policies ? [await this.role(policies)] : []
    return await this.account("user", async (identity, email) => {
      await createUserAccountWorkflow(this.host.container()).run({
        input: { authIdentityId: identity, userData: { email, roles } },
      })
    })
  }

  /** Someone who has registered in the shop's front, not in its administration. */
  async shopper(): Promise<Headers> {
    return await this.account("customer", () => Promise.resolve())
  }

  async secretKey(): Promise<Headers> {
    const token = await this.key("secret")
    return { authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}` }
  }

  async publishableKey(): Promise<Headers> {
    return { "x-publishable-api-key": await this.key("publishable") }
  }

  /** As a store does by `definePolicies`; the host asks for `refund:create` itself, and lists no such policy. */
  async declare(key: string): Promise<void> {
    const rbac = this.host.container().resolve<IRbacModuleService>("rbac")
    const [resource = "", operation = ""] = key.split(":")
    if ((await rbac.listRbacPolicies({ key })).length === 0)
      await rbac.createRbacPolicies({ key, resource, operation, name: key })
  }

  private async key(type: "secret" | "publishable"): Promise<string> {
    this.number += 1
    const { result } = await createApiKeysWorkflow(this.host.container()).run({
      input: { api_keys: [{ title: `${type} ${this.number}`, type, created_by: "" }] },
    })
    return result[0]?.token ?? ""
  }

  private async role(policies: readonly string[]): Promise<string> {
    const rbac = this.host.container().resolve<IRbacModuleService>("rbac")
    const stored = await rbac.listRbacPolicies({ key: [...policies] }, { take: 10_000 })
    if (stored.length !== policies.length) throw new Error(`the host does not know all of ${policies.join()}`)
    const role = await rbac.createRbacRoles({ name: `role ${this.number}` })
    await rbac.createRbacRolePolicies(stored.map(({ id }) => ({ role_id: role.id, policy_id: id })))
    return role.id
  }

  private async account(
    actor: "user" | "customer",
    created: (identity: string, email: string) => Promise<void>,
  ): Promise<Headers> {
    this.number += 1
    const body = { email: `person${this.number}@example.com`, password }
    const registered = await this.token(`/auth/${actor}/emailpass/register`, body)
    const claims = Buffer.from(registered.split(".")[1] ?? "", "base64url").toString()
    await created((JSON.parse(claims) as { auth_identity_id: string }).auth_identity_id, body.email)
    return { authorization: `Bearer ${await this.token(`/auth/${actor}/emailpass`, body)}` }
  }

  private async token(route: string, body: object): Promise<string> {
    const answer = await this.host.request<{ token: string }>("post", route, { body })
    return answer.body.token
  }
}
