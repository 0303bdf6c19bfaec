import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { accountIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { strategy } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "accounts/{id}/preview",
  right: "view",
  summary: "What reconciling the account would do now. Changes nothing.",
  id: accountIdOf,
  body: z.strictObject({ strategy }),
  answer: { allocation_plan: "AllocationPlanView" },
  handler: async ({ scope, id, body }) => ({
    allocation_plan: await ledgerOf(scope).accounts.preview(id, body.strategy),
  }),
})
