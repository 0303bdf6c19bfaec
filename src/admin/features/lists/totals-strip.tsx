import { Skeleton, Text } from "@medusajs/ui"
import type { ListedSumView, ListedViewTotals, UnreconciledTotalsView } from "../../../types/http"
import { isZero } from "../../lib/money"
import { useListSpeech } from "./use-list-speech"

interface TotalsStripProps {
  readonly totals: UnreconciledTotalsView | undefined
  readonly isFailed: boolean
}

/** What is owed and what pays nothing yet, a currency beside the other; nothing is added. */
export function TotalsStrip({ totals, isFailed }: TotalsStripProps) {
  const { t } = useListSpeech()
  if (!totals && isFailed)
    return (
      <Text size="small" className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3">
        {t("lists.totals.notRead")}
      </Text>
    )
  if (totals?.all === 0) return null
  return (
    <dl
      className="reconciliation-list-totals border-ui-border-base border-t"
      aria-label={t("lists.totals.label")}
      data-totals=""
    >
      {totals ? (
        totals.sums.filter(isSaid).map((sum) => <Sum key={sum.currency_code} sum={sum} />)
      ) : (
        <Waiting />
      )}
      {totals?.views
        .find(({ view }) => view === "contradictions")
        ?.sums.map((sum) => (
          <ToCure key={sum.currency_code} sum={sum} />
        ))}
    </dl>
  )
}

/** A currency in which everything contradicts itself owes nothing for certain. */
const isSaid = ({ owed_count: owed, unapplied }: ListedSumView): boolean => owed > 0 || !isZero(unapplied)

function Sum({ sum }: { sum: ListedSumView }) {
  const { t, amountOf, locale } = useListSpeech()
  const amount = amountOf(sum)
  const counted = (key: string, count: number) => t(key, { count: count.toLocaleString(locale) })
  return (
    <div data-sum={sum.currency_code}>
      <dt className="txt-compact-xsmall text-ui-fg-subtle">{sum.currency_code.toUpperCase()}</dt>
      {sum.owed_count > 0 && (
        <dd className="txt-compact-small text-ui-fg-subtle" data-owed={sum.owed}>
          <span className="reconciliation-list-sum text-ui-fg-base">{amount(sum.owed)}</span>{" "}
          {counted("lists.totals.owed", sum.owed_count)}
        </dd>
      )}
      {!isZero(sum.unapplied) && (
        <dd className="txt-compact-small text-ui-fg-subtle" data-unapplied={sum.unapplied}>
          <span className="reconciliation-list-sum text-ui-tag-orange-text">{amount(sum.unapplied)}</span>{" "}
          {counted("lists.totals.unapplied", sum.unapplied_count)}
        </dd>
      )}
    </div>
  )
}

/** What is open of orders that contradict themselves; they may owe nothing. */
function ToCure({ sum }: { sum: ListedViewTotals["sums"][number] }) {
  const { t, amountOf, locale } = useListSpeech()
  const { amount, currency_code: currency } = sum
  const count = sum.count.toLocaleString(locale)
  return (
    <div data-to-cure={currency}>
      <dt className="txt-compact-xsmall text-ui-fg-subtle">
        {t("lists.totals.toCure", { currency: currency.toUpperCase() })}
      </dt>
      <dd className="txt-compact-small text-ui-fg-subtle">
        <span className="reconciliation-list-sum text-ui-tag-red-text">
          {isZero(amount) ? count : amountOf(sum)(amount)}
        </span>{" "}
        {t(isZero(amount) ? "lists.totals.inError" : "lists.totals.inErrorOf", { count })}
      </dd>
    </div>
  )
}

/** What the strip takes with what is owed over what is unapplied. */
const HEIGHT_PX = 86

function Waiting() {
  return (
    <div aria-hidden style={{ minHeight: HEIGHT_PX }}>
      <dt>
        <Skeleton className="reconciliation-late h-4" style={{ width: 32 }} />
      </dt>
      <dd>
        <Skeleton className="reconciliation-late h-4" style={{ width: 140, marginTop: 6 }} />
      </dd>
    </div>
  )
}
