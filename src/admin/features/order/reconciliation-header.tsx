import { ArrowPath } from "@medusajs/icons"
import { Badge, Button, clx, Heading, Skeleton, Text, toast } from "@medusajs/ui"
import type { OrderAnswer } from "../../../types/http"
import { useReconcileOrder } from "./use-order-reconciliation"
import { useWords } from "../../lib/use-words"
import { errorWords } from "../../lib/errors"
import { ExplainedCode } from "../../ui/matching-code"
import { StateBadge } from "../../ui/state-sign"

interface HeaderProps {
  orderId: string
  order: OrderAnswer | undefined
  loading: boolean
}

export function ReconciliationHeader({ orderId, order, loading }: HeaderProps) {
  const { t } = useWords()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex flex-wrap items-center gap-2">
          <Heading level="h2">{t("title")}</Heading>
          {order?.read && <StateBadge state={order.state} />}
          {loading && <Skeleton className="h-5" style={{ width: 128 }} />}
          {order?.cancelled_at && (
            <Badge color="grey" size="2xsmall" className="whitespace-nowrap" data-cancelled="">
              {t("cancelled")}
            </Badge>
          )}
          {order?.read && order.code && <ExplainedCode code={order.code} />}
        </div>
        <ReconcileButton orderId={orderId} />
      </div>
      {order ? <OrderLine order={order} /> : loading && <Skeleton className="h-5" style={{ width: "60%" }} />}
    </div>
  )
}

function OrderLine({ order }: { order: OrderAnswer }) {
  const { t, moment } = useWords()
  const parts = [
    t("orderLine", { id: order.display_id, date: moment(order.placed_at) }),
    order.customer?.name || order.customer?.email,
    order.billing_name && order.billing_name !== order.customer?.name
      ? t("billedTo", { name: order.billing_name })
      : null,
    t("amountsIn", { currency: order.currency_code.toUpperCase() }),
  ]
  return (
    <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
      {parts.filter(Boolean).join(" · ")}
    </Text>
  )
}

function ReconcileButton({ orderId }: { orderId: string }) {
  const { t, has } = useWords()
  const { mutate, isPending } = useReconcileOrder(orderId)
  const reconcile = () =>
    mutate(undefined, {
      onSuccess: () => toast.success(t("reconcile.done")),
      onError: ({ message, body }) => {
        const said = body && errorWords(body, { t, has })
        toast.error(t("reconcile.failed"), { description: said ? `${said.text} ${said.remedy}` : message })
      },
    })
  // Not `disabled` while it runs: a disabled button would lose the keyboard focus.
  return (
    <Button
      size="small"
      variant="secondary"
      type="button"
      aria-disabled={isPending}
      onClick={() => !isPending && reconcile()}
    >
      <ArrowPath aria-hidden className={clx(isPending && "reconciliation-spin")} />
      {t(isPending ? "reconcile.pending" : "reconcile.action")}
    </Button>
  )
}
