import { Button } from "@medusajs/ui"
import { useMemo, useState } from "react"
import type { HistoryEntry, OrderReconciliation } from "../../../../types/http"
import { useWords } from "../../../lib/use-words"
import { ErrorState } from "../../../ui/error-state"
import { NoRight } from "../../../ui/no-right"
import type { EditedOrder } from "../use-edits"
import { ChangeEntry } from "./change-entry"
import { Filter, isOf, type Whose } from "./filter"
import { Empty, Loading } from "./history-states"
import { withMarks } from "./sentence-text"
import { sayer } from "./sayer"
import { UndoPanel } from "./undo-panel"
import { isSought, useHistory, useReadUntil, type Sought } from "./use-history"
import { useSpeech } from "./use-speech"

export interface HistoryListProps {
  order: OrderReconciliation
  /** What to show first; it is read until it is there. */
  sought: Sought
  /** The change of which it is asked whether to undo it. */
  asking: string | null
  onAsk: (changeId: string | null) => void
  onChanged: (edited: EditedOrder) => void
  /** Whether the reader may change amounts. */
  mayManage: boolean
}

/** What was done to an order, newest first, as far as it was asked for. */
export function HistoryList(props: HistoryListProps) {
  const history = useHistory(props.order.id)
  const { entries, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = history
  const { t } = useWords()
  const [whose, setWhose] = useState<Whose>("all")
  useReadUntil(history, props.sought)
  if (!entries && error)
    return error.status === 403 ? (
      <NoRight right="view" />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    )
  return (
    <div aria-busy={!entries}>
      <div className="px-6 pt-3">
        <Filter entries={entries} whose={whose} onChange={setWhose} />
      </div>
      {entries ? <Entries {...props} entries={entries} whose={whose} /> : <Loading />}
      {hasNextPage && (
        <div className="flex justify-center pb-3">
          <Button
            size="small"
            variant="secondary"
            type="button"
            aria-disabled={isFetchingNextPage}
            onClick={() => !isFetchingNextPage && void fetchNextPage()}
          >
            {t(isFetchingNextPage ? "history.loadingMore" : "history.more")}
          </Button>
        </div>
      )}
      {entries && error && <ErrorState error={error} onRetry={() => void refetch()} />}
    </div>
  )
}

interface EntriesProps extends HistoryListProps {
  entries: readonly HistoryEntry[]
  whose: Whose
}

function Entries({ entries, whose, order, sought, asking, onAsk, onChanged, mayManage }: EntriesProps) {
  const speech = useSpeech(order)
  const [done, setDone] = useState("")
  const { plainly, marked } = useMemo(
    () => ({ plainly: sayer(order, entries, speech), marked: sayer(order, entries, withMarks(speech)) }),
    [order, entries, speech],
  )
  const inferred = useMemo(() => inferredIn(order), [order])
  const shown = entries.filter((entry) => isOf(entry, whose))
  if (shown.length === 0) return <Empty whose={entries.length === 0 ? "all" : whose} />
  const finish = (entry: HistoryEntry) => (edited: EditedOrder) => {
    const key = entry.kind === "undo" && !entry.redo ? "said.redone" : "said.undone"
    setDone(speech.t(key, { what: plainly(entry)[0] ?? "" }))
    onAsk(null)
    onChanged(edited)
  }
  return (
    <>
      <output className="sr-only">{done}</output>
      <ol className="reconciliation-timeline">
        {shown.map((entry) => (
          <ChangeEntry
            key={entry.id}
            entry={entry}
            sentences={marked(entry)}
            undoneBy={entries.find(({ id }) => id === entry.undone_by)}
            isInferred={entry.allocated.some(({ allocation_id: id }) => id !== null && inferred.has(id))}
            isSought={isSought(entry, sought)}
            isAsking={asking === entry.id}
            mayManage={mayManage}
            speech={speech}
            onAsk={() => onAsk(asking === entry.id ? null : entry.id)}
          >
            {asking === entry.id && (
              <UndoPanel
                order={order}
                entry={entry}
                entries={entries}
                sentenceOf={(one) => plainly(one)[0] ?? ""}
                speech={speech}
                onKeep={() => onAsk(null)}
                onDone={finish(entry)}
              />
            )}
          </ChangeEntry>
        ))}
      </ol>
    </>
  )
}

/** Allocations that were made of what the store had before the plugin came. */
const inferredIn = ({ cells }: OrderReconciliation): ReadonlySet<string> =>
  new Set(
    cells
      .flatMap(({ explanations }) => explanations)
      .flatMap(({ origin, allocation_id: id }) => (origin === "backfill" && id !== null ? [id] : [])),
  )
