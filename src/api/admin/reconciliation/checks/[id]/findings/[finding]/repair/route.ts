import { z } from "@medusajs/framework/zod"
import { repairFindingWorkflow } from "../../../../../../../../workflows/checks/workflows/repair-finding"
import { ledgerOf } from "../../../../../../../../workflows/ledger-of"
import { checkIdOf, findingId } from "../../../../../../../lib/path-id"
import { requireOwn } from "../../../../../../../lib/require-right"
import { route } from "../../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "checks/{id}/findings/{finding}/repair",
  right: "manage",
  summary:
    "Repair what a check found: count again, make a row of the lists anew, or read the order again. Only where the rows say for certain what was there; with an entry in the journal. Reading an order again asks for the right delete beside.",
  id: checkIdOf,
  parts: { finding: findingId },
  body: z.strictObject({}),
  answer: { repair: "RepairView" },
  handler: async ({ scope, id, parts, change, rights }) => {
    // An order is built anew by whoever may do that on its own page.
    if ((await ledgerOf(scope).checks.orderToRead(id, parts.finding)) !== null)
      requireOwn("delete", await rights())
    const { result } = await repairFindingWorkflow(scope).run({
      input: { ...change, check_id: id, finding_id: parts.finding },
    })
    return { repair: result }
  },
})
