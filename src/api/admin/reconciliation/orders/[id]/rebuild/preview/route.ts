import { z } from "@medusajs/framework/zod"
import { previewRebuild } from "../../../../../../../workflows/checks/rebuild-order"
import { orderIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"
import { version } from "../../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "orders/{id}/rebuild/preview",
  right: "view",
  summary: "What building the order anew would do: done, looked at and taken back. Changes nothing.",
  id: orderIdOf,
  body: z.strictObject({ version: version.optional() }),
  answer: { rebuilt: "RebuildView" },
  handler: async ({ scope, id, body, change: { actor, cause } }) => ({
    rebuilt: await previewRebuild(scope, id, { context: { actor, cause }, expectedVersion: body.version }),
  }),
})
