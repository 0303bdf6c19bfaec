import { useMemo, useState } from "react"
import { useLocation, useNavigate, useSearchParams } from "react-router-dom"
import { runPath, runsPath } from "../../../lib/paths"
import type { RunView, StartRunBody } from "../../../../types/http"
import { useSettled } from "../../../lib/use-settled"
import { useToday } from "../../../lib/use-today"
import { ActDialog } from "../../../ui/act-dialog"
import { useAct } from "../../account/use-act"
import { useListSpeech } from "../../lists/use-list-speech"
import { closing } from "../closing"
import { stateOfPreviewed } from "../previewed"
import { useRunPreview } from "../use-run-preview"
import { accountsIn, bodyOf, isOfAll, NEW_DRAFT, type Draft } from "./draft"
import { FreshFoot } from "./fresh-foot"
import { ScopeForm } from "./scope-form"
import { useCustomersOf } from "./use-groups"
import { Would } from "./would"

/** A new run over the list of runs, where the address says so: what it is about, and beside it what it would do. */
export function FreshRun() {
  const { t } = useListSpeech()
  const [address] = useSearchParams()
  const accounts = address.get("accounts")
  const navigate = useNavigate()
  const { state } = useLocation()
  if (!address.has("new")) return null
  const close = () => closing(navigate, state, runsPath)
  return (
    <ActDialog isWide title={t("runs.fresh.title")} about={t("runs.fresh.about")} onClose={close}>
      <Question key={accounts} onClose={close} />
    </ActDialog>
  )
}

function Question({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const today = useToday()
  const [address] = useSearchParams()
  const accounts = useMemo(() => accountsIn(address), [address])
  const isOfList = accounts.length > 0 && address.get("new") === "list"
  const [draft, setDraft] = useState<Draft>({ ...NEW_DRAFT, ...(isOfList && { who: "list" }) })
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }))
  const { data: customers } = useCustomersOf(draft.who === "group" ? draft.group : "")
  const body = bodyOf(draft, { customers, accounts })
  const said = body && JSON.stringify(body)
  const settled = useSettled(said)
  const asked = useMemo(() => (settled === null ? null : (JSON.parse(settled) as StartRunBody)), [settled])
  const preview = useRunPreview("runs/preview", asked)
  const act = useAct<{ run: RunView }>()
  const isCurrent = said !== null && said === settled && !preview.isOld
  const outlook = isCurrent && preview.error === null ? preview.outlook : undefined
  const [all, setAll] = useState<number>()
  // All accounts are counted where nothing narrows the run; the count is kept when something does.
  const counted = isOfAll(draft) ? outlook?.inScope : undefined
  if (typeof counted === "number" && counted !== all) setAll(counted)
  const start = () => {
    const to = { replace: true, state: stateOfPreviewed(outlook) }
    if (body) act.send({ path: "runs", body }, ({ run }) => void navigate(runPath(run.id), to))
  }
  return (
    <>
      <div className="reconciliation-run-fresh">
        <ScopeForm draft={draft} change={change} listed={accounts.length} all={all} today={today} />
        <Would
          preview={preview}
          isCurrent={isCurrent}
          isAsked={said !== null}
          isExact={draft.isExact}
          refused={act.error}
          onRetry={start}
          onExact={() => change({ isExact: true })}
        />
      </div>
      <FreshFoot outlook={outlook} isSending={act.isSending} onStart={start} onClose={onClose} />
    </>
  )
}
