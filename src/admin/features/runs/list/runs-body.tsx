import { History } from "@medusajs/icons"
import { useMemo, useRef, type RefObject } from "react"
import { useNavigate } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import { runPath } from "../../../lib/paths"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { ErrorState } from "../../../ui/error-state"
import { Message, Saying } from "../../../ui/message"
import { Footer } from "../../lists/list-footer"
import type { Command } from "../../lists/rows/keys"
import { RowsLoading } from "../../lists/rows/rows-loading"
import { useCursor } from "../../lists/rows/use-cursor"
import { useListKeys } from "../../lists/rows/use-list-keys"
import { useListSpeech } from "../../lists/use-list-speech"
import type { useRuns } from "../use-runs"
import { NarrowRuns } from "./narrow-runs"
import { RunsLoading, RunsTable } from "./runs-table"
import { MoreRows } from "../../../ui/more-rows"

/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 900

const KEYS = [
  { keys: ["J", "K"], does: "move" },
  { keys: ["enter"], does: "open" },
] as const

const idOf = ({ id }: RunView): string => id

interface RunsBodyProps {
  readonly page: RefObject<HTMLElement>
  readonly query: ReturnType<typeof useRuns>
}

/** The runs, with what their keys do. */
export function RunsBody({ page, query }: RunsBodyProps) {
  const { t, locale } = useListSpeech()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const navigate = useNavigate()
  const { data, error, hasNextPage, fetchNextPage, refetch, dataUpdatedAt: now } = query
  const rows = useMemo(() => data?.pages.flatMap(({ runs }) => runs) ?? [], [data])
  const list = useRef<HTMLDivElement>(null)
  const cursor = useCursor(
    useMemo(() => rows.map(idOf), [rows]),
    list,
  )
  useListKeys(page, (command: Command) => {
    if (command === "next") cursor.step(1)
    else if (command === "previous") cursor.step(-1)
    else if (command === "open" && cursor.at !== null) void navigate(runPath(cursor.at))
    else return false
    return true
  })
  if (error && !data) return <ErrorState error={error} unread="runs" onRetry={() => void refetch()} />
  if (!data) return isNarrow ? <RowsLoading isNarrow words="menu.loadingRuns" /> : <RunsLoading />
  if (rows.length === 0) return <NoRuns />
  const shown = { runs: rows, follow: cursor.follow, now }
  const count = rows.length.toLocaleString(locale)
  return (
    <>
      <div ref={list} data-rows="">
        {isNarrow ? <NarrowRuns {...shown} /> : <RunsTable {...shown} at={cursor.at} />}
      </div>
      <MoreRows query={query} text={t("lists.more")} onMore={() => void fetchNextPage()} />
      <Footer
        range={
          hasNextPage ? t("lists.rangeMore", { count }) : t("lists.range", { from: 1, to: count, count })
        }
        keys={isNarrow ? [] : KEYS}
      />
    </>
  )
}

function NoRuns() {
  const { t } = useListSpeech()
  return (
    <div data-empty="runs" className="border-ui-border-base border-t">
      <Message icon={History} title={t("runs.empty")}>
        <Saying quiet>{t("runs.emptyText")}</Saying>
      </Message>
    </div>
  )
}
