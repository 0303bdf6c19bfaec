import { ArrowDownTray } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { saveFile } from "../../../lib/save-file"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { useToday } from "../../../lib/use-today"
import { Segments } from "../../../ui/segments"
import { useListSpeech } from "../../lists/use-list-speech"
import type { Outlook } from "../outlook"
import { Left } from "./left-table"
import { Moves } from "./moves-table"
import { outlookCsv } from "./outlook-csv"

/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 1000

interface OutlookRowsProps {
  readonly outlook: Outlook
  /** Said where nothing would be placed. */
  readonly empty: string
}

/** A sample of what would be placed, or of what would be left, and all that is known of it as a file. */
export function OutlookRows({ outlook, empty }: OutlookRowsProps) {
  const speech = useListSpeech()
  const { t, locale } = speech
  const today = useToday()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const [shows, setShows] = useState<"moves" | "left">("moves")
  const { counts, moves, left } = outlook
  const isLeft = shows === "left" && counts.left > 0
  const figure = (count: number): string => count.toLocaleString(locale)
  const [listed, total] = isLeft ? [left.length, counts.left] : [moves.length, counts.placed]
  const save = () =>
    saveFile(
      new Blob([outlookCsv(outlook, speech)], { type: "text/csv;charset=utf-8" }),
      `${t("runs.moves.file")}-${today}.csv`,
    )
  return (
    <>
      {counts.left > 0 && (
        <div className="px-6 pb-3">
          <Segments
            label={t("runs.moves.show")}
            value={shows}
            onChange={setShows}
            options={[
              { value: "moves", text: t("runs.moves.all", { n: figure(counts.placed) }) },
              { value: "left", text: t("runs.moves.left", { n: figure(counts.left) }) },
            ]}
          />
        </div>
      )}
      {isLeft ? (
        <Left left={left} isNarrow={isNarrow} />
      ) : moves.length > 0 ? (
        <Moves moves={moves} isDone={false} isNarrow={isNarrow} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3">
          {empty}
        </Text>
      )}
      {listed > 0 && (
        <div className="border-ui-border-base flex flex-wrap items-center justify-between gap-2 border-t px-6 py-2.5">
          <Text size="small" className="text-ui-fg-subtle tabular-nums">
            {t("runs.moves.shown", { shown: figure(listed), total: figure(total) })}
          </Text>
          <Button size="small" variant="transparent" type="button" data-download="" onClick={save}>
            <ArrowDownTray aria-hidden />
            {t(
              moves.length === counts.placed && left.length === counts.left
                ? "runs.moves.csv"
                : "runs.moves.csvSome",
              { n: figure(moves.length + left.length) },
            )}
          </Button>
        </div>
      )}
    </>
  )
}
