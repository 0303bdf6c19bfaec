import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import type { RequestError } from "../../../lib/client"
import { runPath } from "../../../lib/paths"
import { useAct, type Act } from "../../account/use-act"
import { stateOfPreviewed } from "../previewed"
import { useRunPreview, type RunOutlook } from "../use-run-preview"

/** What becomes of what something rests on: it stays, or is taken back with that. */
export type Way = "keep" | "cascade"

export interface Undo {
  readonly kept: RunOutlook
  /** Only worked out where something rests on what the run placed. */
  readonly cascading: RunOutlook
  /** The one of both that is chosen. */
  readonly chosen: RunOutlook
  readonly rests: boolean
  readonly way: Way
  readonly setWay: (way: Way) => void
  readonly act: Act<{ run: RunView }>
  readonly send: () => void
  readonly fault: RequestError | null
  /** Something has come to rest on it since it was looked at. */
  readonly hasChanged: boolean
  readonly retry: () => void
}

/** An undo of a run: what both ways would do, and doing the one that is chosen, as a run of its own whose page is then opened. */
export function useUndo(run: RunView): Undo {
  const navigate = useNavigate()
  const [way, setWay] = useState<Way>("keep")
  const path = `runs/${run.id}/undo/preview`
  const kept = useRunPreview(path, { dependants: "keep" })
  const rests = (kept.outlook?.counts.left ?? 0) > 0
  const cascading = useRunPreview(path, rests ? { dependants: "cascade" } : null)
  const chosen = rests && way === "cascade" ? cascading : kept
  const act = useAct<{ run: RunView }>()
  // Where nothing rests on it, it is told nothing of that: what has come to rest meanwhile is refused, and shown. Only where
  // there is too much to look for it, it stays as the preview says.
  const isSaid = rests || act.error?.body?.code === "run_not_looked_through"
  const send = () =>
    act.send(
      { path: `runs/${run.id}/undo`, body: isSaid ? { dependants: way } : {} },
      ({ run: undo }) =>
        void navigate(runPath(undo.id), { replace: true, state: stateOfPreviewed(chosen.outlook) }),
    )
  return {
    kept,
    cascading,
    chosen,
    rests,
    way,
    setWay,
    act,
    send,
    fault: act.error ?? kept.error ?? chosen.error,
    hasChanged: act.error?.body?.code === "run_has_dependants",
    retry: () => (act.error ? act.again() : chosen.again()),
  }
}
