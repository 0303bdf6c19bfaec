import { Button, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import type { OverviewView, RuleQuality } from "../../../types/http"
import { ruleLabel } from "../../lib/because"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { DayLine } from "./day-line"
import { BY_HAND, rulesOf, shareOf } from "./figures"
import { usePercent } from "./use-percent"

interface QualityProps {
  readonly quality: OverviewView["quality"]
  readonly today: string
}

/** How much was placed by itself, by which rule, what people took back of it, and how long money waited for a person. */
export function Quality({ quality, today }: QualityProps) {
  const { t, locale } = useWords()
  const percent = usePercent()
  const { allocations, automatic, since } = quality
  const figure = (count: number) => count.toLocaleString(locale)
  return (
    <Section>
      <div className="px-6 py-3.5" data-quality={allocations}>
        <div className="flex items-center justify-between gap-x-3">
          <h2 className="txt-compact-small-plus text-ui-fg-base">{t("overview.quality.title")}</h2>
          <span className="txt-compact-xsmall text-ui-fg-subtle">{t("overview.quality.since")}</span>
        </div>
        {allocations === 0 ? (
          <Text size="small" className="text-ui-fg-subtle mt-1">
            {t("overview.quality.none")}
          </Text>
        ) : (
          <>
            <p className="reconciliation-rate-line">
              <span className="reconciliation-rate text-ui-fg-base">
                {percent(shareOf(automatic, allocations, "down"))}
              </span>
              <span className="txt-compact-small text-ui-fg-subtle">
                {t(allocations === 1 ? "overview.quality.share_one" : "overview.quality.share_other", {
                  automatic: figure(automatic),
                  total: figure(allocations),
                })}
              </span>
            </p>
            {quality.days.length > 1 && <DayLine days={quality.days} since={since} today={today} />}
          </>
        )}
      </div>
      {quality.rules.length > 0 && <Rules quality={quality} />}
      <Median rule={rulesOf(quality).byHand} />
    </Section>
  )
}

function Rules({ quality }: { quality: OverviewView["quality"] }) {
  const { t } = useWords()
  const id = useId()
  const [isWhole, setWhole] = useState(false)
  const { most, others, byHand } = rulesOf(quality)
  const shown = isWhole ? [...most, ...others] : most
  return (
    <>
      <table
        id={id}
        className="reconciliation-over-table txt-compact-small text-ui-fg-base"
        aria-label={t("overview.quality.title")}
        data-rules=""
      >
        <thead className="txt-compact-xsmall text-ui-fg-subtle">
          <tr>
            <th scope="col">{t("overview.quality.rule")}</th>
            <th scope="col">{t("overview.quality.amounts")}</th>
            <th scope="col">{t("overview.quality.undone")}</th>
          </tr>
        </thead>
        <tbody>
          {[...shown, ...(byHand ? [byHand] : [])].map((rule) => (
            <Rule key={rule.rule} rule={rule} />
          ))}
        </tbody>
      </table>
      {others.length > 0 && (
        <div className="px-4 py-1">
          <Button
            size="small"
            variant="transparent"
            type="button"
            aria-expanded={isWhole}
            aria-controls={id}
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole ? t("overview.quality.fewer") : t("overview.quality.all", { count: others.length })}
          </Button>
        </div>
      )}
    </>
  )
}

function Rule({ rule: { rule, allocations, undone } }: { rule: RuleQuality }) {
  const { t, has, locale } = useWords()
  const percent = usePercent()
  const short = `overview.shortRules.${rule}`
  const isByHand = rule === BY_HAND
  const name = isByHand ? t("overview.quality.byHand") : has(short) ? t(short) : ruleLabel(rule, { t, has })
  return (
    <tr data-rule={rule}>
      <th scope="row" className={isByHand ? "font-medium" : "text-ui-fg-subtle"}>
        {name}
      </th>
      <td className="font-medium">{allocations.toLocaleString(locale)}</td>
      <td className="text-ui-fg-subtle">{percent(shareOf(undone, allocations, "nearest"))}</td>
    </tr>
  )
}

/** Of fewer, half says nothing. */
const LEAST_CASES = 10

/** How long money waited for people, where they placed enough of it. */
function Median({ rule }: { rule: RuleQuality | undefined }) {
  const { t, locale } = useWords()
  if (!rule || rule.allocations < LEAST_CASES) return null
  const days = rule.median_days
  return (
    <Text size="small" leading="compact" className="text-ui-fg-subtle px-6 py-2.5" data-median={days}>
      {days === 0
        ? t("overview.quality.atOnce")
        : t("overview.quality.median", {
            days: t("overview.quality.days", { count: days, days: days.toLocaleString(locale) }),
          })}
    </Text>
  )
}
