import { useListSpeech } from "../../lists/use-list-speech"
import { RunSign } from "../parts/run-state"
import { otherTermsOf, resultOf, scopeOf, whenOf, whoOf } from "../run-words"
import { RunMenu } from "./run-menu"
import { Placed, RunLink, type ShownRuns } from "./runs-table"

/** The same where there is no room for columns: which run, how it stands, over what, what came of it. */
export function NarrowRuns({ runs, follow, now }: ShownRuns) {
  const words = useListSpeech()
  const { t } = words
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus
    <ul
      aria-label={t("runs.caption")}
      onFocus={({ target }) => {
        const id = target.closest("[data-row]")?.getAttribute("data-row")
        if (id) follow(id)
      }}
    >
      {runs.map((run) => (
        <li
          key={run.id}
          data-row={run.id}
          data-state={run.state}
          className="border-ui-border-base txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1 border-t px-4 py-3"
        >
          <div className="flex items-center justify-between gap-x-3">
            <span className="flex min-w-0 flex-wrap items-center gap-x-2">
              <RunLink run={run} whole />
              <RunSign state={run.state} />
            </span>
            <span className="flex shrink-0 items-center gap-x-1 tabular-nums">
              <span>
                <span className="sr-only">{t("runs.columns.placed")} </span>
                <Placed run={run} />
              </span>
              <RunMenu run={run} />
            </span>
          </div>
          <span>{[scopeOf(run, words), otherTermsOf(run, words)].filter(Boolean).join(" · ")}</span>
          <span>{resultOf(run, words, now)}</span>
          <span className="txt-compact-xsmall">
            {whenOf(run.created_at, words)} · {whoOf(run, words)}
          </span>
        </li>
      ))}
    </ul>
  )
}
