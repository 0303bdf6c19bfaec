import { clx, Text } from "@medusajs/ui"
import { isZero } from "../../lib/money"
import type { CodeView } from "./use-code-view"

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly detail: string
  readonly tone?: "settled" | "open"
}

const TONES = { settled: "text-ui-tag-green-text", open: "text-ui-tag-orange-text" } as const

/** The sums of both sides, that they agree, and what is still to come. */
export function Figures({ view }: { view: CodeView }) {
  const { t, amount, code } = view
  const { totals, order } = code
  const said = (key: string, values: Record<string, string> = {}) =>
    t(`codePage.figures.${key}`, Object.fromEntries(Object.entries(values).map(([k, v]) => [k, amount(v)])))
  const open = !isZero(totals.still_open)
  return (
    <dl className="reconciliation-figures">
      <Figure
        name={said("pays")}
        value={amount(totals.pays)}
        detail={said("paysOf", { money: totals.money, credits: totals.credits })}
      />
      <Figure
        name={said("settles")}
        value={amount(totals.settles)}
        detail={said("settlesOf", { items: totals.items, refunds: totals.refunds })}
      />
      <Figure
        name={said("difference")}
        value={amount(totals.difference)}
        detail={said("agree")}
        tone="settled"
      />
      <Figure
        name={said(order ? "without" : "left")}
        value={amount(totals.still_open)}
        detail={restOf(view, said)}
        {...(open ? { tone: "open" as const } : {})}
      />
    </dl>
  )
}

/** Of an order, how much of what is open is planned; of a credit, that the rest of it lies idle. */
function restOf(
  { code: { totals, order } }: CodeView,
  said: (key: string, values?: Record<string, string>) => string,
) {
  if (isZero(totals.still_open)) return said("nothing")
  if (!order) return said("paysNothing")
  return isZero(totals.planned) ? said("unplanned") : said("plannedOf", { amount: totals.planned })
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
