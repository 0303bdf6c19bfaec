import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { ReconciliationError, type ErrorType } from "../../modules/reconciliation/domain/errors"
import type { ErrorBody } from "../../types/http"
import { unreachable, whileReachable } from "./reachable"
import { readQuery, refuseBody } from "./read-body"
import { noQuery } from "./schemas"

type Route = (request: AuthenticatedMedusaRequest, response: MedusaResponse) => Promise<void>
type Handler<Query> = (
  request: AuthenticatedMedusaRequest,
  response: MedusaResponse,
  query: Query,
) => Promise<void>

const STATUS: Readonly<Record<ErrorType, number>> = {
  invalid_data: 400,
  not_found: 404,
  conflict: 409,
  not_allowed: 403,
  unexpected_state: 500,
  unavailable: 503,
}

/** Methods whose routes take what they are told in the address alone. */
const WITHOUT_BODY: ReadonlySet<string> = new Set(["GET", "HEAD", "DELETE"])

/**
 * Wraps a route so that every error the plugin knows leaves as its code, ids and remedy. The host has
 * one error handler for the whole app, which a plugin must not replace; what is not ours goes there.
 * What a route does not take, in its address or as a body, is refused: it would be ignored in silence.
 *
 * @param shape what the address may say behind "?"
 */
export function answerQuery<Shape extends z.ZodType>(shape: Shape, handler: Handler<z.infer<Shape>>): Route {
  return sayRefusals(async (request, response) => {
    const query = readQuery(request, shape)
    if (WITHOUT_BODY.has(request.method)) await refuseBody(request)
    await whileReachable(request, handler(request, response, query))
  })
}

/** For what comes before a route, and so leaves the address and the body to it. */
export function sayRefusals(route: Route): Route {
  return async (request, response) => {
    try {
      await route(request, response)
    } catch (error) {
      const known = knownError(error) ?? (await unreachable(request))
      if (!known) throw error
      if (STATUS[known.type] >= 500) {
        request.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`reconciliation: ${known.message}`)
      }
      response.status(STATUS[known.type]).json(bodyOf(known))
    }
  }
}

/** The same of a route whose address says nothing behind "?". */
export const answer = (handler: Handler<z.infer<typeof noQuery>>): Route => answerQuery(noQuery, handler)

function bodyOf({ type, code, message, ids, remedy }: ReconciliationError): ErrorBody {
  return { type, code, message, ids, remedy }
}

/** A workflow hands errors on as plain objects with the same fields. */
function knownError(error: unknown): ReconciliationError | undefined {
  if (error instanceof ReconciliationError) return error
  if (typeof error !== "object" || error === null || !("name" in error)) return undefined
  return error.name === "ReconciliationError" ? (error as ReconciliationError) : undefined
}
