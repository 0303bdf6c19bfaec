import { ClockSolid, History as HistorySign } from "@medusajs/icons"
import { Badge, Button, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { OrderAnswer } from "../../../../types/http"
import { moneyFormat } from "../../../lib/money"
import { useWords } from "../../../lib/use-words"
import { codePath, hostOrderPath } from "../../../lib/paths"
import type { OrderAct } from "../../../ui/beside"
import { CodeBadge } from "../../../ui/matching-code"
import { GuardedButton } from "../../../ui/no-right"
import { ReadOnlyBadge } from "../../../ui/read-only"
import { StateBadge } from "../../../ui/state-sign"
import { termsSaid } from "../terms-words"
import { PageMenu } from "./page-menu"

interface PageHeaderProps {
  order: OrderAnswer
  canEdit: boolean
  onHistory?: () => void
  onRecord?: () => void
  onDelete?: () => void
  onAct?: (act: OrderAct) => void
}

/** Which order it is, how it stands, and what can be done with the whole of it. */
export function PageHeader({ order, canEdit, onHistory, onRecord, onDelete, onAct }: PageHeaderProps) {
  const { t, moment, day, locale } = useWords()
  const inferred = order.read ? order.inferred : 0
  const facts = [
    moment(order.placed_at),
    order.customer?.name,
    order.billing_name && order.billing_name !== order.customer?.name
      ? t("page.billedTo", { name: order.billing_name })
      : null,
    order.read &&
      order.document_number &&
      `${t(`details.${order.document_number.kind}`)} ${order.document_number.number}`,
    order.read && termsSaid(order, { t, day }),
    t("page.amountsIn", { currency: order.currency_code.toUpperCase() }),
  ]
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <div className="flex flex-wrap items-center gap-2">
          <Heading level="h1">
            <Link to={hostOrderPath(order.id)}>{t("page.heading", { id: order.display_id })}</Link>
          </Heading>
          {order.read && (
            <StateBadge
              state={order.state}
              notCovered={
                order.plan &&
                moneyFormat(locale, order.currency_code, order.digits).amount(order.plan.not_covered)
              }
            />
          )}
          {order.read && order.code && (
            <CodeBadge code={order.code} to={codePath(order.account_id, order.code.rank)} />
          )}
          {order.cancelled_at && (
            <Badge size="2xsmall" color="grey">
              {t("cancelled")}
            </Badge>
          )}
          {!canEdit && <ReadOnlyBadge />}
          {inferred > 0 && (
            <Badge size="2xsmall" color="purple" className="gap-x-1">
              <HistorySign aria-hidden />
              {t("page.inferred", { count: inferred })}
            </Badge>
          )}
        </div>
        <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
          {facts.filter(Boolean).join(" · ")}
        </Text>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {onHistory && (
          <Button size="small" variant="secondary" type="button" onClick={onHistory}>
            <ClockSolid aria-hidden />
            {t("page.history")}
          </Button>
        )}
        {onRecord && (
          <GuardedButton right="manage" allowed={canEdit} data-opens-payment="" onClick={onRecord}>
            {t("payment.title")}
          </GuardedButton>
        )}
        <PageMenu orderId={order.id} canEdit={canEdit} onDelete={onDelete} onAct={onAct} />
      </div>
    </header>
  )
}
