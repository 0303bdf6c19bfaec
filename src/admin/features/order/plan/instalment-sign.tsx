import { clx } from "@medusajs/ui"
import type { InstalmentState, ReconciliationState } from "../../../../types/http"
import { useWords } from "../../../lib/use-words"
import { StateIcon } from "../../../ui/state-icon"

/** The drawing and the colour of each state; what is closed without money has none. */
export const SIGNS = {
  scheduled: { icon: "planned", color: "text-ui-tag-blue-icon" },
  due: { icon: "planned", color: "text-ui-tag-blue-icon" },
  overdue: { icon: "none", color: "text-ui-tag-orange-icon" },
  failed: { icon: "error", color: "text-ui-tag-red-icon" },
  settled: { icon: "full", color: "text-ui-tag-green-icon" },
  lapsed: null,
  cancelled: null,
} as const satisfies Record<InstalmentState, { icon: ReconciliationState; color: string } | null>

/** An instalment's state as a sign and a word. */
export function InstalmentSign({ state }: { state: InstalmentState }) {
  const { t } = useWords()
  const sign = SIGNS[state]
  return (
    <span
      data-sign={`instalment ${state}`}
      className={clx(
        "inline-flex items-center gap-x-1 whitespace-nowrap",
        sign ? "text-ui-fg-base" : "text-ui-fg-muted",
      )}
    >
      {sign && <StateIcon state={sign.icon} className={sign.color} />}
      {t(`plan.states.${state}`)}
    </span>
  )
}
