import { Equals } from "@medusajs/icons"
import { useNavigate } from "react-router-dom"
import { newRunPath } from "../../lib/paths"
import { useMay } from "../../lib/use-may"
import { GuardedButton } from "../../ui/no-right"
import { useListSpeech } from "./use-list-speech"

interface ReconcileAllProps {
  readonly isPrimary?: boolean
  /** Of what is listed; a run can be of these alone. */
  readonly accounts?: readonly string[]
}

/** Begins a run over the accounts, on the page of runs; who closes it there is back on this one. */
export function ReconcileAll({ isPrimary = false, accounts }: ReconcileAllProps) {
  const { t } = useListSpeech()
  const navigate = useNavigate()
  const mayRun = useMay("run")
  return (
    <GuardedButton
      right="run"
      allowed={mayRun}
      variant={isPrimary && mayRun ? "primary" : "secondary"}
      data-reconcile-all=""
      onClick={() => void navigate(newRunPath(accounts), { state: { isStep: true } })}
    >
      <Equals aria-hidden />
      {t("runs.all")}
    </GuardedButton>
  )
}
