import { Link } from "react-router-dom"
import { runPath, runsPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { RunSign } from "../runs/parts/run-state"
import { ranOf, resultOf, whenOf, whoOf } from "../runs/run-words"
import { useLastRuns } from "../runs/use-runs"
import { Head } from "./parts"

/** The runs that were begun last: what each does, what came of it, when, and by whom; nothing before the first. */
export function LastRuns() {
  const words = useWords()
  const { t } = words
  const { data: runs, dataUpdatedAt: now } = useLastRuns()
  if (!runs || runs.length === 0) return null
  return (
    <Section>
      <Head title={t("overview.runs")}>
        <Link
          to={runsPath}
          className="reconciliation-link txt-compact-small focus-visible:shadow-borders-focus rounded outline-none"
        >
          {t("runs.toList")}
        </Link>
      </Head>
      <ul className="divide-y">
        {runs.map((run) => (
          <li key={run.id}>
            <Link
              to={runPath(run.id)}
              className="reconciliation-over-row reconciliation-last-run txt-compact-small outline-none"
              data-last-run={run.id}
            >
              <span className="text-ui-fg-base">{ranOf(run, words)}</span>
              <RunSign state={run.state} />
              <span className="reconciliation-todo-about txt-compact-xsmall text-ui-fg-subtle">
                {resultOf(run, words, now)}
                <br />
                {[t("menu.run", { id: run.id }), whenOf(run.created_at, words), whoOf(run, words)].join(
                  " · ",
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
