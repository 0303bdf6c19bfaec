import { useCallback, useEffect, useMemo, useRef, type RefObject } from "react"
import { useNavigate } from "react-router-dom"
import type { ListedTransactionView, UnreconciledTotalsView } from "../../../types/http"
import { useIsNarrow } from "../../lib/use-is-narrow"
import { useMay } from "../../lib/use-may"
import { ErrorState } from "../../ui/error-state"
import { useMore } from "../../ui/use-more"
import { placeOf } from "./acts/next-step"
import { canApply } from "./acts/row-act"
import { useBegin } from "./acts/row-acts"
import { useDownload } from "./download/use-download"
import { ListEmpty } from "./list-empty"
import { ListFooter } from "./list-footer"
import { useListView } from "./list-context"
import { useMark } from "./notes/use-mark"
import { accountsOf } from "./rows/chosen"
import type { Command } from "./rows/keys"
import { ListTable } from "./rows/list-table"
import { NarrowList } from "./rows/narrow-list"
import { RowsLoading } from "./rows/rows-loading"
import { SelectionBar, type Selection } from "./rows/selection-bar"
import { useCursor } from "./rows/use-cursor"
import { useListKeys } from "./rows/use-list-keys"
import { useSelection } from "./rows/use-selection"
import { useWhyPanel } from "./rows/why-panel"
import type { useList } from "./use-list"
import { useListSpeech } from "./use-list-speech"
import { MoreRows } from "../../ui/more-rows"

const numberOf = ({ number }: ListedTransactionView): string => number

/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 900

interface ListBodyProps {
  readonly page: RefObject<HTMLElement>
  readonly query: ReturnType<typeof useList>
  readonly totals: UnreconciledTotalsView | undefined
}

/** The rows, with what their keys do; what is read already stays while something else is sought. */
export function ListBody({ page, query, totals }: ListBodyProps) {
  const { t } = useListSpeech()
  const { sought, seek } = useListView()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query
  const read = data?.pages.length ?? 0
  useEffect(() => {
    if (read > 0 && read < sought.pages && hasNextPage && !isFetching) void fetchNextPage()
  }, [read, sought.pages, hasNextPage, isFetching, fetchNextPage])
  const rows = useMemo(() => data?.pages.flatMap(({ transactions }) => transactions) ?? [], [data])
  const list = useRef<HTMLDivElement>(null)
  const cursor = useCursor(
    useMemo(() => rows.map(numberOf), [rows]),
    list,
  )
  const selection = useSelection(rows, numberOf)
  const run = useCommands({ rows, list, page, cursor, selection })
  useListKeys(page, run)
  const { step } = cursor
  const onDone = useCallback(() => step(1), [step])
  if (error && !data) return <ErrorState error={error} unread="list" onRetry={() => void refetch()} />
  if (!data && isNarrow) return <RowsLoading isNarrow />
  if (!data)
    return (
      <>
        <output className="sr-only">{t("menu.loading")}</output>
        <ListTable rows={rows} at={null} follow={cursor.follow} onDone={onDone} selection={selection} />
      </>
    )
  if (rows.length === 0) return <ListEmpty />
  const shown = { rows, at: cursor.at, follow: cursor.follow, onDone }
  return (
    <>
      <div ref={list} aria-busy={query.isPlaceholderData} data-rows="">
        {isNarrow ? <NarrowList {...shown} /> : <ListTable {...shown} selection={selection} />}
      </div>
      <MoreRows query={query} read={read} text={t("lists.more")} onMore={() => seek({ pages: read + 1 })} />
      <ListFooter rows={rows.length} hasMore={hasNextPage} totals={totals} hasKeys={!isNarrow} />
      {selection.rows.length > 0 && <SelectionBar selection={selection} at={cursor.at} />}
    </>
  )
}

interface Commanded {
  readonly rows: readonly ListedTransactionView[]
  readonly list: RefObject<HTMLElement>
  readonly page: RefObject<HTMLElement>
  readonly cursor: ReturnType<typeof useCursor>
  readonly selection: Selection
}

/** What the keys of the list do; false where there is nothing to do, and the key stays what it was. */
function useCommands({ rows, list, page, cursor, selection }: Commanded): (command: Command) => boolean {
  const navigate = useNavigate()
  const begin = useBegin()
  const speech = useListSpeech()
  const { save } = useDownload()
  const mayExport = useMay("export")
  const why = useWhyPanel()
  const mark = useMark()
  const more = useMore()
  const one = rows.find(({ number }) => number === cursor.at)
  const reconcile = (): boolean => {
    const chosen = accountsOf(selection.rows.length > 0 ? selection.rows : one ? [one] : [], speech)
    const [first] = chosen
    if (!first) return false
    begin(chosen.length > 1 ? { act: "bulk", accounts: chosen } : { act: "reconcile", account: first })
    return true
  }
  const apply = (at: ListedTransactionView): boolean => {
    const [only] = selection.rows
    const applied = selection.rows.length === 1 && only ? only : at
    if (canApply(applied)) begin({ act: "apply", one: applied })
    return canApply(applied)
  }
  const clear = (): boolean => {
    if (selection.rows.length === 0) return false
    selection.clear()
    more.close()
    return true
  }
  return (command) => {
    if (command === "search") return focusOn(page.current, "[data-search]")
    if (command === "clear") return clear()
    if (command === "reconcile") return reconcile()
    if (!one) return false
    switch (command) {
      case "next":
      case "previous":
        cursor.step(command === "next" ? 1 : -1)
        return true
      case "select":
        selection.toggle(one.number)
        return true
      case "range":
        selection.extend(one.number)
        return true
      case "open":
        void navigate(placeOf(one))
        return true
      case "why":
        return why(list.current?.querySelector(`[data-row="${one.number}"] [data-row-main]`) ?? null, one)
      case "apply":
        return apply(one)
      case "check":
        return mark(one)
      case "download":
        if (selection.rows.length === 0 || !mayExport) return false
        save(selection.rows)
        return true
    }
  }
}

function focusOn(page: HTMLElement | null, selector: string): boolean {
  const found = page?.querySelector<HTMLInputElement>(selector)
  found?.focus()
  found?.select()
  return found !== null && found !== undefined
}
