import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ReconciliationError, type ErrorType } from "../../modules/reconciliation/domain/errors"
import type { ErrorBody } from "../../types/http"

type Handler = (request: AuthenticatedMedusaRequest, response: MedusaResponse) => Promise<void>

const STATUS: Readonly<Record<ErrorType, number>> = {
  invalid_data: 400,
  not_found: 404,
  conflict: 409,
  not_allowed: 403,
  unexpected_state: 500,
}

/**
 * Wraps a route so that every error the plugin knows leaves as its code, ids and remedy. The host has
 * one error handler for the whole app, which a plugin must not replace; what is not ours goes there.
 */
export function answer(handler: Handler): Handler {
  return async (request, response) => {
    try {
      await handler(request, response)
    } catch (error) {
      const known = knownError(error)
      if (!known) throw error
      if (known.type === "unexpected_state") {
        request.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`reconciliation: ${known.message}`)
      }
      response.status(STATUS[known.type]).json(bodyOf(known))
    }
  }
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
