import { z } from "@medusajs/framework/zod"
import { AUDIT_PLACE, auditPage } from "../../../../workflows/audit/audit-page"
import { route } from "../../../lib/route"
import { inAddress } from "../../../lib/schemas"

const LARGEST_PAGE = 500

export const GET = route({
  method: "get",
  path: "audit",
  right: "view",
  summary:
    "A page of the audit: what contradicts itself in the host's own rows of orders and payments, with what the host says and what it should. Nothing is kept and nothing is written, in the ledger or in the host.",
  query: z.strictObject({
    after: z.string().regex(AUDIT_PLACE, "is not the `next` of a page").optional(),
    limit: inAddress(z.number().int().min(1).max(LARGEST_PAGE)).default(LARGEST_PAGE),
  }),
  answer: { audit: "AuditPage" },
  handler: async ({ scope, query }) => ({ audit: await auditPage(scope, query) }),
})
