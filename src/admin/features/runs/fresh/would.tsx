import { CheckCircle, ExclamationCircle } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import type { RequestError } from "../../../lib/client"
import { Message, Saying } from "../../../ui/message"
import { Refusal } from "../../order/history/refusal"
import { Working } from "../../order/history/working"
import { useListSpeech } from "../../lists/use-list-speech"
import { OutlookFigures } from "../parts/outlook-figures"
import { OutlookRows } from "../parts/outlook-rows"
import type { Outlook } from "../outlook"
import { counted } from "../run-words"
import type { RunOutlook } from "../use-run-preview"

interface WouldProps {
  readonly preview: RunOutlook
  /** Whether it is of what stands on the left. */
  readonly isCurrent: boolean
  /** Whether what stands on the left can be worked out. */
  readonly isAsked: boolean
  readonly isExact: boolean
  /** Why the run was not started. */
  readonly refused: RequestError | null
  readonly onRetry: () => void
  readonly onExact: () => void
}

/** What the run would change, as soon as it is known: figures, money by currency, the rows, and what is left. */
export function Would({ preview, isCurrent, isAsked, isExact, refused, onRetry, onExact }: WouldProps) {
  const { t } = useListSpeech()
  const { outlook, error, isWorking, again } = preview
  const isBusy = isAsked && (isWorking || !isCurrent)
  const fault = refused ?? (isCurrent ? error : null)
  const isShown = isAsked && outlook !== undefined && !(isCurrent && error)
  return (
    <section className="reconciliation-run-would" aria-label={t("runs.fresh.would")} aria-busy={isBusy}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 px-6 pt-4">
        <Heading level="h3">{t("runs.fresh.would")}</Heading>
        {isCurrent && <Computed preview={preview} />}
      </div>
      {fault && (
        <div className="px-6 py-4">
          <Refusal
            error={fault}
            right={refused ? "run" : "view"}
            isAct={refused !== null}
            onRetry={refused ? onRetry : again}
          />
        </div>
      )}
      {!isAsked && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("runs.fresh.invalid")}
        </Text>
      )}
      {isAsked && !outlook && !fault && (
        <div className="px-6 py-4" data-loading="">
          <Working />
        </div>
      )}
      {isShown && (
        <div
          data-old={isCurrent ? undefined : ""}
          data-would={isCurrent && outlook.isWhole ? outlook.counts.placed : ""}
        >
          <OutlookFigures outlook={outlook} />
          <PairsFirst broken={outlook.pairsBroken} onExact={onExact} />
          <WouldRows outlook={outlook} isExact={isExact} />
          <GoOn preview={preview} />
        </div>
      )}
    </section>
  )
}

/** When it was worked out, or how far that is. */
function Computed({ preview: { outlook, at, isWorking } }: { readonly preview: RunOutlook }) {
  const { t, locale } = useListSpeech()
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" })
  const said =
    outlook &&
    (isWorking && !outlook.isWhole
      ? t("runs.fresh.soFar", { n: lookedAt(outlook).toLocaleString(locale) })
      : t("runs.fresh.computed", { time: time.format(at) }))
  return (
    <Text size="xsmall" className="text-ui-fg-subtle" aria-live="polite">
      {said}
    </Text>
  )
}

const lookedAt = ({ counts: { done, failed } }: Outlook): number => done + failed

/** What the rule would break, and the way to place that first. */
function PairsFirst({ broken, onExact }: { readonly broken: number; readonly onExact: () => void }) {
  const words = useListSpeech()
  if (broken === 0) return null
  return (
    <div className="reconciliation-run-pairs" data-pairs={broken}>
      <ExclamationCircle aria-hidden className="text-ui-tag-orange-icon shrink-0" />
      <Text size="small" className="min-w-0 flex-1">
        {counted(words, "runs.fresh.pairs", { count: broken })}
      </Text>
      <Button size="small" variant="secondary" type="button" data-exact-first="" onClick={onExact}>
        {words.t("runs.fresh.pairsFirst")}
      </Button>
    </div>
  )
}

function WouldRows({ outlook, isExact }: { readonly outlook: Outlook; readonly isExact: boolean }) {
  const { t } = useListSpeech()
  const { counts, isWhole } = outlook
  if (counts.placed > 0 || counts.left > 0 || !isWhole)
    return (
      <OutlookRows
        outlook={outlook}
        empty={t(isExact ? "runs.fresh.nothingExact" : "runs.fresh.nothingText")}
      />
    )
  return (
    <div data-empty="would" className="border-ui-border-base border-t">
      <Message icon={CheckCircle} tone="done" title={t("runs.fresh.nothing")}>
        <Saying quiet>{t("runs.fresh.nothingText")}</Saying>
      </Message>
    </div>
  )
}

/** Where there are too many accounts to look at all of them unasked. */
function GoOn({ preview: { outlook, goOn } }: { readonly preview: RunOutlook }) {
  const { t, locale } = useListSpeech()
  if (!goOn || !outlook) return null
  return (
    <div className="border-ui-border-base flex flex-wrap items-center justify-between gap-2 border-t px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("runs.fresh.cut", { n: lookedAt(outlook).toLocaleString(locale) })}
      </Text>
      <Button size="small" variant="secondary" type="button" onClick={goOn}>
        {t("runs.fresh.further")}
      </Button>
    </div>
  )
}
