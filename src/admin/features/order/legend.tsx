import { clx, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { InstalmentState, ReconciliationState } from "../../../types/http"
import { useWords } from "../../lib/use-words"
import { InstalmentSign } from "./plan/instalment-sign"
import { StateSign } from "../../ui/state-sign"

const STATES: ReconciliationState[] = ["full", "partial", "none", "planned", "error"]
const INSTALMENTS: InstalmentState[] = [
  "scheduled",
  "due",
  "overdue",
  "failed",
  "settled",
  "lapsed",
  "cancelled",
]

/** What the signs, the letters and the colour mean, always in sight beneath them. */
export function Legend({ withPlan = false }: { withPlan?: boolean }) {
  const { t } = useWords()
  return (
    <section
      aria-label={t("legend.title")}
      data-legend=""
      className="txt-compact-xsmall text-ui-fg-subtle flex flex-col gap-y-2 px-6 py-3"
    >
      <Signs
        signs={STATES.map((state) => [<StateSign key={state} state={state} />, t(`states.${state}.meaning`)])}
      />
      {withPlan && (
        <Signs
          className="reconciliation-wide"
          signs={INSTALMENTS.map((state) => [
            <InstalmentSign key={state} state={state} />,
            t(`plan.meanings.${state}`),
          ])}
        />
      )}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("legend.code")} {t("legend.highlight")} {t("legend.why")} {t("legend.keys")}
      </Text>
    </section>
  )
}

interface SignsProps {
  signs: [sign: ReactNode, meaning: string][]
  className?: string
}

function Signs({ signs, className }: SignsProps) {
  return (
    <dl className={clx("reconciliation-legend", className)}>
      {signs.map(([sign, meaning]) => (
        <div key={meaning} className="flex gap-x-2">
          <dt className="text-ui-fg-base">{sign}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
