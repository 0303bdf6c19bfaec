import type { RunLeftView, RunMoveView } from "../../../../types/http"
import { methodLabel } from "../../../lib/labels"
import type { Words } from "../../../lib/use-words"
import { counted } from "../run-words"

const CREDITS: ReadonlySet<string> = new Set(["adjustment", "credit_line", "cancellation", "rounding"])

/** What people call the money or credit: "Transfer, Nov 18", "Credit of #9". */
export function fromOf(
  { credit: { kind, method, display_id: of, occurred_on: on } }: Pick<RunMoveView, "credit">,
  { t, has, dayInSentence }: Pick<Words, "t" | "has" | "dayInSentence">,
): string {
  if (CREDITS.has(kind) && of !== null) return t("account.tx.creditOf", { id: of })
  const known = `kinds.${kind}`
  const byKind = has(known) ? t(known) : kind
  const means =
    method === null || method === "manual" || kind === "stored_value" ? byKind : methodLabel(method, t)
  const what = of === null ? means : t("runs.moves.of", { what: means, id: of })
  return `${what}, ${dayInSentence(on)}`
}

/** Where it goes: "#31, 3 items". */
export function toOf({ order, items }: Pick<RunMoveView, "order" | "items">, words: Words): string {
  return order === null
    ? words.t("runs.moves.noOrder")
    : counted(words, "runs.moves.order", { count: items, id: order.display_id })
}

/** Why a run left it. */
export function whyLeft({ reason, equal_orders: orders }: RunLeftView, { t, locale }: Words): string {
  return t(`runs.left.reasons.${reason}`, { n: orders.toLocaleString(locale) })
}
