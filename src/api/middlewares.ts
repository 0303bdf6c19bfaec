import { defineMiddlewares } from "@medusajs/framework/http"
import { refuseUndeclared } from "./lib/refuse-undeclared"
import { OPERATIONS } from "./lib/operations"
import { requireRight } from "./lib/require-right"
import { policiesOf } from "./lib/rights"

/**
 * The plugin reads its bodies itself (lib/read-body), so the host's parser is off for its routes. The host asks for
 * the policies only when it runs with its flag `rbac`; without it the option `rights` says who may what.
 */
export default defineMiddlewares({
  routes: [
    { matcher: "/admin/reconciliation/*", bodyParser: false, middlewares: [refuseUndeclared] },
    ...OPERATIONS.map((operation) => ({
      matcher: operation.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      methods: [operation.method.toUpperCase() as "GET" | "POST" | "PUT" | "DELETE"],
      policies: policiesOf(operation),
      middlewares: [requireRight(operation.right)],
    })),
  ],
})
