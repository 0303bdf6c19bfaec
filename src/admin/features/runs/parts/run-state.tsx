import { ArrowUturnLeft, CircleDottedLine, Spinner } from "@medusajs/icons"
import { Badge, clx } from "@medusajs/ui"
import type { RunState } from "../../../../types/http"
import { useWords } from "../../../lib/use-words"
import { StateIcon } from "../../../ui/state-icon"

const BADGES = {
  queued: "grey",
  running: "blue",
  cancelling: "orange",
  cancelled: "grey",
  finished: "green",
  failed: "red",
  undone: "grey",
} as const

const COLOURS: Readonly<Record<RunState, string>> = {
  queued: "text-ui-fg-subtle",
  running: "text-ui-tag-blue-icon",
  cancelling: "text-ui-tag-orange-icon",
  cancelled: "text-ui-fg-subtle",
  finished: "text-ui-tag-green-icon",
  failed: "text-ui-tag-red-icon",
  undone: "text-ui-fg-subtle",
}

function Icon({ state, className }: { readonly state: RunState; readonly className?: string }) {
  switch (state) {
    case "queued":
      return <CircleDottedLine aria-hidden className={className} />
    case "running":
    case "cancelling":
      return <Spinner aria-hidden className={clx("reconciliation-spin", className)} />
    case "undone":
      return <ArrowUturnLeft aria-hidden className={className} />
    case "finished":
      return <StateIcon state="full" {...(className && { className })} />
    case "cancelled":
      return <StateIcon state="none" {...(className && { className })} />
    case "failed":
      return <StateIcon state="error" {...(className && { className })} />
  }
}

/** The state on a coloured badge, for the head of a page. */
export function RunBadge({ state }: { readonly state: RunState }) {
  const { t } = useWords()
  return (
    <Badge
      size="2xsmall"
      color={BADGES[state]}
      className="gap-x-1 whitespace-nowrap"
      data-run-state={state}
      data-sign={state}
    >
      <Icon state={state} />
      {t(`runs.states.${state}`)}
    </Badge>
  )
}

/** The state in one word, for a row. */
export function RunSign({ state }: { readonly state: RunState }) {
  const { t } = useWords()
  return (
    <span data-sign={state} className="text-ui-fg-subtle inline-flex items-center gap-x-1 whitespace-nowrap">
      <Icon state={state} className={COLOURS[state]} />
      {t(`runs.states.${state}`)}
    </span>
  )
}
