import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { sayRefusals } from "./answer"
import { OPERATIONS } from "./operations"

const DECLARED = OPERATIONS.map(({ method, path }) => ({
  method: method.toUpperCase(),
  // Without regard to case and to a slash at the end, as the host's router finds routes.
  path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}/?$`, "i"),
}))

/** Whether a request is for a route that declares its right; HEAD is read by GET's. */
export function isDeclared(method: string, url: string): boolean {
  const asked = method === "HEAD" ? "GET" : method
  const [path = ""] = url.split("?")
  return DECLARED.some((declared) => declared.method === asked && declared.path.test(path))
}

const refuse = sayRefusals(async ({ method }) => {
  throw new ReconciliationError({
    type: "not_allowed",
    code: "route_not_declared",
    message: `No right is declared for this path and ${method}`,
    remedy: "Use a path and method of docs/openapi.json.",
  })
})

/** Deny by default: what no declaration names does not reach a route, whoever asks. */
export function refuseUndeclared(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
): void {
  if (isDeclared(request.method, request.originalUrl)) next()
  else void refuse(request as AuthenticatedMedusaRequest, response)
}
