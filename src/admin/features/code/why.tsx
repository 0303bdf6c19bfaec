import type { CodeLink } from "../../../types/http"
import { ruleLabel } from "../../lib/because"
import { Explanation } from "../../ui/explanation"
import { More } from "../../ui/more"
import type { CodeView } from "./use-code-view"

interface WhyProps {
  readonly view: CodeView
  readonly link: CodeLink
  /** To be read out only: nothing to press. */
  readonly plain: boolean
}

/** By which rules a share was made; behind it, each in a sentence with its figures. */
export function Why({ view, link, plain }: WhyProps) {
  const { t, amount } = view
  const said = reasonsOf(link, view)
  if (plain) return said
  return (
    <More
      className="reconciliation-why"
      title={t("codePage.table.whyAmount", { amount: amount(link.amount) })}
      renderDetails={() => (
        <ol className="divide-y" style={{ width: 340 }}>
          {link.explanations.map((explanation) => (
            <li key={explanation.allocation_id} className="p-3">
              <Explanation explanation={explanation} speech={view} />
            </li>
          ))}
        </ol>
      )}
    >
      {said}
    </More>
  )
}

function reasonsOf({ explanations, instalment_bound: bound }: CodeLink, view: CodeView): string {
  const { t } = view
  const rules = new Set(explanations.map(({ rule }) => ruleLabel(rule, view)))
  const inferred = explanations.some(({ origin }) => origin === "backfill")
  return [
    ...rules,
    ...(inferred ? [t("codePage.table.inferred")] : []),
    ...(bound ? [t("codePage.table.bound")] : []),
  ].join(", ")
}
