import { z } from "@medusajs/framework/zod"
import { checkLedgerWorkflow } from "../../../../workflows/checks/workflows/check-ledger"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { namedChecks } from "../../../lib/actors"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { cursor, limit } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "checks",
  right: "view",
  summary:
    "A page of checks of the ledger against its own rules, the newest first, each with what it found by rule.",
  query: z.strictObject({ limit, cursor: cursor.optional() }),
  answer: pageOf("checks", "CheckView"),
  handler: async ({ scope, query }) => {
    const { checks, nextCursor } = await ledgerOf(scope).checks.list(query)
    return { checks: await namedChecks(scope, checks), next_cursor: nextCursor, limit: query.limit }
  },
})

export const POST = route({
  method: "post",
  path: "checks",
  right: "run",
  summary:
    "Hold every row of the ledger against its rules now, and keep what is found. Changes nothing else; it may take some seconds.",
  body: z.strictObject({}),
  answer: { check: "CheckView" },
  records: true,
  handler: async ({ scope, change }) => {
    const { result } = await checkLedgerWorkflow(scope).run({ input: change })
    const [check] = await namedChecks(scope, [result])
    return { check }
  },
})
