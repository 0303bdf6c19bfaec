import { isZero } from "../../lib/money"
import { CodeBadge } from "../../ui/matching-code"
import { codePath } from "../../lib/paths"
import { payerName } from "./names"
import type { CodeView } from "./use-code-view"

/** What the colours mean, and of the payment that is lit, where the rest of it is. */
export function Legend({ view, lit }: { view: CodeView; lit: string | null }) {
  const { t } = view
  return (
    <div data-legend="" className="reconciliation-keyline txt-compact-xsmall text-ui-fg-subtle px-6 py-3">
      <Key sign="money">{t("codePage.legend.money")}</Key>
      <Key sign="credit">{t("codePage.legend.credit")}</Key>
      <Key sign="lit">
        <Lit view={view} lit={lit} />
      </Key>
      <Key sign="planned">{t("codePage.legend.planned")}</Key>
      <Key sign="open">{t("codePage.legend.open")}</Key>
    </div>
  )
}

function Key({ sign, children }: { sign: string; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-x-1.5">
      <i aria-hidden className="reconciliation-swatch" data-sign={sign} />
      <span>{children}</span>
    </span>
  )
}

function Lit({ view, lit }: { view: CodeView; lit: string | null }) {
  const { code, t, amount } = view
  const payer = code.from.find(({ id }) => id === lit)
  if (!payer) return t("codePage.legend.hint")
  const { elsewhere } = payer
  const name = payerName(payer, view)
  if (elsewhere.codes.length === 0) return t("codePage.legend.lit", { payer: name })
  const values = { payer: name, amount: amount(elsewhere.amount) }
  return (
    <>
      {t(isZero(elsewhere.amount) ? "codePage.legend.litAlso" : "codePage.legend.litMore", values)}{" "}
      <span className="inline-flex flex-wrap gap-1">
        {elsewhere.codes.map((other) => (
          <CodeBadge key={other.rank} code={other} to={codePath(code.account.id, other.rank)} />
        ))}
      </span>
    </>
  )
}
