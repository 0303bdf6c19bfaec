import { z } from "@medusajs/framework/zod"
import { id, reason, text } from "./schemas"

/** Bodies of who joins whom and who leaves; each is that of its preview too. */

export const joinBody = z.strictObject({
  to: z.union([
    z.strictObject({ account_id: id }),
    z.strictObject({ customer_id: id }),
    z.strictObject({ company_id: id, name: text(200).trim().min(1).optional() }),
  ]),
  reason: reason.optional(),
})

export const endMembershipBody = z.strictObject({ reason: reason.optional() })
