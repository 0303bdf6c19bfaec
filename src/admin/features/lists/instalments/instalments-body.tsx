import { useEffect, useMemo, useRef, type RefObject } from "react"
import { useNavigate } from "react-router-dom"
import type { InstalmentTotalsView, ListedInstalmentView } from "../../../../types/http"
import { reconciliationPath } from "../../../lib/paths"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { useMay } from "../../../lib/use-may"
import { ErrorState } from "../../../ui/error-state"
import { Footer } from "../list-footer"
import type { Command } from "../rows/keys"
import { RowsLoading } from "../rows/rows-loading"
import { useCursor } from "../rows/use-cursor"
import { useListKeys } from "../rows/use-list-keys"
import { useSelection } from "../rows/use-selection"
import type { Seeking } from "../sought/use-sought"
import { useListSpeech } from "../use-list-speech"
import { ChosenBar } from "./chosen-bar"
import { InstalmentTable } from "./instalment-table"
import { InstalmentsEmpty } from "./instalments-empty"
import { NarrowInstalments } from "./narrow-instalments"
import type { Sought } from "./sought"
import type { useInstalments } from "./use-instalments"
import { MoreRows } from "../../../ui/more-rows"

/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 900

const KEYS = [
  { keys: ["J", "K"], does: "move" },
  { keys: ["X"], does: "select" },
  { keys: ["enter"], does: "open" },
  { keys: ["/"], does: "search" },
] as const

const idOf = ({ id }: ListedInstalmentView): string => id

interface InstalmentsBodyProps extends Seeking<Sought> {
  readonly page: RefObject<HTMLElement>
  readonly query: ReturnType<typeof useInstalments>
  readonly totals: InstalmentTotalsView | undefined
  readonly onSave: (rows: readonly ListedInstalmentView[]) => void
}

/** The rows, with what their keys do. */
export function InstalmentsBody({ page, query, totals, sought, seek, onSave }: InstalmentsBodyProps) {
  const { t, locale } = useListSpeech()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query
  const read = data?.pages.length ?? 0
  useEffect(() => {
    if (read > 0 && read < sought.pages && hasNextPage && !isFetching) void fetchNextPage()
  }, [read, sought.pages, hasNextPage, isFetching, fetchNextPage])
  const rows = useMemo(() => data?.pages.flatMap(({ instalments }) => instalments) ?? [], [data])
  const list = useRef<HTMLDivElement>(null)
  const cursor = useCursor(
    useMemo(() => rows.map(idOf), [rows]),
    list,
  )
  const selection = useSelection(rows, idOf)
  const run = useCommands({ rows, page, cursor, selection, onSave })
  useListKeys(page, run)
  if (error && !data) return <ErrorState error={error} unread="instalments" onRetry={() => void refetch()} />
  if (!data && isNarrow) return <RowsLoading isNarrow words="menu.loadingInstalments" />
  if (!data)
    return (
      <>
        <output className="sr-only">{t("menu.loadingInstalments")}</output>
        <InstalmentTable rows={rows} at={null} follow={cursor.follow} selection={selection} />
      </>
    )
  if (rows.length === 0) return <InstalmentsEmpty sought={sought} seek={seek} />
  const count = (hasNextPage ? totals?.[sought.view] : undefined) ?? rows.length
  const said = { from: 1, to: rows.length.toLocaleString(locale), count: count.toLocaleString(locale) }
  return (
    <>
      <div ref={list} aria-busy={query.isPlaceholderData} data-rows="">
        {isNarrow ? (
          <NarrowInstalments rows={rows} follow={cursor.follow} />
        ) : (
          <InstalmentTable rows={rows} at={cursor.at} follow={cursor.follow} selection={selection} />
        )}
      </div>
      <MoreRows query={query} read={read} text={t("lists.more")} onMore={() => seek({ pages: read + 1 })} />
      <Footer range={t("lists.range", said)} keys={isNarrow ? [] : KEYS} />
      {selection.rows.length > 0 && <ChosenBar selection={selection} onSave={onSave} />}
    </>
  )
}

interface Commanded {
  readonly rows: readonly ListedInstalmentView[]
  readonly page: RefObject<HTMLElement>
  readonly cursor: ReturnType<typeof useCursor>
  readonly selection: ReturnType<typeof useSelection<ListedInstalmentView>>
  readonly onSave: InstalmentsBodyProps["onSave"]
}

/** What the keys of the list do; false where there is nothing to do, and the key stays what it was. */
function useCommands({ rows, page, cursor, selection, onSave }: Commanded): (command: Command) => boolean {
  const navigate = useNavigate()
  const mayExport = useMay("export")
  const one = rows.find(({ id }) => id === cursor.at)
  const withChosen = (command: "clear" | "download"): boolean => {
    const isChosen = selection.rows.length > 0
    if (!isChosen || (command === "download" && !mayExport)) return false
    if (command === "clear") selection.clear()
    else onSave(selection.rows)
    return true
  }
  const withRow = (command: Command, { id, order_id: orderId }: ListedInstalmentView): boolean => {
    if (command === "next") cursor.step(1)
    else if (command === "previous") cursor.step(-1)
    else if (command === "select") selection.toggle(id)
    else if (command === "range") selection.extend(id)
    else if (command === "open") void navigate(reconciliationPath(orderId))
    else return false
    return true
  }
  return (command) => {
    if (command === "search") return focusOn(page.current?.querySelector("[data-search]"))
    if (command === "clear" || command === "download") return withChosen(command)
    return one !== undefined && withRow(command, one)
  }
}

function focusOn(field: HTMLInputElement | null | undefined): boolean {
  field?.focus()
  field?.select()
  return Boolean(field)
}
