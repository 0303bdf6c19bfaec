import { ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Heading } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, type RefObject } from "react"
import { Link } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import type { RequestError } from "../../../lib/client"
import { runsPath } from "../../../lib/paths"
import { refreshLedger } from "../../../lib/refresh"
import { ErrorState } from "../../../ui/error-state"
import { Message, Saying } from "../../../ui/message"
import { NoRight } from "../../../ui/no-right"
import { Stylesheet } from "../../../ui/stylesheet"
import { ListStyles } from "../../lists/styles"
import { useListSpeech } from "../../lists/use-list-speech"
import { RunStyles } from "../styles"
import { UndoRun } from "../undo/undo-run"
import { useRun } from "../use-runs"
import { isActive } from "../standing"
import { Figures } from "./figures"
import { MayLeave } from "./may-leave"
import { RunHeader } from "./run-header"
import { RunLoading } from "./run-loading"
import { RunProgress } from "./run-progress"
import { Rows } from "./rows"
import { TieOut } from "./tie-out"

/** A run: while it works how far it is, and afterwards what it did, what it left, and the way back. */
export default function RunPage({ id }: { readonly id: string }) {
  const { data: run, error, refetch, dataUpdatedAt } = useRun(id)
  const page = useArrival(run !== undefined)
  const isForbidden = !run && (error?.status === 401 || error?.status === 403)
  return (
    <div ref={page} data-reconciliation="" data-run={run?.state ?? ""} className="flex flex-col gap-y-2">
      {run ? (
        <Known run={run} now={dataUpdatedAt} />
      ) : error ? (
        <Container className="overflow-hidden p-0">
          {isForbidden ? (
            <NoRight right="view" />
          ) : error.body?.code === "run_not_found" ? (
            <UnknownRun />
          ) : (
            <Broken id={id} error={error} onRetry={() => void refetch()} />
          )}
        </Container>
      ) : (
        <RunLoading />
      )}
      <Stylesheet />
      <ListStyles />
      <RunStyles />
    </div>
  )
}

/** Which run could not be read stays said, and the way back to all of them. */
function Broken({
  id,
  ...failed
}: {
  readonly id: string
  readonly error: RequestError
  readonly onRetry: () => void
}) {
  const { t } = useListSpeech()
  return (
    <>
      <header className="border-ui-border-base flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-6 py-4">
        <Heading level="h1">{t("menu.run", { id })}</Heading>
        <AllRuns />
      </header>
      <ErrorState {...failed} unread="run" />
    </>
  )
}

function AllRuns() {
  const { t } = useListSpeech()
  return (
    <Button asChild size="small" variant="secondary">
      <Link to={runsPath}>{t("runs.toList")}</Link>
    </Button>
  )
}

/** The heading takes the focus where it was lost on the way here: the dialog that started the run is gone. */
function useArrival(isThere: boolean): RefObject<HTMLDivElement> {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isThere && document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true })
  }, [isThere])
  return page
}

function Known({ run, now }: { readonly run: RunView; readonly now: number }) {
  const works = isActive(run)
  useEnd(run)
  return (
    <>
      <Container className="divide-y overflow-hidden p-0">
        <RunHeader run={run} />
        {works && <RunProgress run={run} now={now} />}
        <Figures run={run} />
        {!works && run.counts.amounts.length > 0 && <TieOut run={run} />}
      </Container>
      {works && <MayLeave run={run} />}
      <Rows run={run} />
      <UndoRun run={run} />
    </>
  )
}

/** When it has ended, all else that was read of the ledger is old. */
function useEnd(run: RunView): void {
  const client = useQueryClient()
  const works = isActive(run)
  const worked = useRef(works)
  useEffect(() => {
    if (worked.current && !works) refreshLedger(client)
    worked.current = works
  }, [works, client])
}

function UnknownRun() {
  const { t } = useListSpeech()
  return (
    <div data-empty="unknown">
      <Message icon={ExclamationCircle} title={t("runs.unknown.title")} action={<AllRuns />}>
        <Saying quiet>{t("runs.unknown.text")}</Saying>
      </Message>
    </div>
  )
}
