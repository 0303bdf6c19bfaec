import type { RunLeftView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import type { Outlook } from "../outlook"

/** What would stay when only that is undone which nothing rests on, and what it takes to undo it. */
export interface Resting {
  readonly left: RunLeftView
  /**
   * with: it is taken back with what rests on it; unknown while that is worked out; gone: nothing of it is there any more; else
   * it stays whatever is chosen.
   */
  readonly possible:
    "with" | "unknown" | "gone" | "written_off" | "instalment" | "order_moved" | "not_by_hand" | "no"
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
    if (left.reason === "order_moved" || left.reason === "not_by_hand") return { left, possible: left.reason }
    if (left.reason !== "rests" && left.reason !== "changed") return { left, possible: "no" }
    if (left.reason === "changed" && left.later && isZero(left.later.amount))
      return { left, possible: "gone" }
    if (!stays) return { left, possible: "unknown" }
    return { left, possible: stays.has(keyOf(left)) ? "no" : "with" }
  })
}

/** What the rows come to. */
export interface Ties {
  /** How many of them stay: of one that is gone, nothing is there that could. */
  readonly stays: number
  /** How many amounts of the run are there still; null where not every row is known. */
  readonly standing: number | null
  /** How many amounts of the run are taken back with what rests on them, and how many changes that is; null likewise. */
  readonly cascade: { readonly amounts: number; readonly later: number } | null
}

/** @param placed amounts of the run. @param kept what an undo comes to that keeps what something rests on */
export function tiesOf(
  placed: number,
  { moves, counts, isWhole }: Outlook,
  resting: readonly Resting[],
): Ties {
  const gone = resting.filter(({ possible }) => possible === "gone")
  const taken = resting.filter(({ possible }) => possible === "with")
  const isKnown = isWhole && resting.length === counts.left && moves.length === counts.placed
  // An amount may be spread over several items, each a row; some of them may be free, or stay.
  const free = new Set(
    moves.map(({ account_id: account, credit, order }) => `${account} ${credit.id} ${order?.id ?? ""}`),
  )
  const amountsOf = (some: readonly Resting[], besides: ReadonlySet<string>): number =>
    new Set(some.map(({ left }) => amountOf(left)).filter((amount) => !besides.has(amount))).size
  const there = new Set([
    ...free,
    ...resting.filter(({ possible }) => possible !== "gone").map(({ left }) => amountOf(left)),
  ])
  const changes = taken.flatMap(({ left: { later } }) => later ?? [])
  const newest = new Set(changes.map(({ change_id: id }) => id)).size
  return {
    stays: counts.left - gone.length,
    standing: isKnown ? placed - amountsOf(gone, there) : null,
    cascade: isKnown
      ? {
          amounts: counts.placed + amountsOf(taken, free),
          // One change may have used several of them.
          later: changes.reduce((sum, later) => sum + later.changes - 1, newest),
        }
      : null,
  }
}

const amountOf = ({ account_id: account, credit_item_id: credit, order }: RunLeftView): string =>
  `${account} ${credit ?? ""} ${order?.id ?? ""}`
