import { least } from "../../../../modules/reconciliation/domain/money"
import { writeAmount, type AmountText } from "../../../lib/amount-text"
import { typedUnits } from "../typed"
import { newInstalment, type DraftInstalment, type OpenRow } from "./draft"
import { dayAfter } from "./split"

interface Place {
  readonly rows: readonly OpenRow[]
  readonly as: AmountText
  /** YYYY-MM-DD. */
  readonly today: string
}

/** One more instalment, a month after the last: it brings what the others leave of each item, and is kept for these. */
export function nextInstalment(
  draft: readonly DraftInstalment[],
  { rows, as, today }: Place,
): DraftInstalment {
  const left = leftBy(draft, rows, as)
  const amount = left.reduce((sum, row) => sum + row.open, 0n)
  const last =
    draft
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1) ?? ""
  return newInstalment({
    dueOn: last === "" ? today : dayAfter(last, "month", 1),
    ...(amount > 0n && { amount: writeAmount(amount, as), rows: left.map(({ key }) => key) }),
  })
}

/**
 * What each row has open beside what the instalments take: those that are kept for rows from these first, then the others from
 * what is left, as the ledger keeps it.
 */
function leftBy(draft: readonly DraftInstalment[], rows: readonly OpenRow[], as: AmountText): OpenRow[] {
  const open = new Map(rows.map((row) => [row.key, row.open]))
  const inTurn = [...draft.filter(isKept), ...draft.filter((one) => !isKept(one))]
  for (const { amount, rows: chosen } of inTurn) {
    const typed = typedUnits(amount, as, null)
    let brings = typed.kind === "amount" ? typed.units : 0n
    for (const { key } of rows) {
      if (chosen.length > 0 && !chosen.includes(key)) continue
      const takes = least(brings, open.get(key) ?? 0n)
      open.set(key, (open.get(key) ?? 0n) - takes)
      brings -= takes
    }
  }
  return rows.flatMap((row) => {
    const left = open.get(row.key) ?? 0n
    return left > 0n ? [{ ...row, open: left }] : []
  })
}

const isKept = ({ rows }: DraftInstalment): boolean => rows.length > 0
