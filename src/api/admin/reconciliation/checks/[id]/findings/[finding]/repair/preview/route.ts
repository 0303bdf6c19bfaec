import { z } from "@medusajs/framework/zod"
import { previewRepair } from "../../../../../../../../../workflows/checks/repair-finding"
import { checkIdOf, findingId } from "../../../../../../../../lib/path-id"
import { route } from "../../../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "checks/{id}/findings/{finding}/repair/preview",
  right: "view",
  summary: "What repairing a finding would do: done, looked at and taken back. Changes nothing.",
  id: checkIdOf,
  parts: { finding: findingId },
  body: z.strictObject({}),
  answer: { repair: "RepairView" },
  handler: async ({ scope, id, parts, change }) => ({
    repair: await previewRepair(scope, { ...change, check_id: id, finding_id: parts.finding }),
  }),
})
