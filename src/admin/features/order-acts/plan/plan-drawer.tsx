import { Text, toast } from "@medusajs/ui"
import { useMemo, useState } from "react"
import type { OrderReconciliation, PlanPreview } from "../../../../types/http"
import { amountTextOf } from "../../../lib/amount-text-of"
import { ActDrawer, DrawerPart } from "../../account/acts/act-drawer"
import { useAct } from "../../account/use-act"
import { useOrderView } from "../../order/use-order-view"
import { useActPreview } from "../use-act-preview"
import { begunPlan, isPlanTouched, openRowsOf, readPlan } from "./draft"
import { InstalmentRows } from "./instalment-rows"
import { Cover, PlanOutcome } from "./plan-outcome"
import { Starts } from "./starts"

/** Plans what is open of an order in instalments. */
export function PlanDrawer({ order, onClose }: { order: OrderReconciliation; onClose: () => void }) {
  const { t, locale } = useOrderView()
  const as = useMemo(() => amountTextOf(locale, order), [locale, order])
  const [begun] = useState(() => begunPlan(order, as))
  const [draft, setDraft] = useState(begun)
  const rows = useMemo(() => openRowsOf(order), [order])
  const open = rows.reduce((sum, row) => sum + row.open, 0n)
  const reading = readPlan(draft, { open, digits: order.digits, as })
  const { body } = reading
  const path = `orders/${order.id}/plan`
  const previewed = useActPreview<PlanPreview>(path, body)
  const act = useAct<object>()
  const { preview, isCurrent } = previewed
  const send = () => {
    if (!body || !preview) return
    act.send({ method: "PUT", path, body: { ...body, version: preview.base_version } }, () => {
      toast.success(t("orderActs.plan.done", { id: order.display_id }))
      onClose()
    })
  }
  const about = t("orderActs.plan.about", { id: order.display_id })
  return (
    <ActDrawer
      open
      onClose={onClose}
      className="reconciliation-act-wide"
      right="manage"
      title={t("orderActs.plan.title")}
      about={order.plan ? `${about} ${t("orderActs.plan.replaces")}` : about}
      action={t("orderActs.plan.act")}
      isReady={isCurrent && preview?.changed === true}
      isSending={act.isSending}
      isTouched={isPlanTouched(draft, begun)}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      {open === 0n ? (
        <DrawerPart>
          <Text size="small" className="text-ui-fg-subtle" data-empty="plan">
            {t("orderActs.plan.nothing")}
          </Text>
        </DrawerPart>
      ) : (
        <>
          <Starts open={open} as={as} onStart={setDraft} />
          <InstalmentRows draft={draft} typed={reading.typed} rows={rows} as={as} onDraft={setDraft} />
          <Cover reading={reading} />
          <PlanOutcome previewed={previewed} />
        </>
      )}
    </ActDrawer>
  )
}
