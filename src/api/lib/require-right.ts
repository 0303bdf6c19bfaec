import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, FeatureFlag } from "@medusajs/framework/utils"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { RIGHTS, RIGHTS_RESOURCE, type Right } from "../../types/rights"
import { ledgerOf } from "../../workflows/ledger-of"
import { actorOf } from "./actor"
import { sayRefusals } from "./answer"
import { whileReachable } from "./reachable"

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
    return !listed || isListed(request, listed)
  }
  const roles = request.auth_context.app_metadata["roles"]
  if (!Array.isArray(roles) || roles.length === 0) return false
  const actions = { resource: RIGHTS_RESOURCE, operation: right }
  // The whole of the host stands behind this name; who runs without roles does not load it for nothing.
  const { hasPermission } = await import("@medusajs/framework")
  return hasPermission({ roles: roles.map(String), actions, container: request.scope })
}

async function refuseUnlisted(request: AuthenticatedMedusaRequest, right: Right): Promise<void> {
  if (FeatureFlag.isFeatureEnabled("rbac")) return
  const listed = ledgerOf(request.scope).settings.rights[right]
  if (listed && !(await isListed(request, listed))) throw rightMissing(request, right)
}

/** By id, or by the email that the host has for the user now: a token may be older. */
async function isListed(request: AuthenticatedMedusaRequest, listed: readonly string[]): Promise<boolean> {
  const actor = actorOf(request)
  if (listed.includes(actor.id)) return true
  if (actor.type === "api-key" || !listed.some((who) => who.includes("@"))) return false
  const query = request.scope.resolve(ContainerRegistrationKeys.QUERY)
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
