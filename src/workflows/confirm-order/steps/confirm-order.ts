import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ledgerOf } from "../../ledger-of"

export interface ConfirmOrderInput {
  order_id: string
  /** The version last read; refused when the order has moved on. */
  version?: number | undefined
  /** The same key twice confirms once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  /** What set it off; kept in the journal. Default "workflow". */
  cause?: string | undefined
}

export const confirmOrderStep = createStep(
  "reconciliation-confirm-order",
  async (
    { order_id: orderId, version, idempotency_key: idempotencyKey, actor, cause }: ConfirmOrderInput,
    { container },
  ) =>
    new StepResponse(
      await ledgerOf(container).orders.confirm({
        orderId,
        context: { actor: actor ?? { type: "system", id: null }, cause: cause ?? "workflow" },
        expectedVersion: version,
        idempotencyKey,
      }),
    ),
)
