import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { mirrorOrder, type MirroredOrder } from "../mirror-order"

export interface MirrorOrderInput {
  order_id: string
}

/**
 * Brings the host's payments of an order up to what the ledger wants of them. All in one step, so that the host's own events
 * of it wait until it is done, and nobody reads a half. It has no compensation: the outbox says what is wanted.
 */
export const mirrorOrderStep = createStep(
  "reconciliation-mirror-order",
  async ({ order_id: orderId }: MirrorOrderInput, { container }) =>
    new StepResponse<MirroredOrder>(await mirrorOrder(container, orderId)),
)
