import type { ActPlace, OrderAct } from "../../ui/beside"
import { CancelPlanDrawer } from "./plan/cancel-plan-drawer"
import { PlanDrawer } from "./plan/plan-drawer"
import { RefundDrawer } from "./refund/refund-drawer"
import { ActStyles } from "./styles"
import { TermsDrawer } from "./terms/terms-drawer"
import { OrderWriteOff } from "./write-off"

/** The drawer of what is done to the whole of an order. */
export default function OrderActs({ order, act, onClose }: ActPlace & { act: OrderAct }) {
  return (
    <>
      <ActStyles />
      {act === "refund" && <RefundDrawer order={order} onClose={onClose} />}
      {act === "plan" && <PlanDrawer order={order} onClose={onClose} />}
      {act === "cancelPlan" && <CancelPlanDrawer order={order} onClose={onClose} />}
      {act === "terms" && <TermsDrawer order={order} onClose={onClose} />}
      {act === "writeOff" && <OrderWriteOff order={order} onClose={onClose} />}
    </>
  )
}
