import type { MedusaContainer } from "@medusajs/framework/types"
import type { PostedOpeningBalancesView } from "../../types/http"
import { namedRows } from "./account-answer"
import type { Declaration } from "./route"

/** What posting opening balances answers, or would. */
export const OPENINGS: Declaration["answer"] = {
  posted: { type: "integer" },
  refused: { type: "integer" },
  sums: { type: "array", items: { $ref: "#/components/schemas/OpeningBalanceSumView" } },
  rows: { type: "array", items: { $ref: "#/components/schemas/OpeningBalanceRowView" } },
}

/** The same with the names of those customers that the sweep has not named yet. */
export async function openingRowsNamed(
  scope: MedusaContainer,
  answer: PostedOpeningBalancesView,
): Promise<PostedOpeningBalancesView> {
  const views = answer.rows.flatMap(({ opening_balance: view }) => view ?? [])
  const named = new Map((await namedRows(scope, views)).map((view) => [view.id, view]))
  return {
    ...answer,
    rows: answer.rows.map((row) => ({
      ...row,
      opening_balance: row.opening_balance && (named.get(row.opening_balance.id) ?? row.opening_balance),
    })),
  }
}
