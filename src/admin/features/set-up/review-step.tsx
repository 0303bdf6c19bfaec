import { ExclamationCircle } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { SetUpStep } from "../../../types/http"
import { moneyFormat } from "../../lib/money"
import { useWords, type Words } from "../../lib/use-words"
import { counted } from "../runs/run-words"
import { untilOf } from "./draft"
import { sumsOf } from "./opening/rows"
import { missingIn, pendingSettings, type PendingSetting } from "./pending"
import { Column, type StepProps } from "./column"

/** All that finishing does, and what still keeps it from that. */
export function ReviewStep({ desk, settings }: StepProps) {
  const words = useWords()
  const { t } = words
  const { draft, saved } = desk
  const { steps, faults } = missingIn({ ...saved, draft })
  const pending = pendingSettings(draft, settings)
  const isPartly = Object.values(saved.done).some((one) => one !== null)
  const { opening, history } = draft
  const isTwice = opening.answer === "rows" && opening.rows.length > 0 && history.answer === "bring"
  return (
    <Column desk={desk} title={t("setUp.review.title")} about={t("setUp.review.about")}>
      {isPartly && <Note>{t("setUp.review.partly")}</Note>}
      {steps.map((step) => (
        <Missing key={step} onGo={() => desk.goTo(step)} step={step}>
          {t("setUp.review.missing", { step: t(`setUp.steps.${step}`) })}
        </Missing>
      ))}
      {faults > 0 && (
        <Missing step="opening" onGo={() => desk.goTo("opening")}>
          {counted(words, "setUp.review.faults", { count: faults })}
        </Missing>
      )}
      {isTwice && <Note>{t("setUp.review.twice")}</Note>}
      <Heading level="h2">{t("setUp.review.settings")}</Heading>
      <div className="reconciliation-set-up-list txt-compact-small" data-pending={pending.length}>
        {pending.length === 0 ? (
          <span className="text-ui-fg-subtle">{t("setUp.review.noSettings")}</span>
        ) : (
          pending.map((one) => <Setting key={one.name} one={one} />)
        )}
      </div>
      <Heading level="h2">{t("setUp.review.opening")}</Heading>
      <div className="reconciliation-set-up-list txt-compact-small">
        <span className="text-ui-fg-subtle">{openingSaid(desk, words)}</span>
      </div>
      <Heading level="h2">{t("setUp.review.history")}</Heading>
      <div className="reconciliation-set-up-list txt-compact-small">
        <span className="text-ui-fg-subtle">
          {history.answer === null && t("setUp.review.open")}
          {history.answer === "skip" && t("setUp.review.skipped")}
          {history.answer === "bring" &&
            t("setUp.review.bring", { days: daysSaid(history.since, untilOf(draft), words) })}
        </span>
      </div>
    </Column>
  )
}

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <div className="reconciliation-set-up-note">
      <ExclamationCircle aria-hidden className="text-ui-tag-orange-icon" />
      <Text size="small">{children}</Text>
    </div>
  )
}

interface MissingProps {
  readonly step: SetUpStep
  readonly onGo: () => void
  readonly children: ReactNode
}

function Missing({ step, onGo, children }: MissingProps) {
  const { t } = useWords()
  return (
    <div className="reconciliation-set-up-note items-center" data-missing={step}>
      <ExclamationCircle aria-hidden className="text-ui-tag-red-icon" />
      <Text size="small" className="min-w-0 flex-1">
        {children}
      </Text>
      <Button size="small" variant="secondary" type="button" onClick={onGo}>
        {t("setUp.review.goTo")}
      </Button>
    </div>
  )
}

function Setting({ one: { name, from, to } }: { readonly one: PendingSetting }) {
  const words = useWords()
  const { t } = words
  return (
    <div data-setting={name}>
      <span className="text-ui-fg-subtle">{t(`setUp.review.names.${name}`)}</span>
      <span className="min-w-0 break-words text-right">
        <span className="text-ui-fg-base block font-medium">{settingSaid(name, to, words)}</span>
        <span className="txt-compact-xsmall text-ui-fg-subtle block">
          {t("setUp.review.from", { value: settingSaid(name, from, words) })}
        </span>
      </span>
    </div>
  )
}

const RULE_WORDS: Readonly<Record<string, string>> = {
  strategy: "strategy",
  unappliedMoney: "later",
  refundLines: "refund",
}

/** A setting in the reader's words. */
function settingSaid(name: string, value: unknown, { t, has, day }: Words): string {
  if (value === null || value === undefined) return t("setUp.review.nothing")
  if (name === "goLive" && typeof value === "string") return day(value)
  const key = typeof value === "string" ? `setUp.rules.${RULE_WORDS[name]}.${value}` : ""
  if (name in RULE_WORDS && has(key)) return t(key)
  if (name === "firstReceipts")
    return pairsSaid(Object.entries(value as Record<string, number>)) || t("setUp.review.nothing")
  if (name === "writeOff") {
    const { limits = {} } = value as { limits?: Record<string, { amount: string; percent: number }> }
    const said = Object.entries(limits).map(
      ([code, { amount, percent }]) => [code.toUpperCase(), `${amount} (${percent} %)`] as const,
    )
    return pairsSaid(said) || t("setUp.review.nothing")
  }
  return typeof value === "string" ? value : JSON.stringify(value)
}

const pairsSaid = (pairs: readonly (readonly [string, string | number])[]): string =>
  pairs.map(([name, value]) => `${name}: ${value}`).join(", ")

function openingSaid({ draft, saved }: StepProps["desk"], words: Words): string {
  const { opening } = draft
  const { currencies } = saved.shop
  if (saved.done.opening)
    return counted(words, "setUp.opening.recorded", { count: saved.done.opening.recorded })
  if (opening.answer === null) return words.t("setUp.review.open")
  if (opening.answer !== "rows" || opening.rows.length === 0) return words.t("setUp.review.noOpening")
  const total = sumsOf(opening.rows, currencies)
    .map(({ code, digits, owes, has }) => {
      const { money } = moneyFormat(words.locale, code, digits)
      return words.t("setUp.opening.total", { owes: money(owes), has: money(has) })
    })
    .join(" · ")
  return counted(words, "setUp.review.openingCount", { count: opening.rows.length, total })
}

function daysSaid(since: string, until: string, { t, day }: Words): string {
  if (since !== "" && until !== "") return t("setUp.review.between", { since: day(since), until: day(until) })
  if (since !== "") return t("setUp.review.sinceOnly", { since: day(since) })
  return until === "" ? t("setUp.review.all") : t("setUp.review.untilOnly", { until: day(until) })
}
