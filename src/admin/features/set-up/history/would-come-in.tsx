import { ArrowDownTray, CheckCircle } from "@medusajs/icons"
import { Button, clx, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { saveFile } from "../../../lib/save-file"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { useToday } from "../../../lib/use-today"
import { Message, Saying } from "../../../ui/message"
import { useListSpeech } from "../../lists/use-list-speech"
import type { Outlook } from "../../runs/outlook"
import { LeftOrders } from "../../runs/parts/left-orders"
import { outlookCsv } from "../../runs/parts/outlook-csv"
import { counted } from "../../runs/run-words"
import type { RunOutlook } from "../../runs/use-run-preview"
import { Sample } from "./sample"

const SHOWN = 5
const NARROW_BELOW_PX = 700

interface WouldComeInProps {
  readonly preview: RunOutlook
  readonly outlook: Outlook
}

/** How the orders would stand, a sample of what would be inferred, and those that need a person. */
export function WouldComeIn({ preview, outlook }: WouldComeInProps) {
  const speech = useListSpeech()
  const { t, locale } = speech
  const [isLeft, setLeft] = useState(false)
  const { counts, leftOrders, isWhole } = outlook
  const read = counts.done + counts.failed
  if (read === 0 && isWhole)
    return (
      <section className="reconciliation-set-up-card" data-empty="history">
        <Message icon={CheckCircle} tone="done" title={t("setUp.history.empty")}>
          <Saying quiet>{t("setUp.history.emptyText")}</Saying>
        </Message>
      </section>
    )
  return (
    <section
      className="reconciliation-set-up-card"
      aria-label={t("setUp.history.would")}
      aria-busy={preview.isWorking}
      data-would={preview.isWorking ? "" : read}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 px-6 py-3">
        <Heading level="h2">{t("setUp.history.would")}</Heading>
        <Text size="small" className="text-ui-fg-subtle tabular-nums" aria-live="polite">
          {t("setUp.history.read", { n: read.toLocaleString(locale) })}
        </Text>
      </div>
      <Figures outlook={outlook} />
      {isLeft ? <LeftOrders orders={leftOrders} /> : <Rows outlook={outlook} />}
      <Contradicting outlook={outlook} />
      <Foot preview={preview} outlook={outlook} isLeft={isLeft} onLeft={() => setLeft(!isLeft)} />
    </section>
  )
}

function Figures({ outlook: { counts, orders, leftOrders } }: { readonly outlook: Outlook }) {
  const { t, locale } = useListSpeech()
  const need = leftOrders.length + (orders?.contradicting ?? 0)
  const figures = [
    ["full", orders?.full ?? 0, "text-ui-tag-green-text"],
    ["partial", orders?.partial ?? 0, null],
    ["none", orders?.none ?? 0, null],
    ["needYou", need, "text-ui-tag-red-text"],
    ["amounts", counts.placed, null],
  ] as const
  return (
    <dl className="reconciliation-set-up-figures">
      {figures.map(([key, value, tone]) => (
        <div key={key} data-figure-of={key} data-value={value} className="flex flex-col">
          <dd className={clx("reconciliation-figure", value > 0 && tone !== null ? tone : "text-ui-fg-base")}>
            {value.toLocaleString(locale)}
          </dd>
          <dt className="txt-compact-xsmall text-ui-fg-subtle">{t(`setUp.history.${key}`)}</dt>
        </div>
      ))}
    </dl>
  )
}

function Rows({ outlook: { moves } }: { readonly outlook: Outlook }) {
  const isNarrow = useIsNarrow(NARROW_BELOW_PX)
  if (moves.length === 0) return null
  return <Sample moves={moves.slice(0, SHOWN)} isNarrow={isNarrow} />
}

function Contradicting({ outlook: { orders } }: { readonly outlook: Outlook }) {
  const speech = useListSpeech()
  if (!orders || orders.contradicting === 0) return null
  return (
    <Text size="small" className="text-ui-tag-orange-text border-ui-border-base border-t px-6 py-2.5">
      {counted(speech, "setUp.history.contradict", { count: orders.contradicting })}
    </Text>
  )
}

interface FootProps extends WouldComeInProps {
  readonly isLeft: boolean
  readonly onLeft: () => void
}

function Foot({ preview: { goOn }, outlook, isLeft, onLeft }: FootProps) {
  const speech = useListSpeech()
  const { t, locale } = speech
  const today = useToday()
  const { counts, moves, leftOrders } = outlook
  const save = () =>
    saveFile(
      new Blob([outlookCsv(outlook, speech)], { type: "text/csv;charset=utf-8" }),
      `${t("runs.moves.file")}-${today}.csv`,
    )
  const shown = Math.min(SHOWN, moves.length)
  return (
    <div className="border-ui-border-base flex flex-wrap items-center justify-between gap-2 border-t px-6 py-2.5">
      <Text size="small" className="text-ui-fg-subtle tabular-nums">
        {t("setUp.history.shown", {
          shown: shown.toLocaleString(locale),
          total: counts.placed.toLocaleString(locale),
        })}
        {leftOrders.length > 0 && (
          <>
            {" · "}
            <button
              type="button"
              aria-pressed={isLeft}
              className="reconciliation-link focus-visible:shadow-borders-focus rounded outline-none"
              data-need-you={leftOrders.length}
              onClick={onLeft}
            >
              {counted(speech, "setUp.history.those", { count: leftOrders.length })}
            </button>
          </>
        )}
      </Text>
      <span className="flex gap-2">
        {goOn && (
          <Button size="small" variant="secondary" type="button" onClick={goOn}>
            {t("setUp.history.goOn")}
          </Button>
        )}
        <Button size="small" variant="transparent" type="button" data-download="" onClick={save}>
          <ArrowDownTray aria-hidden />
          {t(moves.length === counts.placed ? "setUp.history.csv" : "setUp.history.csvSome")}
        </Button>
      </span>
    </div>
  )
}
