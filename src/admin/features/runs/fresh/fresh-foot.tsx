import { Button } from "@medusajs/ui"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { DialogFoot } from "../../account/acts/act-dialog"
import { useListSpeech } from "../../lists/use-list-speech"
import type { Outlook } from "../outlook"
import { counted } from "../run-words"

interface FreshFootProps {
  /** Undefined while what would be done is not known. */
  readonly outlook: Outlook | undefined
  readonly isSending: boolean
  readonly onStart: () => void
  readonly onClose: () => void
}

/** The button says how many amounts it places; where not all accounts were looked at, only that it starts. */
export function FreshFoot({ outlook, isSending, onStart, onClose }: FreshFootProps) {
  const words = useListSpeech()
  const { t } = words
  const allowed = useMay("run")
  const placed = outlook?.counts.placed ?? 0
  const isReady = outlook !== undefined && (placed > 0 || !outlook.isWhole)
  const word = !outlook?.isWhole
    ? t("runs.fresh.actMore")
    : placed > 0
      ? counted(words, "runs.fresh.act", { count: placed })
      : t("runs.fresh.actNone")
  return (
    <DialogFoot note={t("runs.fresh.note")}>
      <Button size="small" variant="secondary" type="button" onClick={onClose}>
        {t("runs.fresh.cancel")}
      </Button>
      <GuardedButton
        data-enter=""
        data-start-run=""
        right="run"
        allowed={allowed}
        variant={allowed ? "primary" : "secondary"}
        aria-disabled={!isReady || isSending}
        aria-busy={isSending}
        onClick={() => isReady && !isSending && onStart()}
      >
        {word}
      </GuardedButton>
    </DialogFoot>
  )
}
