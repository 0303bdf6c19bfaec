import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, FeatureFlag } from "@medusajs/framework/utils"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import type { Right } from "../../types/rights"
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
