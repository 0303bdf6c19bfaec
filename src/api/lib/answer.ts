import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ReconciliationError, type ErrorType } from "../../modules/reconciliation/domain/errors"
import type { ErrorBody } from "../../types/http"
import { refuseUnmigrated, unmigrated } from "./migrated"
import { unreachable } from "./reachable"

type Route = (request: AuthenticatedMedusaRequest, response: MedusaResponse) => Promise<void>

const STATUS: Readonly<Record<ErrorType, number>> = {
  invalid_data: 400,
  not_found: 404,
  conflict: 409,
  not_allowed: 403,
  unexpected_state: 500,
  unavailable: 503,
}

/** Answers what a route refuses with its code, ids and remedy; what is not ours goes to the host. */
export function sayRefusals(route: Route): Route {
  return async (request, response) => {
    try {
      await refuseUnmigrated(request)
      await route(request, response)
    } catch (error) {
      if (response.headersSent) return cutOff(error, { request, response })
      const known = knownError(error) ?? (await unmigrated(request, error)) ?? (await unreachable(request))
      if (!known) throw error
      if (STATUS[known.type] >= 500) {
        request.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`reconciliation: ${known.message}`)
      }
      response.status(STATUS[known.type]).json(bodyOf(known))
    }
  }
}

/** A file that broke in its midst: whoever reads it must not take the half for the whole. */
function cutOff(
  error: unknown,
  { request, response }: { request: AuthenticatedMedusaRequest; response: MedusaResponse },
): void {
  const told = error instanceof Error ? error.message : String(error)
  request.scope
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`reconciliation: an answer was cut off: ${told}`)
  response.destroy()
}

function bodyOf({ type, code, message, ids, remedy }: ReconciliationError): ErrorBody {
  return { type, code, message, ids, remedy }
}

/** A workflow hands errors on as plain objects with the same fields. */
function knownError(error: unknown): ReconciliationError | undefined {
  if (error instanceof ReconciliationError) return error
  if (typeof error !== "object" || error === null || !("name" in error)) return undefined
  return error.name === "ReconciliationError" ? (error as ReconciliationError) : undefined
}
