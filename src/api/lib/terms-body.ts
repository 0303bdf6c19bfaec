import { z } from "@medusajs/framework/zod"
import { reason, version } from "./schemas"

const days = z.number().int().min(0).max(3_650)

/** Body of an order's terms of payment, and of their preview. */
export const termsBody = z.strictObject({
  due: z.union([
    z.strictObject({ days }),
    z.strictObject({ end_of_month: days, on: z.number().int().min(1).max(31).optional() }),
    z.strictObject({ on_delivery: days }),
  ]),
  reason: reason.optional(),
  version: version.optional(),
})
