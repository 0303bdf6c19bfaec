import {
  ArrowUturnLeft,
  BuildingStorefront,
  Calendar,
  Cash,
  FlagMini,
  PencilSquare,
  ShoppingCart,
  TriangleRightMini,
} from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import type { CSSProperties, ReactNode } from "react"
import { Link } from "react-router-dom"
import type { OverviewView, SumInCurrency } from "../../../types/http"
import { daysBetween } from "../../lib/dates"
import { isZero, moneyFormat } from "../../lib/money"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { StateIcon } from "../../ui/state-icon"
import { useListSpeech } from "../lists/use-list-speech"
import { aboutOnly } from "./about"
import { awaitedOf } from "./figures"
import { viewPath, type Need, type What } from "./needs"
import { Head } from "./parts"

const OPEN = "text-ui-tag-orange-icon"
const SIGNS: Readonly<Record<What, ReactNode>> = {
  contradictions: <StateIcon state="error" className="text-ui-tag-red-icon" />,
  taken_back: <ArrowUturnLeft aria-hidden className={OPEN} />,
  refused_mirrors: <BuildingStorefront aria-hidden className={OPEN} />,
  overdue: <Calendar aria-hidden className={OPEN} />,
  to_place: <Cash aria-hidden className={OPEN} />,
  owed: <ShoppingCart aria-hidden className={OPEN} />,
  write_off_requests: <PencilSquare aria-hidden className="text-ui-fg-subtle" />,
  to_check: <FlagMini aria-hidden className={OPEN} />,
}

interface NeedsProps {
  readonly needs: readonly Need[]
  readonly overview: OverviewView
}

/** What needs a person, each in a sentence that leads to exactly these. */
export function Needs({ needs, overview }: NeedsProps) {
  const { t, locale } = useWords()
  const count = needs.reduce((sum, one) => sum + one.count, 0)
  return (
    <Section>
      <Head title={t("overview.needs.title")}>
        <span className="txt-compact-xsmall text-ui-fg-subtle" data-things={count}>
          {t(count === 1 ? "overview.needs.things_one" : "overview.needs.things_other", {
            count: count.toLocaleString(locale),
          })}
        </span>
      </Head>
      <ul className="divide-y" style={roomFor(needs.map((one) => one.count.toLocaleString(locale)))}>
        {needs.map((need) => (
          <li key={need.what}>
            <Sentence need={need} today={overview.today} />
          </li>
        ))}
      </ul>
      <Later overview={overview} />
    </Section>
  )
}

const [DIGIT_PX, SIGN_PX] = [12, 6] as const

/** How wide a count is, whose thousands are set apart. */
const widthOf = (count: string): number =>
  Array.from(count, (sign) => (/\d/.test(sign) ? DIGIT_PX : SIGN_PX)).reduce((sum, px) => sum + px, 0)

/** As much room for the counts as the longest of them takes, in every row. */
const roomFor = (counts: readonly string[]): CSSProperties => ({
  ["--reconciliation-counts" as string]: `${Math.max(...counts.map(widthOf))}px`,
})

function Sentence({ need, today }: { need: Need; today: string }) {
  const { t, locale } = useWords()
  const about = useAbout(need)
  const { what, count, oldestOn, sums, to } = need
  const days = Math.max(0, daysBetween(oldestOn, today))
  return (
    <Link to={to} className="reconciliation-todo outline-none" data-need={what} data-count={count}>
      <span className="inline-flex">{SIGNS[what]}</span>
      <span
        className={clx(
          "reconciliation-todo-count",
          what === "contradictions" ? "text-ui-tag-red-text" : "text-ui-fg-base",
        )}
      >
        {count.toLocaleString(locale)}
      </span>
      <span className="min-w-0">
        <span className="txt-compact-small text-ui-fg-base block">
          {t(`overview.what.${what}`, { count })}
        </span>
        <span className="reconciliation-todo-about txt-compact-xsmall text-ui-fg-subtle">{about}</span>
      </span>
      <span className="reconciliation-todo-figures txt-compact-small">
        <Sums sums={sums} />
        <span className="reconciliation-todo-age text-ui-fg-subtle">
          <span aria-hidden>
            {days === 0 ? t("overview.needs.today") : t("overview.needs.age", { count: days })}
          </span>
          <span className="sr-only">{t("overview.needs.ageSaid", { count: days })}</span>
        </span>
      </span>
      <TriangleRightMini aria-hidden className="text-ui-fg-muted" />
    </Link>
  )
}

/** Of the only one what it is and why; of several, what is meant by it. */
function useAbout({ what, only, order }: Need): string {
  const speech = useListSpeech()
  const { t } = speech
  if (only) return aboutOnly(only, speech)
  return order ? t("account.tx.order", { id: order.display_id }) : t(`overview.aboutOf.${what}`)
}

/** As many amounts as a row has room for. */
const MOST_SUMS = 4

/** Amounts, a currency beneath the other; they are never added. An order that contradicts itself may owe nothing. */
function Sums({ sums }: { sums: readonly SumInCurrency[] }) {
  const { t, locale } = useWords()
  const shown = sums.filter(({ amount }) => !isZero(amount))
  const more = shown.length - MOST_SUMS
  return (
    <span className="reconciliation-todo-sums text-ui-fg-base">
      {shown.slice(0, MOST_SUMS).map(({ currency_code: currency, digits, amount }) => (
        <span key={currency} data-sum={`${amount} ${currency}`}>
          {moneyFormat(locale, currency, digits).amount(amount)} {currency.toUpperCase()}
        </span>
      ))}
      {more > 0 && (
        <span className="txt-compact-xsmall text-ui-fg-subtle">
          {t("overview.needs.more", { count: more })}
        </span>
      )}
    </span>
  )
}

/** What is owed and needs nobody yet. */
function Later({ overview: { views, coming } }: { overview: OverviewView }) {
  const { t, locale, dayInSentence, amountOf } = useListSpeech()
  const later = views.find(({ view }) => view === "not_due")
  if (!later) return null
  const [next] = coming
  const awaited = next ? awaitedOf(next) : null
  const amount =
    next && awaited !== null ? `${amountOf(next)(awaited)} ${next.currency_code.toUpperCase()}` : ""
  return (
    <Link
      to={viewPath("not_due")}
      className="reconciliation-over-row txt-compact-small text-ui-fg-subtle outline-none"
      data-need="not_due"
      data-count={later.count}
    >
      <span className="flex-1">
        {t(later.count === 1 ? "overview.needs.later_one" : "overview.needs.later_other", {
          count: later.count.toLocaleString(locale),
        })}
        {next &&
          next.due_on !== null &&
          t(amount === "" ? "overview.needs.laterFrom" : "overview.needs.laterOf", {
            amount,
            date: dayInSentence(next.due_on),
          })}
      </span>
      <TriangleRightMini aria-hidden className="text-ui-fg-muted" />
    </Link>
  )
}
