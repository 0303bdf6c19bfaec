import { z } from "@medusajs/framework/zod"
import { reconcileAccountWorkflow } from "../../../../../../workflows/reconcile-account/workflows/reconcile-account"
import { accountAnswer } from "../../../../../lib/account-answer"
import { accountIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { strategy, version } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "accounts/{id}/reconcile",
  right: "run",
  summary: "Apply the account's unapplied money to what its orders owe.",
  id: accountIdOf,
  body: z.strictObject({ strategy, version: version.optional() }),
  answer: { account: "AccountView", allocation_plan: "AllocationPlanView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await reconcileAccountWorkflow(scope).run({
      input: { ...body, ...change, account_id: id },
    })
    return { account: await accountAnswer(scope, id), allocation_plan: result }
  },
})
