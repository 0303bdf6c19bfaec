import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, FeatureFlag } from "@medusajs/framework/utils"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { RIGHTS, RIGHTS_RESOURCE, type Right } from "../../types/rights"
import { ledgerOf } from "../../workflows/ledger-of"
import { actorOf } from "./actor"
import { sayRefusals } from "./answer"
import { whileReachable } from "./reachable"

type Actor = ReturnType<typeof actorOf>

type Middleware = (
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
) => Promise<void>

/** Without the host's roles, a right that the option `rights` lists is only for those in its list. */
export function requireRight(right: Right): Middleware {
  return async (request, response, next) => {
    const found = { allowed: false }
    const check = sayRefusals(async (asked) => {
      await whileReachable(asked, refuseUnlisted(asked, right))
      found.allowed = true
    })
    await check(request as AuthenticatedMedusaRequest, response)
    if (found.allowed) next()
  }
}

/** What a caller may do: by the host's policies where it runs with roles, else by the option `rights`. */
export async function rightsOf(request: AuthenticatedMedusaRequest): Promise<Right[]> {
  const asked = await Promise.all(RIGHTS.map((right) => has(request, right)))
  return RIGHTS.filter((_, index) => asked[index])
}

async function has(request: AuthenticatedMedusaRequest, right: Right): Promise<boolean> {
  if (!FeatureFlag.isFeatureEnabled("rbac")) {
    const listed = ledgerOf(request.scope).settings.rights[right]
    return !listed || isListed(request.scope, actorOf(request), listed)
  }
  const roles = request.auth_context.app_metadata["roles"]
  if (!Array.isArray(roles) || roles.length === 0) return false
  const actions = { resource: RIGHTS_RESOURCE, operation: right }
  // The whole of the host stands behind this name; who runs without roles does not load it for nothing.
  const { hasPermission } = await import("@medusajs/framework")
  return hasPermission({ roles: roles.map(String), actions, container: request.scope })
}

async function refuseUnlisted(request: AuthenticatedMedusaRequest, right: Right): Promise<void> {
  // What only shows something may go by settings of a second ago; what does something, or says what it would do, may not.
  await ledgerOf(request.scope).configuration.keepUp({ exactly: request.method !== "GET" })
  if (FeatureFlag.isFeatureEnabled("rbac")) return
  const listed = ledgerOf(request.scope).settings.rights[right]
  if (listed && !(await isListed(request.scope, actorOf(request), listed))) throw rightMissing(request, right)
}

/** Of an act that is several: another right than its route's. @throws right_missing */
export function requireOwn(right: Right, own: readonly Right[]): void {
  if (own.includes(right)) return
  throw new ReconciliationError({
    type: "not_allowed",
    code: "right_missing",
    message: `This needs the right ${right} too.`,
    ids: { right },
    remedy: "Ask someone who has it to do this, or to give it to you.",
  })
}

/** By id, or by the email that the host has for the user now: a token may be older. */
export async function isListed(
  scope: MedusaContainer,
  actor: Actor,
  listed: readonly string[],
): Promise<boolean> {
  if (listed.includes(actor.id)) return true
  if (actor.type === "api-key" || !listed.some((who) => who.includes("@"))) return false
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: users } = await query.graph({ entity: "user", fields: ["email"], filters: { id: actor.id } })
  return users.some(({ email }) => listed.includes(email))
}

function rightMissing(request: AuthenticatedMedusaRequest, right: Right): ReconciliationError {
  const { type, id } = actorOf(request)
  return new ReconciliationError({
    type: "not_allowed",
    code: "right_missing",
    message: `The store's option rights.${right} does not list ${type === "user" ? "this user" : "this secret key"}`,
    ids: { right, [type === "user" ? "user_id" : "api_key_id"]: id },
    remedy: "Ask someone who is listed, or let the store's developer add the id to the option.",
  })
}
