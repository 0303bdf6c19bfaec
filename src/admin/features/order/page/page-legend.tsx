import { clx } from "@medusajs/ui"
import type { ReconciliationState } from "../../../../types/http"
import { StateSign } from "../../../ui/state-sign"
import { useWords } from "../../../lib/use-words"

const STATES: readonly ReconciliationState[] = ["full", "partial", "none", "planned", "error"]
const SWATCHES = [
  ["unallocated", "reconciliation-swatch-open"],
  ["planned", "reconciliation-swatch-planned"],
  ["changed", "reconciliation-swatch-changed"],
  ["tooMuch", "reconciliation-swatch-too-much"],
  ["inferred", "reconciliation-swatch-inferred"],
] as const

/** The same where room is dear: folded, beneath its name. */
export function FoldedLegend() {
  const { t } = useWords()
  return (
    <details>
      <summary className="txt-compact-small-plus focus-visible:shadow-borders-focus cursor-pointer px-4 py-3 outline-none">
        {t("page.legend")}
      </summary>
      <PageLegend />
    </details>
  )
}

/** What the signs, the colours and the letters mean, always in sight beneath them. */
export function PageLegend() {
  const { t } = useWords()
  return (
    <section
      aria-label={t("page.legend")}
      data-legend=""
      className="txt-compact-xsmall text-ui-fg-subtle flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-3"
    >
      {STATES.map((state) => (
        <StateSign key={state} state={state} />
      ))}
      {SWATCHES.map(([name, look]) => (
        <span key={name} className="inline-flex items-center whitespace-nowrap">
          <span aria-hidden className={clx("reconciliation-swatch", look)} />
          {t(`grid.legend.${name}`)}
        </span>
      ))}
      <span>{t("grid.legend.code")}</span>
    </section>
  )
}
