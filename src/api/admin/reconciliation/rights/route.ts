import { RIGHTS } from "../../../../types/rights"
import { route } from "../../../lib/route"

export const GET = route({
  method: "get",
  path: "rights",
  right: "view",
  summary: "What the caller may do with the ledger, so that a screen can say which right is missing.",
  answer: { rights: { type: "array", items: { type: "string", enum: [...RIGHTS] } } },
  handler: async ({ rights }) => ({ rights: await rights() }),
})
