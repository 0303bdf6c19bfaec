import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { accountIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"
import { rank } from "../../../../../../lib/schemas"
import { FILE_LANGUAGES, fileName, transactionsFile } from "../../../../../../lib/transactions-file"

export const GET = route({
  method: "get",
  path: "accounts/{id}/transactions/csv",
  right: "export",
  summary:
    "All that happened on an account as a file of comma-separated values, with the balance after each transaction; what is shown is chosen as on a page of them.",
  id: accountIdOf,
  query: z.strictObject({
    show: z.enum(["all", "open"]).default("all"),
    rank: rank.optional(),
    order: z.enum(["newest", "oldest"]).default("oldest"),
    language: z.enum(FILE_LANGUAGES).default("en"),
  }),
  answer: {},
  produces: "text/csv; charset=utf-8",
  handler: async ({ scope, id, query: { language, ...filter } }) => {
    const { accounts } = ledgerOf(scope)
    const currency = (await accounts.retrieve(id)).currency_code
    return {
      name: fileName(language, id, currency),
      content: transactionsFile(accounts.allTransactions(id, filter), {
        language,
        currency: currency.toUpperCase(),
      }),
    }
  },
})
