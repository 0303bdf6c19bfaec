import { Badge, clx } from "@medusajs/ui"
import type { ReconciliationState } from "../../types/http"
import { stateWords } from "../lib/state-words"
import { useWords } from "../lib/use-words"
import { StateIcon } from "./state-icon"

const BADGE_COLOR = { full: "green", partial: "orange", none: "grey", planned: "blue", error: "red" } as const

/** The colour of the icon alone, where words stand beside it. */
export const STATE_COLOR: Record<ReconciliationState, string> = {
  full: "text-ui-tag-green-icon",
  partial: "text-ui-tag-orange-icon",
  none: "text-ui-fg-subtle",
  planned: "text-ui-tag-blue-icon",
  error: "text-ui-tag-red-icon",
}

interface StateBadgeProps {
  state: ReconciliationState
  /** What planned payments leave without money, in the reader's figures. */
  notCovered?: string | null
}

/** The state in full words on a coloured badge. */
export function StateBadge({ state, notCovered }: StateBadgeProps) {
  const { t } = useWords()
  return (
    <Badge
      color={BADGE_COLOR[state]}
      size="2xsmall"
      className="gap-x-1 whitespace-nowrap"
      data-state={state}
      data-sign={state}
    >
      <StateIcon state={state} />
      {stateWords(state, notCovered, t)}
    </Badge>
  )
}

/** The state in one word, for lists and tables. */
export function StateSign({ state, className }: { state: ReconciliationState; className?: string }) {
  const { t } = useWords()
  return (
    <span
      data-sign={state}
      className={clx("text-ui-fg-subtle inline-flex items-center gap-x-1 whitespace-nowrap", className)}
    >
      <StateIcon state={state} className={STATE_COLOR[state]} />
      {t(`states.${state}.short`)}
    </span>
  )
}
