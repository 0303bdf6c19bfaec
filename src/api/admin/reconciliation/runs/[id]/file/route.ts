import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { runIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { runFile } from "../../../../../lib/run-answer"
import { FILE_LANGUAGES } from "../../../../../lib/transactions-file"

export const GET = route({
  method: "get",
  path: "runs/{id}/file",
  right: "export",
  summary: "All that a run placed, or took back, as a file of comma-separated values.",
  id: runIdOf,
  query: z.strictObject({ language: z.enum(FILE_LANGUAGES).default("en") }),
  answer: {},
  produces: "text/csv; charset=utf-8",
  handler: async ({ scope, id, query: { language } }) => ({
    name: `run-${id}.csv`,
    content: runFile(ledgerOf(scope).runs.allMoves(id), language),
  }),
})
