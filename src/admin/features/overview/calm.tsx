import { CheckCircle } from "@medusajs/icons"
import { Link } from "react-router-dom"
import type { ListedTransactionView, OverviewView } from "../../../types/http"
import { accountPath, reconciliationPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { Message, Saying } from "../../ui/message"
import { Section } from "../../ui/section"
import { STATE_COLOR } from "../../ui/state-sign"
import { StateIcon } from "../../ui/state-icon"
import { useListSpeech } from "../lists/use-list-speech"
import { shortDay } from "./day-words"
import { awaitedOf, placedLately } from "./figures"
import { viewPath } from "./needs"
import { Head } from "./parts"

/** Nothing needs anybody: so much was done by itself, and this comes up. */
export function Calm({ overview }: { overview: OverviewView }) {
  const { t, locale, dayInSentence } = useWords()
  const { coming, views } = overview
  const placed = placedLately(overview)
  const next = coming[0]?.due_on ?? null
  const later = views.find(({ view }) => view === "not_due")
  const said = [
    placed > 0 &&
      t(placed === 1 ? "overview.calm.placed_one" : "overview.calm.placed_other", {
        count: placed.toLocaleString(locale),
      }),
    next !== null && t("overview.calm.next", { date: dayInSentence(next) }),
  ].filter((one) => one !== false)
  return (
    <>
      <Section>
        <div data-calm="">
          <Message icon={CheckCircle} tone="done" title={t("overview.calm.title")}>
            <Saying quiet>{said.length > 0 ? said.join(" ") : t("overview.calm.none")}</Saying>
          </Message>
        </div>
      </Section>
      {later && (
        <Section>
          <Head title={t("overview.calm.coming")}>
            <Link
              to={viewPath("not_due")}
              className="reconciliation-link txt-compact-small focus-visible:shadow-borders-focus rounded outline-none"
              data-need="not_due"
              data-count={later.count}
            >
              {t(later.count === 1 ? "overview.calm.all_one" : "overview.calm.all_other", {
                count: later.count.toLocaleString(locale),
              })}
            </Link>
          </Head>
          <ul className="divide-y">
            {coming.map((one) => (
              <li key={one.number}>
                <Coming one={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** What falls due, whose it is, and how much is awaited then, else what is open of all of it. */
function Coming({ one }: { one: ListedTransactionView }) {
  const { t, locale, nameOf, detailOf, ownerOf, amountOf } = useListSpeech()
  const { due_on: dueOn, order, owner, open, currency_code: currency } = one
  const to = order ? reconciliationPath(order.id) : accountPath(owner.account_id)
  const awaited = awaitedOf(one)
  const sum = `${amountOf(one)(awaited ?? open)} ${currency.toUpperCase()}`
  const name = [ownerOf(one), nameOf(one), detailOf(one)].filter(Boolean).join(", ")
  return (
    <Link
      to={to}
      className="reconciliation-over-row reconciliation-coming txt-compact-small outline-none"
      data-coming={one.number}
    >
      <StateIcon state="planned" className={STATE_COLOR.planned} />
      <span className="reconciliation-over-day text-ui-fg-subtle">
        {dueOn !== null && <time dateTime={dueOn}>{shortDay(locale, dueOn)}</time>}
      </span>
      <span className="reconciliation-over-clip text-ui-fg-base flex-1" title={name}>
        {name}
      </span>
      <span className="reconciliation-over-figure text-ui-fg-base">
        {awaited === null ? t("overview.calm.openOf", { amount: sum }) : sum}
      </span>
    </Link>
  )
}
