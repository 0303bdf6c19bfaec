import { History } from "@medusajs/icons"
import { Badge, Heading, Skeleton } from "@medusajs/ui"
import type { OrderReconciliation } from "../../../../types/http"
import { useWords } from "../../../lib/use-words"
import { ExplainedCode } from "../../../ui/matching-code"
import { StateBadge } from "../../../ui/state-sign"
import { isZero } from "../../../lib/money"
import { useOrderView } from "../use-order-view"

/** Title, total and code; beneath them the state, and what else to know before trusting the amounts. */
export function CardHead() {
  const { order, t, amount } = useOrderView()
  const { totals, code, currency_code: currency } = order
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center justify-between gap-x-2">
        <Heading level="h2">{t("title")}</Heading>
        <span className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-2 whitespace-nowrap tabular-nums">
          {!isZero(totals.owed) && `${amount(totals.owed)} ${currency.toUpperCase()}`}
          {code && <ExplainedCode code={code} />}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <StateBadge state={order.state} notCovered={order.plan && amount(order.plan.not_covered)} />
        {order.cancelled_at && (
          <Badge color="grey" size="2xsmall" className="whitespace-nowrap" data-cancelled="">
            {t("cancelled")}
          </Badge>
        )}
        <InferredBadge order={order} />
      </div>
    </div>
  )
}

function InferredBadge({ order: { inferred: count } }: { order: OrderReconciliation }) {
  const { t } = useWords()
  if (count === 0) return null
  return (
    <Badge
      color="purple"
      size="2xsmall"
      className="gap-x-1 whitespace-nowrap"
      title={t("card.inferredWhy")}
      data-inferred={count}
    >
      <History aria-hidden />
      {t("card.inferred", { count })}
    </Badge>
  )
}

/** The same while the order is read; only the title where nothing will come. */
export function PlainHead({ isLoading = false }: { isLoading?: boolean }) {
  const { t } = useWords()
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center justify-between gap-x-2">
        <Heading level="h2">{t("title")}</Heading>
        {isLoading && <Skeleton className="reconciliation-late h-5" style={{ width: 96 }} />}
      </div>
      {isLoading && <Skeleton className="reconciliation-late h-5" style={{ width: 128 }} />}
    </div>
  )
}
