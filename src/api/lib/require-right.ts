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
import { answer } from "./answer"

type Middleware = (request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) => void

/** Without the host's roles, a right that the option `rights` lists is only for those in its list. */
export function requireRight(right: Right): Middleware {
  return (request, response, next) => {
    const check = answer(async (asked) => {
      const listed = FeatureFlag.isFeatureEnabled("rbac")
        ? undefined
        : ledgerOf(asked.scope).settings.rights[right]
      if (listed && !(await isListed(asked, listed))) throw rightMissing(asked, right)
      next()
    })
    check(request as AuthenticatedMedusaRequest, response).catch(next)
  }
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
