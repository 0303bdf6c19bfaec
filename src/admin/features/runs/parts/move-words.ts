import type { RunLaterView, RunLeftView, RunMoveView } from "../../../../types/http"
import { methodLabel } from "../../../lib/labels"
import { isZero } from "../../../lib/money"
import type { Words } from "../../../lib/use-words"
import type { ListSpeech } from "../../lists/list-speech"
import { whoOf } from "../../order/history/causes"
import { counted, whenOf } from "../run-words"

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

/** Why a run left it; where something was done since, that, then by whom, when, and how often. */
export function whyLeft(left: RunLeftView, words: ListSpeech): readonly [why: string, by?: string] {
  const { t, locale } = words
  const { reason, equal_orders: orders, later } = left
  if (later === null) return [t(`runs.left.reasons.${reason}`, { n: orders.toLocaleString(locale) })]
  const { changes, recorded_at: at } = later
  const done = t(`runs.left.later.${doneTo(left, later)}`, {
    amount: words.amountOf(left)(later.amount),
    id: later.on.display_id ?? "",
  })
  const more = changes > 1 ? [counted(words, "runs.left.later.more", { count: changes - 1 })] : []
  return [done, [whoOf(later, words), whenOf(at, words), ...more].join(" · ")]
}

function doneTo({ reason }: RunLeftView, { amount, on }: RunLaterView): string {
  if (reason === "written_off") return "writtenOff"
  if (reason === "changed") return isZero(amount) ? "gone" : "changed"
  if (on.kind === "refund") return "refunded"
  return on.display_id === null ? "used" : "usedOn"
}
