import { Button } from "@medusajs/ui"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { DialogFoot } from "../../../ui/act-dialog"
import { useListSpeech } from "../../lists/use-list-speech"
import type { Outlook } from "../outlook"
import { counted } from "../run-words"

/** From here on fields and result stand side by side, as the stylesheet has it. */
const BESIDE_FROM_PX = 820

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
  const { t, locale } = words
  const isBelow = useIsNarrow(BESIDE_FROM_PX)
  const allowed = useMay("run")
  const placed = outlook?.counts.placed ?? 0
  const isReady = outlook !== undefined && (placed > 0 || !outlook.isWhole)
  const word = !outlook?.isWhole
    ? t("runs.fresh.actMore")
    : placed > 0
      ? counted(words, "runs.fresh.act", { count: placed })
      : t("runs.fresh.actNone")
  // Where the result stands below the fields, a line of it is seen without going down.
  const result = outlook && [
    `${placed.toLocaleString(locale)} ${counted(words, "runs.fresh.placed", { count: placed })}`,
    `${outlook.counts.left.toLocaleString(locale)} ${t("runs.fresh.left")}`,
  ]
  return (
    <DialogFoot note={isBelow && result ? result.join(" · ") : t("runs.fresh.note")}>
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
