import type { HistoryEntry } from "../../../../types/http"
import type { Speech } from "../../../lib/speech"
import { IS_MONEY } from "./names"

/** What the journal calls what set a change off, and the word for it below `history.causes`. */
const WORDS: Readonly<Record<string, string>> = {
  "order.placed": "placed",
  "order.canceled": "cancelled",
  "payment.captured": "captured",
  "payment.capture.created": "captured",
  "payment.refunded": "refunded",
  "payment.refund.created": "refunded",
  "refund of chosen lines": "chosenRefund",
  "order.order-credit-line.created": "creditLine",
  "order-edit.confirmed": "edited",
  "order.return_requested": "returnRequested",
  "order.return_received": "returnReceived",
  "order.claim_created": "claim",
  "order.exchange_created": "exchange",
  "order.order-change.updated": "changed",
  "order.order-transaction.created": "transaction",
  sweep: "sweep",
  workflow: "workflow",
}

/** What says that money moved, and not which way. */
const MONEY_MOVED: ReadonlySet<string> = new Set(["captured", "transaction"])

/**
 * In words; null of what has none: a route, or something that a store's own code named. Several are told by the first,
 * which may be of an earlier one: where only refunds were posted, it was a refund.
 */
export function causeWord(
  cause: string,
  { t }: Pick<Speech, "t">,
  posted: HistoryEntry["posted"] = [],
): string | null {
  const known = cause.split(", ").find((one) => one in WORDS)
  if (known === undefined) return null
  const word = WORDS[known] ?? ""
  const money = posted.filter(({ item }) => item.kind === "refund" || IS_MONEY.has(item.kind))
  const isRefund = money.length > 0 && money.every(({ item }) => item.kind === "refund")
  return t(`history.causes.${isRefund && MONEY_MOVED.has(word) ? "refunded" : word}`)
}

/** Whether a person did it: a key is a program's. */
export const isByPerson = ({ actor }: Pick<HistoryEntry, "actor">): boolean => actor.type === "user"

/** Who did it: a name, or that it happened by itself and because of what. */
export function whoOf(
  {
    actor,
    cause,
    run_id: run,
    posted,
  }: Pick<HistoryEntry, "actor" | "cause" | "run_id"> & Partial<Pick<HistoryEntry, "posted">>,
  { t }: Pick<Speech, "t">,
): string {
  const { type, name } = actor
  if (type === "user") return name ?? t("history.who.gone")
  if (type === "api-key") return name === null ? t("history.who.keyGone") : t("history.who.key", { name })
  const word = run === null ? causeWord(cause, { t }, posted) : t("history.who.run", { id: run })
  return word === null ? t("history.who.automatic") : t("history.who.automaticBy", { cause: word })
}
