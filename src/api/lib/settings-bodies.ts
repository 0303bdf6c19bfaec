import { z } from "@medusajs/framework/zod"
import { reason, text } from "./schemas"

const name = text(60).min(1)

/** JSON came, so it is JSON; `z.json()` would be a definition that the description of the routes cannot hold. */
const anything = z.unknown().refine((value) => value !== undefined, "is missing") as unknown as z.ZodType<
  z.infer<ReturnType<typeof z.json>>
>

/** What a value may be the options say, each for itself; here is only what JSON can say. */
const change = z.union([
  z.strictObject({ name, value: anything }),
  z.strictObject({ name, reset: z.literal(true) }),
])

const changes = z.array(change).min(1).max(40)

export const previewSettingsBody = z.strictObject({ changes })

export const changeSettingsBody = z.strictObject({
  changes,
  version: z.string().regex(/^\d{1,18}$/, "is not a version of the settings"),
  reason: reason.optional(),
})
