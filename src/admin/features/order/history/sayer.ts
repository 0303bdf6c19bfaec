import type { HistoryEntry, OrderReconciliation } from "../../../../types/http"
import type { HistorySpeech } from "./names"
import { sentencesOf } from "./sentence"

/** Says what each change of an order did, main clause first; of an undo, by what it undid where that is loaded. */
export function sayer(
  { items }: Pick<OrderReconciliation, "items">,
  entries: readonly HistoryEntry[],
  speech: HistorySpeech,
): (entry: HistoryEntry) => string[] {
  const wholes = new Map(items.map(({ id, amount }) => [id, amount]))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const originalOf = ({ undoes }: HistoryEntry): HistoryEntry | undefined => {
    const undone = undoes === null ? undefined : byId.get(undoes)
    return undone && undone.undoes !== null ? originalOf(undone) : undone
  }
  return (entry) => sentencesOf(entry, { speech, wholes, original: originalOf(entry) })
}
