import { defineMiddlewares } from "@medusajs/framework/http"

/** The plugin reads its bodies itself (lib/read-body), so the host's parser is off for its routes. */
export default defineMiddlewares({
  routes: [{ matcher: "/admin/reconciliation/*", bodyParser: false }],
})
