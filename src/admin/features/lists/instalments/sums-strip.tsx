import { clx, Skeleton, Text } from "@medusajs/ui"
import { Fragment } from "react"
import type { InstalmentSumView, InstalmentTotalsView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { useListSpeech } from "../use-list-speech"

const STRETCHES = ["late_or_failed", "soon", "later"] as const

interface SumsStripProps {
  readonly totals: InstalmentTotalsView | undefined
  readonly isFailed: boolean
}

/** What is late, what comes soon and what later, a currency beside the other; nothing is added. */
export function SumsStrip({ totals, isFailed }: SumsStripProps) {
  const { t } = useListSpeech()
  if (!totals && isFailed)
    return (
      <Text size="small" className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3">
        {t("lists.totals.notRead")}
      </Text>
    )
  if (totals?.open === 0) return null
  return (
    <dl
      className="reconciliation-list-totals border-ui-border-base border-t"
      aria-label={t("instalments.sums.label")}
      data-totals=""
    >
      {STRETCHES.map((stretch) => {
        const sums = totals?.sums.filter((sum) => !isZero(sum[stretch]))
        if (sums?.length === 0) return null
        return (
          <div key={stretch} data-sum={stretch}>
            <dt className="txt-compact-xsmall text-ui-fg-subtle">{t(`instalments.sums.${stretch}`)}</dt>
            {sums ? (
              <Amounts sums={sums} stretch={stretch} />
            ) : (
              <dd aria-hidden>
                <Skeleton className="reconciliation-late h-5" style={{ width: 120 }} />
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

function Amounts({
  sums,
  stretch,
}: {
  readonly sums: readonly InstalmentSumView[]
  readonly stretch: (typeof STRETCHES)[number]
}) {
  const { amountOf } = useListSpeech()
  return (
    <dd className="txt-compact-small text-ui-fg-subtle">
      {sums.map((sum, place) => (
        <Fragment key={sum.currency_code}>
          {place > 0 && <span className="reconciliation-list-dot">{"\u00A0· "}</span>}
          <span data-amount={sum[stretch]} className="reconciliation-list-amount whitespace-nowrap">
            <span
              className={clx(
                "reconciliation-list-sum",
                stretch === "late_or_failed" ? "text-ui-tag-red-text" : "text-ui-fg-base",
              )}
            >
              {amountOf(sum)(sum[stretch])}
            </span>{" "}
            {sum.currency_code.toUpperCase()}
          </span>
        </Fragment>
      ))}
    </dd>
  )
}
