import { Text } from "@medusajs/ui"
import type { ReconciliationState } from "../../types/http"
import { useWords } from "../hooks/use-words"
import { StateSign } from "./state-sign"

const STATES: ReconciliationState[] = ["full", "partial", "none", "planned", "error"]

/** What the signs, the letters and the colour mean, always in sight beneath them. */
export function Legend() {
  const { t } = useWords()
  return (
    <section
      aria-label={t("legend.title")}
      className="txt-compact-xsmall text-ui-fg-subtle flex flex-col gap-y-2 px-6 py-3"
    >
      <dl className="reconciliation-legend">
        {STATES.map((state) => (
          <div key={state} className="flex gap-x-2">
            <dt className="text-ui-fg-base">
              <StateSign state={state} />
            </dt>
            <dd>{t(`states.${state}.meaning`)}</dd>
          </div>
        ))}
      </dl>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("legend.code")} {t("legend.highlight")} {t("legend.keys")}
      </Text>
    </section>
  )
}
