import { clx, Text } from "@medusajs/ui"
import { decimalOf, minorUnitsOf } from "../../../modules/reconciliation/domain/money"
import { isZero } from "../../lib/money"
import { idleCount } from "./ledger/transaction-name"
import { useAccountView } from "./use-account-view"

const TONES = { open: "text-ui-tag-orange-text", planned: "text-ui-tag-blue-text" } as const

/** Four figures that add up: open less unapplied is the balance; planned is to come of what is open. */
export function AccountFigures() {
  const { t, amount, account, dayInSentence } = useAccountView()
  const { totals, counts, unapplied, planned_payments: planned } = account
  const said = (key: string, values?: Record<string, string | number>) => t(`account.figures.${key}`, values)
  const next = planned.find(({ state }) => state === "scheduled" || state === "due")
  const late = (["failed", "overdue"] as const).flatMap((state) => {
    const kept = planned
      .filter((one) => one.state === state)
      .map((one) => minorUnitsOf(one.kept, account.digits))
    const sum = kept.reduce((all, units) => all + units, 0n)
    return kept.length === 0 ? [] : [said(state, { amount: amount(decimalOf(sum, account.digits)) })]
  })
  const plans = [...(next ? [said("next", { date: dayInSentence(next.due_on) })] : []), ...late]
  return (
    <dl className="reconciliation-figures" data-figures="">
      <Figure
        name={said("open")}
        value={amount(totals.open)}
        detail={
          counts.open_orders === 0 ? said("nothingOpen") : said("orders", { count: counts.open_orders })
        }
        tone={isZero(totals.open) ? null : "open"}
      />
      <Figure
        name={said("unapplied")}
        value={amount(totals.unallocated)}
        detail={unapplied.length === 0 ? said("allApplied") : idleCount(unapplied, t)}
        tone={isZero(totals.unallocated) ? null : "open"}
      />
      <Figure name={said("balance")} value={amount(totals.balance)} detail={said("balanceOf")} tone={null} />
      <Figure
        name={said("planned")}
        value={amount(totals.planned)}
        detail={plans.length > 0 ? plans.join(" · ") : said("noPlan")}
        tone={isZero(totals.planned) ? null : "planned"}
      />
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly detail: string
  readonly tone: keyof typeof TONES | null
}

function Figure({ name, value, detail, tone }: FigureProps) {
  return (
    <div>
      <dt className="txt-compact-xsmall text-ui-fg-subtle">{name}</dt>
      <dd>
        <span className={clx("reconciliation-figure", tone ? TONES[tone] : "text-ui-fg-base")}>{value}</span>
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle block">
          {detail}
        </Text>
      </dd>
    </div>
  )
}
