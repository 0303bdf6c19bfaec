import { Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import type {
  OrderReconciliation,
  RefundablePaymentView,
  RefundPreview,
  RefundView,
} from "../../../../types/http"
import { amountTextOf } from "../../../lib/amount-text-of"
import { mayPass, request, type RequestError } from "../../../lib/client"
import { ErrorState } from "../../../ui/error-state"
import { ActDrawer, DrawerPart } from "../../account/acts/act-drawer"
import { useAct } from "../../account/use-act"
import { useOrderView } from "../../order/use-order-view"
import { useActPreview } from "../use-act-preview"
import { isRefundTouched, NEW_REFUND, readRefund, type RefundDraft, type RefundReading } from "./draft"
import { RefundFields } from "./refund-fields"
import { RefundOutcome } from "./refund-outcome"
import { RefundRows } from "./refund-rows"

const NO_PAYMENTS: readonly RefundablePaymentView[] = []

/** Pays back chosen items, through the provider that took the money. */
export function RefundDrawer({ order, onClose }: { order: OrderReconciliation; onClose: () => void }) {
  const { t, amount, locale } = useOrderView()
  const [draft, setDraft] = useState(NEW_REFUND)
  const { data, error, refetch } = usePayments(order.id)
  const payments = data ?? NO_PAYMENTS
  const as = useMemo(() => amountTextOf(locale, order), [locale, order])
  const reading = readRefund(draft, { order, payments, as })
  const { body } = reading
  const previewed = useActPreview<RefundPreview>(`orders/${order.id}/refunds`, body)
  const { send, ...act } = useRefund(order.id, { draft, body, onClose })
  const change = (next: Partial<RefundDraft>) => setDraft((now) => ({ ...now, ...next }))
  const isNothing = data !== undefined && payments.length === 0
  return (
    <ActDrawer
      open
      onClose={onClose}
      className="reconciliation-act-wide"
      right="manage"
      hostRight="refund"
      title={t("orderActs.refund.title")}
      about={t("orderActs.refund.about", { id: order.display_id })}
      action={
        body ? t("orderActs.refund.act", { amount: amount(body.amount) }) : t("orderActs.refund.actNone")
      }
      isReady={body !== null && previewed.isCurrent}
      isSending={act.isSending}
      isTouched={isRefundTouched(draft)}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isNothing && (
        <DrawerPart>
          <Text size="small" className="text-ui-fg-subtle" data-empty="refund">
            {t("orderActs.refund.noPayment")}
          </Text>
        </DrawerPart>
      )}
      {payments.length > 0 && (
        <>
          <RefundRows
            order={order}
            draft={draft}
            typed={reading.typed}
            onAmount={(row, text) => change({ amounts: { ...draft.amounts, [row]: text } })}
          />
          <RefundFields draft={draft} payments={payments} reading={reading} onChange={change} />
          <RefundOutcome
            previewed={previewed}
            quiet={
              reading.sum !== null && reading.sum > 0n && body === null
                ? t("orderActs.refund.tooMuchOfPayment", {
                    amount: amount(reading.payment?.refundable ?? decimalOf(0n, order.digits)),
                  })
                : t("orderActs.refund.typeFirst")
            }
          />
        </>
      )}
    </ActDrawer>
  )
}

interface Refunding {
  readonly draft: RefundDraft
  readonly body: RefundReading["body"]
  readonly onClose: () => void
}

/** Has the store refund it, and says what came of it. */
function useRefund(orderId: string, { draft: { reasonId, note }, body, onClose }: Refunding) {
  const { t, amount } = useOrderView()
  const { send, ...act } = useAct<{ refund: RefundView }>()
  const more = {
    ...(reasonId !== "" && { refund_reason_id: reasonId }),
    ...(note.trim() !== "" && { note: note.trim() }),
  }
  return {
    ...act,
    send: () => {
      if (!body) return
      send({ path: `orders/${orderId}/refunds`, body: { ...body, ...more } }, ({ refund }) => {
        const said = t(`orderActs.refund.${refund.completed ? "done" : "broken"}`, {
          amount: amount(refund.amount),
        })
        if (refund.completed) toast.success(said)
        else toast.warning(said)
        onClose()
      })
    },
  }
}

/** Which payments of the order the store's providers can pay back. */
function usePayments(orderId: string) {
  return useQuery<RefundablePaymentView[], RequestError>({
    queryKey: ["reconciliation", "order", orderId, "refundable"],
    queryFn: async ({ signal }) => {
      const path = `/admin/reconciliation/orders/${encodeURIComponent(orderId)}/refunds`
      return (await request<{ payments: RefundablePaymentView[] }>(path, { signal })).payments
    },
    staleTime: 0,
    retry: (failures, failed) => failures < 1 && mayPass(failed),
  })
}
