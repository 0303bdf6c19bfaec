import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useEffect, useRef, useState, type ReactNode } from "react"
import { useLocation } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import { useIsNarrow } from "../../../lib/use-is-narrow"
import { ErrorState } from "../../../ui/error-state"
import { Segments } from "../../../ui/segments"
import { useListSpeech } from "../../lists/use-list-speech"
import { LeftOrders } from "../parts/left-orders"
import { Left } from "../parts/left-table"
import { Moves } from "../parts/moves-table"
import { useRunRows } from "../use-runs"
import { isActive } from "../standing"
import { MoreRows } from "../../../ui/more-rows"

/** Below it there is no room for a column each. */
const TABLE_FROM_PX = 900

type Shown = "results" | "left"

/** What it placed, or took back, and what it left, page by page; the address says which: "#left". */
export function Rows({ run }: { readonly run: RunView }) {
  const { t, locale } = useListSpeech()
  const { hash } = useLocation()
  const card = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown>(hash === "#left" ? "left" : "results")
  useEffect(() => {
    const follow = () => {
      if (window.location.hash !== "#left") return
      setShown("left")
      card.current?.querySelector<HTMLElement>("[aria-pressed=true]")?.focus()
    }
    window.addEventListener("hashchange", follow)
    return () => window.removeEventListener("hashchange", follow)
  }, [])
  const { counts, kind } = run
  const title = kind === "undo" ? "runs.page.didUndo" : isActive(run) ? "runs.page.didSoFar" : "runs.page.did"
  const figure = (count: number): string => count.toLocaleString(locale)
  return (
    <Container ref={card} id="left" className="reconciliation-list-card p-0" data-rows={shown}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3">
        <Heading level="h2">{t(title)}</Heading>
        <Segments
          label={t("runs.moves.show")}
          value={shown}
          onChange={setShown}
          options={[
            { value: "results", text: t("runs.page.rows", { n: figure(counts.placed) }) },
            {
              value: "left",
              text: t(kind === "undo" ? "runs.page.stayed" : "runs.moves.left", { n: figure(counts.left) }),
            },
          ]}
        />
      </div>
      {shown === "left" ? <LeftRows run={run} /> : <Results run={run} />}
    </Container>
  )
}

function Results({ run }: { readonly run: RunView }) {
  const { t } = useListSpeech()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const query = useRunRows(run.id, "results", run.counts.placed)
  const rows = query.data?.pages.flatMap(({ rows: page }) => page)
  return (
    <Listed
      query={query}
      empty={t(isActive(run) ? "runs.page.noRowsYet" : "runs.page.noRows")}
      count={rows?.length}
      head={!isNarrow && <Moves moves={[]} isDone isNarrow={false} isUndo={run.kind === "undo"} />}
    >
      <Moves moves={rows ?? []} isDone isNarrow={isNarrow} isUndo={run.kind === "undo"} />
    </Listed>
  )
}

function LeftRows({ run }: { readonly run: RunView }) {
  const { t } = useListSpeech()
  const isNarrow = useIsNarrow(TABLE_FROM_PX)
  const query = useRunRows(run.id, "left", run.counts.left)
  const rows = query.data?.pages.flatMap(({ rows: page }) => page)
  const orders = query.data?.pages.flatMap(({ orders: page }) => page) ?? []
  return (
    <Listed
      query={query}
      empty={t("runs.left.none")}
      count={rows && rows.length + orders.length}
      head={!isNarrow && run.kind !== "backfill" && <Left left={[]} isNarrow={false} />}
    >
      {rows !== undefined && rows.length > 0 && <Left left={rows} isNarrow={isNarrow} />}
      {orders.length > 0 && <LeftOrders orders={orders} />}
    </Listed>
  )
}

interface ListedProps {
  readonly query: Pick<
    ReturnType<typeof useRunRows>,
    "error" | "hasNextPage" | "isFetchingNextPage" | "fetchNextPage" | "refetch" | "isPlaceholderData"
  >
  /** How many are listed; undefined until they are read. */
  readonly count: number | undefined
  readonly empty: string
  /** The head of what will be listed. */
  readonly head: ReactNode
  readonly children: ReactNode
}

/** Rows with what stands there before they are read, where there are none, where they could not be read, and the next ones. */
function Listed({ query, count, empty, head, children }: ListedProps) {
  const { t } = useListSpeech()
  if (count === undefined)
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <div aria-busy>
        {head}
        <div className="border-ui-border-base flex flex-col gap-y-3 border-t px-6 py-3">
          <span className="sr-only">{t("menu.loadingRuns")}</span>
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="reconciliation-late h-5" style={{ width: "100%" }} />
          ))}
        </div>
      </div>
    )
  if (count === 0)
    return (
      <Text
        size="small"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-4"
        data-empty="rows"
      >
        {empty}
      </Text>
    )
  return (
    <div aria-busy={query.isPlaceholderData}>
      {children}
      <MoreRows query={query} text={t("runs.left.more")} onMore={() => void query.fetchNextPage()} />
    </div>
  )
}
