import { Text } from "@medusajs/ui"
import type { HistorySpeech } from "../history/names"
import { Refusal } from "../history/refusal"
import type { TakingBack } from "../history/use-taking-back"
import { Working } from "../history/working"
import type { Deletions } from "./deleted"

interface DeletionNotesProps {
  deletion: TakingBack
  /** Undefined while they are worked out, and when they are refused. */
  deletions: Deletions | undefined
  speech: HistorySpeech
}

/** What to know before the list of what is deleted, read out as it comes. */
export function DeletionNotes({ deletion, deletions, speech }: DeletionNotesProps) {
  const { error, isAct, isMovedOn, retry } = deletion
  const { t } = speech
  const resting = deletions?.withIt.length ?? 0
  return (
    <div className="reconciliation-notes" aria-live="polite">
      {isMovedOn && (
        <Text size="small" data-moved-on="">
          {t("deletion.changed")}
        </Text>
      )}
      {error && <Refusal error={error} right="manage" isAct={isAct} onRetry={retry} />}
      {deletions?.asked.length === 0 && <Text size="small">{t("deletion.nothing")}</Text>}
      {resting > 0 && (
        <Text size="small">
          {t("deletion.rests", { count: resting })} {t("takingBack.remain")}
        </Text>
      )}
      {!deletions && !error && <Working />}
    </div>
  )
}
