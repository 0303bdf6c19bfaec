import { z } from "@medusajs/framework/zod"
import { id } from "./schemas"

/** Which orders' money the store is to be shown; the same body for the act and its preview. */
export const mirrorBody = z.strictObject({ order_ids: z.array(id).min(1).max(100).optional() })
