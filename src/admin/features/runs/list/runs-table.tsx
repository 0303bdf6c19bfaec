import { clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import { runPath } from "../../../lib/paths"
import { useListSpeech } from "../../lists/use-list-speech"
import { RunSign } from "../parts/run-state"
import { durationOf, termsOf, resultOf, scopeOf, secondsOf, whenOf, whoOf } from "../run-words"
import { RunMenu } from "./run-menu"

export interface ShownRuns {
  readonly runs: readonly RunView[]
  readonly follow: (id: string) => void
  /** When they were read, in milliseconds. */
  readonly now: number
}

const HEADS = ["run", "started", "by", "scope", "state", "placed", "result", "took"] as const
const FIGURES: ReadonlySet<string> = new Set(["placed", "took"])

/** A row a run. */
export function RunsTable({ runs, follow, now, at }: ShownRuns & { readonly at: string | null }) {
  const { t } = useListSpeech()
  return (
    <div className="reconciliation-list-scroll">
      <table className="reconciliation-list txt-compact-small text-ui-fg-subtle" data-shows="runs">
        <caption className="sr-only">
          {t("runs.caption")} {t("runs.keys")}
        </caption>
        <thead className="txt-compact-xsmall-plus bg-ui-bg-subtle text-ui-fg-subtle">
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" data-head={head} data-figure={FIGURES.has(head) ? "" : undefined}>
                {t(`runs.columns.${head}`)}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t("runs.columns.more")}</span>
            </th>
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus */}
        <tbody
          onFocus={({ target }) => {
            const id = target.closest("[data-row]")?.getAttribute("data-row")
            if (id) follow(id)
          }}
        >
          {runs.map((run) => (
            <Row key={run.id} run={run} now={now} isAt={run.id === at} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly run: RunView
  readonly now: number
  readonly isAt: boolean
}

function Row({ run, now, isAt }: RowProps) {
  const words = useListSpeech()
  const seconds = secondsOf(run, now)
  return (
    <tr data-row={run.id} data-state={run.state} data-at={isAt ? "" : undefined}>
      <th scope="row">
        <RunLink run={run} />
      </th>
      <td className="whitespace-nowrap">{whenOf(run.created_at, words)}</td>
      <td>{whoOf(run, words)}</td>
      <td>
        {scopeOf(run, words)}
        <span className="reconciliation-list-second txt-compact-xsmall">{termsOf(run, words)}</span>
      </td>
      <td>
        <RunSign state={run.state} />
      </td>
      <td data-figure="">
        <Placed run={run} />
      </td>
      <td>{resultOf(run, words, now)}</td>
      <td data-figure="">{seconds === null ? null : durationOf(seconds, words)}</td>
      <td data-figure="">
        <RunMenu run={run} />
      </td>
    </tr>
  )
}

/** Leads to the run; its number alone, where a column says what it is. */
export function RunLink({ run, whole = false }: { readonly run: RunView; readonly whole?: boolean }) {
  const { t } = useListSpeech()
  return (
    <Link to={runPath(run.id)} data-row-main="" className="reconciliation-row-main">
      {whole ? t("menu.run", { id: run.id }) : run.id}
    </Link>
  )
}

/** How many amounts it placed, or took back; crossed out where that is undone. */
export function Placed({ run: { kind, state, counts } }: { readonly run: RunView }) {
  const { locale } = useListSpeech()
  // A hyphen is shorter than a figure.
  const figure = `${kind === "undo" && counts.placed > 0 ? "−" : ""}${counts.placed.toLocaleString(locale)}`
  if (state === "undone") return <s className="text-ui-fg-subtle">{figure}</s>
  return (
    <span className={clx("font-medium", counts.placed > 0 ? "text-ui-fg-base" : "text-ui-fg-subtle")}>
      {figure}
    </span>
  )
}
