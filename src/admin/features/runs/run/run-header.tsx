import { ArrowDownTray } from "@medusajs/icons"
import { Heading, Text } from "@medusajs/ui"
import { Link, useNavigate } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import { runPath, undoRunPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { useAct } from "../../account/use-act"
import { Refusal } from "../../order/history/refusal"
import { useListSpeech } from "../../lists/use-list-speech"
import { RunBadge } from "../parts/run-state"
import { durationOf, kindOf, termsOf, secondsOf, whenOf, whoOf } from "../run-words"
import { useRunFile } from "../use-run-file"
import { isActive, isUndoable } from "../standing"

/** Which run it is, over what, by whom; and what can be done with the whole of it. */
export function RunHeader({ run }: { readonly run: RunView }) {
  const { t } = useListSpeech()
  const cancel = useAct<{ run: RunView }>()
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex flex-wrap items-center gap-2">
            <Heading level="h1" tabIndex={-1} className="outline-none">
              {t("menu.run", { id: run.id })}
            </Heading>
            <RunBadge state={run.state} />
          </div>
          <Facts run={run} />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {isActive(run) ? (
            <CancelButton run={run} cancel={cancel} />
          ) : (
            <>
              <SaveButton id={run.id} />
              {isUndoable(run) && <UndoButton id={run.id} />}
            </>
          )}
        </div>
      </header>
      {cancel.error && (
        <div className="px-6 py-4">
          <Refusal error={cancel.error} right="run" isAct onRetry={() => stop(run, cancel)} />
        </div>
      )}
      <span className="sr-only" aria-live="polite">
        {isActive(run) ? "" : t("runs.page.ended", { id: run.id, state: t(`runs.states.${run.state}`) })}
      </span>
    </>
  )
}

function Facts({ run }: { readonly run: RunView }) {
  const words = useListSpeech()
  const { t } = words
  const { kind, undoes, undone_by: undoneBy, state } = run
  const seconds = isActive(run) ? null : secondsOf(run, 0)
  const begun = t("runs.page.startedBy", { name: whoOf(run, words), when: whenOf(run.created_at, words) })
  const facts = [
    kindOf(run, words),
    termsOf(run, words),
    begun,
    seconds === null ? null : durationOf(seconds, words),
  ]
  const other = kind === "undo" ? undoes : undoneBy
  return (
    <Text size="small" className="text-ui-fg-subtle break-words">
      {facts.filter((fact) => fact !== null).join(" · ")}
      {other !== null && (
        <>
          {" · "}
          <Link to={runPath(other)} className="reconciliation-link" data-other-run={other}>
            {kind === "undo"
              ? t("runs.page.seeRun", { id: other })
              : t(state === "undone" ? "runs.page.undoneBy" : "runs.page.undoingBy", { id: other })}
          </Link>
        </>
      )}
    </Text>
  )
}

type Cancelling = ReturnType<typeof useAct<{ run: RunView }>>

const stop = ({ id }: RunView, { send }: Cancelling): void =>
  send({ path: `runs/${id}/cancel`, body: {} }, () => undefined)

function CancelButton({ run, cancel }: { readonly run: RunView; readonly cancel: Cancelling }) {
  const { t } = useListSpeech()
  const isStopping = run.state === "cancelling" || cancel.isSending
  return (
    <GuardedButton
      right="run"
      allowed={useMay("run")}
      aria-disabled={isStopping}
      aria-busy={isStopping}
      data-cancel-run=""
      onClick={() => !isStopping && stop(run, cancel)}
    >
      {t(isStopping ? "runs.page.cancelling" : "runs.page.cancel")}
    </GuardedButton>
  )
}

function SaveButton({ id }: { readonly id: string }) {
  const { t } = useListSpeech()
  const { save, isSaving } = useRunFile(id)
  return (
    <GuardedButton
      right="export"
      allowed={useMay("export")}
      aria-busy={isSaving}
      aria-disabled={isSaving}
      data-download=""
      onClick={save}
    >
      <ArrowDownTray aria-hidden />
      {t("runs.page.csv")}
    </GuardedButton>
  )
}

function UndoButton({ id }: { readonly id: string }) {
  const { t } = useListSpeech()
  const navigate = useNavigate()
  return (
    <GuardedButton
      right="run"
      allowed={useMay("run")}
      data-undo-run=""
      onClick={() => void navigate(undoRunPath(id), { state: { isStep: true } })}
    >
      {t("runs.page.undo")}
    </GuardedButton>
  )
}
