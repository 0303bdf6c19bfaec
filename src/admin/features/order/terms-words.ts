import type { DueBody, OrderReconciliation } from "../../../types/http"
import type { Words } from "../../lib/use-words"

/** An order's terms of payment, and when the first of what it has open falls due; null where it has none. */
export function termsSaid(
  { terms, rows }: Pick<OrderReconciliation, "terms" | "rows">,
  { t, day }: Pick<Words, "t" | "day">,
): string | null {
  if (!terms) return null
  const said = dueSaid(terms.due, t)
  const due = rows.flatMap((row) => row.due ?? [])
  const [first] = due.flatMap(({ on }) => on ?? []).toSorted()
  if (first !== undefined) return t("terms.said.due", { terms: said, date: day(first) })
  return due.length > 0 ? t("terms.said.waits", { terms: said }) : said
}

/** When terms make something fall due, whatever the order. */
export function dueSaid(due: DueBody, t: Words["t"]): string {
  if ("days" in due)
    return due.days === 0 ? t("terms.said.atOnce") : t("terms.said.days", { count: due.days })
  if ("on_delivery" in due) {
    const count = due.on_delivery
    return count === 0 ? t("terms.said.onDelivery") : t("terms.said.afterDelivery", { count })
  }
  const { end_of_month: count, on } = due
  if (count === 0)
    return on === undefined ? t("terms.said.endOfMonth") : t("terms.said.endOfMonthOn", { day: on })
  const end = on === undefined ? t("terms.said.toEnd") : t("terms.said.toDay", { day: on })
  return t("terms.said.daysToEnd", { count, end })
}
