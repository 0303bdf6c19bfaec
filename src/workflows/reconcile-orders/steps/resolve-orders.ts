import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ordersOf, type Trigger } from "../../host/resolve-orders"

/** Turns what events name (payments, captures, transactions …) into order ids. Reads only. */
export const resolveOrdersStep = createStep(
  "reconciliation-resolve-orders",
  async (triggers: Trigger[], { container }) => new StepResponse(await ordersOf(container, triggers)),
)
