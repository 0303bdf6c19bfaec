import type { RunLeftView } from "../../../../types/http"
import { isZero } from "../../../lib/money"

/** What would stay when only that is undone which nothing rests on, and what it takes to undo it. */
export interface Resting {
  readonly left: RunLeftView
  /**
   * with: it is taken back with what rests on it; unknown while that is worked out; gone: nothing of it is there any more; else
   * it stays whatever is chosen.
   */
  readonly possible: "with" | "unknown" | "gone" | "written_off" | "instalment" | "no"
}

const keyOf = ({
  account_id: account,
  credit_item_id: credit,
  debit_item_id: debit,
  reason,
}: RunLeftView): string => `${account} ${credit ?? ""} ${debit ?? ""} ${reason}`

/**
 * @param kept what an undo leaves that keeps what something rests on
 * @param cascading what one leaves that takes that back too; undefined while it is not known
 */
export function restingOf(
  kept: readonly RunLeftView[],
  cascading: readonly RunLeftView[] | undefined,
): Resting[] {
  const stays = cascading && new Set(cascading.map(keyOf))
  return kept.map((left) => {
    if (left.reason === "written_off") return { left, possible: "written_off" }
    if (left.reason === "instalment_bound") return { left, possible: "instalment" }
    if (left.reason !== "rests" && left.reason !== "changed") return { left, possible: "no" }
    if (left.reason === "changed" && left.later && isZero(left.later.amount))
      return { left, possible: "gone" }
    if (!stays) return { left, possible: "unknown" }
    return { left, possible: stays.has(keyOf(left)) ? "no" : "with" }
  })
}
