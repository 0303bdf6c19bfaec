import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { reconcileAccountWorkflow } from "../../../../../../workflows/reconcile-account/workflows/reconcile-account"
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
    return { account: await ledgerOf(scope).accounts.retrieve(id), allocation_plan: result }
  },
})
