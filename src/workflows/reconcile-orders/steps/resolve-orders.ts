import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ordersOf, type Trigger } from "../../host/resolve-orders"

/** Turns what events name (payments, captures, transactions …) into order ids. Reads only. */
export const resolveOrdersStep = createStep(
  "reconciliation-resolve-orders",
  async (triggers: Trigger[], { container }) => {
    const { orderIds, failures } = await ordersOf(container, triggers)
    // A step's answer may travel as JSON, which an error does not survive.
    return new StepResponse({ order_ids: orderIds, unresolved: failures.map(String) })
  },
)
