import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { OverviewView } from "../../../types/http"
import { daysBetween } from "../../lib/dates"
import { moneyFormat } from "../../lib/money"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { viewPath } from "./needs"
import { Head } from "./parts"

/** What pays nothing yet in each currency that anything is open in; nothing is added. */
export function Unapplied({ overview: { views, ageing, today } }: { overview: OverviewView }) {
  const { t, locale } = useWords()
  const sums = views.find(({ view }) => view === "to_place")?.sums ?? []
  const none = ageing.filter(({ currency_code: code }) => !sums.some((sum) => sum.currency_code === code))
  const amount = (code: string, digits: number, value: string) =>
    moneyFormat(locale, code, digits).amount(value)
  const ageOf = (day: string): string => {
    const days = Math.max(0, daysBetween(day, today))
    return days === 0 ? t("overview.needs.today") : t("overview.needs.age", { count: days })
  }
  return (
    <Section>
      <Head title={t("overview.unapplied.title")} />
      {sums.length === 0 && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle px-6 py-2.5">
          {t("overview.unapplied.none")}
        </Text>
      )}
      {sums.map(({ currency_code: code, digits, count, oldest_on: oldest, amount: value }) => (
        <Link
          key={code}
          to={viewPath("to_place", code)}
          className="reconciliation-over-row txt-compact-small outline-none"
          data-unapplied={code}
          data-count={count}
        >
          <Code>{code}</Code>
          <span className="text-ui-fg-subtle min-w-0 flex-1">
            {t(count === 1 ? "overview.unapplied.of_one" : "overview.unapplied.of_other", {
              count: count.toLocaleString(locale),
              age: ageOf(oldest),
            })}
          </span>
          <span className="reconciliation-over-figure text-ui-tag-orange-text font-medium">
            {amount(code, digits, value)}
          </span>
        </Link>
      ))}
      {sums.length > 0 &&
        none.map(({ currency_code: code, digits }) => (
          <div key={code} className="reconciliation-over-row txt-compact-small text-ui-fg-subtle">
            <Code>{code}</Code>
            <span className="reconciliation-over-figure flex-1">{amount(code, digits, "0")}</span>
          </div>
        ))}
    </Section>
  )
}

const Code = ({ children }: { children: string }): ReactNode => (
  <span className="reconciliation-over-code txt-compact-small-plus text-ui-fg-subtle">
    {children.toUpperCase()}
  </span>
)
