import { toast } from "@medusajs/ui"
import type { InstalmentView, OrderReconciliation, PlanPreview } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { ActDrawer } from "../../account/acts/act-drawer"
import { useAct } from "../../account/use-act"
import { isStanding } from "../../order/plan/standing"
import { useOrderView } from "../../order/use-order-view"
import { useActPreview } from "../use-act-preview"
import { Will, type Consequence } from "../../account/acts/will"
import { effectConsequence } from "./plan-outcome"

const CANCEL = { instalments: [], cancel: true }

/** Cancels what is left of an order's planned payments; what was paid stays. */
export function CancelPlanDrawer({ order, onClose }: { order: OrderReconciliation; onClose: () => void }) {
  const view = useOrderView()
  const { t } = view
  const path = `orders/${order.id}/plan`
  const { preview, isCurrent, error, retry } = useActPreview<PlanPreview>(path, CANCEL)
  const act = useAct<object>()
  const isSame = preview?.changed === false
  const send = () => {
    if (!preview) return
    act.send({ method: "DELETE", path: `${path}?version=${preview.base_version}` }, () => {
      toast.success(t("orderActs.cancelPlan.done", { id: order.display_id }))
      onClose()
    })
  }
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="delete"
      title={t("orderActs.cancelPlan.title")}
      about={t("orderActs.cancelPlan.about", { id: order.display_id })}
      action={t("orderActs.cancelPlan.act")}
      isReady={isCurrent && preview?.changed === true}
      isSending={act.isSending}
      error={act.error}
      onRetry={act.again}
      isDanger
      onAct={send}
    >
      <Will
        quiet={isSame ? t("orderActs.cancelPlan.same") : ""}
        isCurrent={isCurrent}
        error={error}
        onRetry={retry}
        consequences={
          preview?.changed
            ? [
                effectConsequence(preview.order, view),
                ...(order.plan?.instalments ?? []).filter(isStanding).map((one) => endOf(one, view)),
              ]
            : []
        }
      />
    </ActDrawer>
  )
}

function endOf(
  { id, due_on: due, amount: whole, paid }: InstalmentView,
  { t, amount, dayInSentence }: ReturnType<typeof useOrderView>,
): Consequence {
  const said = { amount: amount(whole), paid: amount(paid) }
  return {
    key: id,
    what: t("orderActs.plan.keeps", { date: dayInSentence(due) }),
    becomes: t(isZero(paid) ? "orderActs.cancelPlan.ends" : "orderActs.cancelPlan.endsPaid", said),
  }
}
