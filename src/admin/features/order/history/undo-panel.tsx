import { Button, Text } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import type { HistoryEntry, OrderReconciliation } from "../../../../types/http"
import type { EditedOrder } from "../use-edits"
import type { HistorySpeech } from "./names"
import { restingOn } from "./outcome"
import { ReasonField } from "./reason-field"
import { Refusal } from "./refusal"
import { Outcome, Resting } from "./undo-parts"
import { Working } from "./working"
import { useUndo } from "./use-taking-back"

interface UndoPanelProps {
  order: OrderReconciliation
  entry: HistoryEntry
  /** The history as far as it is shown, for what rests on the change. */
  entries: readonly HistoryEntry[]
  /** What a change did, in one line. */
  sentenceOf: (entry: HistoryEntry) => string
  speech: HistorySpeech
  onKeep: () => void
  onDone: (edited: EditedOrder) => void
}

/** Asks before a change is undone or made again: what rests on it, what it comes to, and what stays. */
export function UndoPanel({ order, entry, entries, sentenceOf, speech, onKeep, onDone }: UndoPanelProps) {
  const { t } = speech
  const act = entry.kind === "undo" && !entry.redo ? "redo" : "undo"
  const undo = useUndo(order, entry.id, onDone)
  const { preview, error, isMovedOn, isSending } = undo
  const [reason, setReason] = useState("")
  const panel = useRef<HTMLElement>(null)
  const resting = preview ? restingOn(preview.dependants, entries) : []
  const count = resting.length
  const title = t(count > 0 ? `takingBack.${act}.rests` : `takingBack.${act}.ask`, { count })

  // Where the question stands, so that it is read out and Tab goes on from it.
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  const isAnswered = preview !== undefined || error !== null
  useEffect(() => {
    if (isAnswered) panel.current?.scrollIntoView({ block: "nearest" })
  }, [isAnswered])

  const label = count === 0 ? "one" : count === 1 ? "both" : "all"
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={title}
      aria-busy={!isAnswered}
      className="reconciliation-ask shadow-borders-base bg-ui-bg-base outline-none"
      data-ask={act}
    >
      <div className="flex flex-col gap-y-1 px-3 py-2" aria-live="polite">
        <Text size="small" leading="compact" weight="plus">
          {title}
        </Text>
        {isMovedOn && (
          <Text size="small" data-moved-on="">
            {t(`takingBack.${act}.changed`)}
          </Text>
        )}
        {count > 0 && <Resting act={act} resting={resting} sentenceOf={sentenceOf} speech={speech} />}
        {error && <Refusal error={error} right="manage" isAct={undo.isAct} onRetry={undo.retry} />}
        {!isAnswered && <Working />}
      </div>
      {preview && <Outcome preview={preview} speech={speech} />}
      {preview && (
        <div className="border-ui-border-base border-t px-3 py-2">
          <ReasonField value={reason} onChange={setReason} />
        </div>
      )}
      <div className="border-ui-border-base flex flex-wrap items-center gap-2 border-t px-3 py-2">
        {!error && (
          <Button
            size="small"
            variant="danger"
            type="button"
            aria-disabled={!preview || isSending}
            aria-busy={isSending}
            onClick={() => undo.send(reason)}
          >
            {t(`takingBack.${act}.${label}`, { count: count + 1 })}
          </Button>
        )}
        <Button size="small" variant="secondary" type="button" onClick={onKeep}>
          {t("takingBack.keep")}
        </Button>
        <Text size="xsmall" className="text-ui-fg-subtle ml-auto">
          {t("takingBack.adds")}
        </Text>
      </div>
    </section>
  )
}
