import type { RunView } from "../../../../types/http"
import { Progress } from "../../../ui/progress"
import { useListSpeech } from "../../lists/use-list-speech"
import { doneOf, durationOf, secondsLeft, secondsOf } from "../run-words"

const DOING: Readonly<Record<RunView["kind"], string>> = {
  reconcile: "runs.page.doing",
  backfill: "backfill.doing",
  undo: "runs.page.undoing",
}

/** How far it is, for how long it has worked, and for how long it will. */
export function RunProgress({ run, now }: { readonly run: RunView; readonly now: number }) {
  const words = useListSpeech()
  const { t } = words
  const [seconds, left] = [secondsOf(run, now), secondsLeft(run, now)]
  return (
    <div className="px-6 py-4" data-progress={doneOf(run)}>
      <Progress
        label={t(DOING[run.kind])}
        done={doneOf(run)}
        total={run.accounts}
        things={t(run.kind === "backfill" ? "backfill.things" : "runs.page.things")}
        {...(left !== null && { secondsLeft: left })}
        {...(seconds !== null && { took: durationOf(seconds, words) })}
      />
    </div>
  )
}
