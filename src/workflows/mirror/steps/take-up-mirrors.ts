import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ledgerOf } from "../../ledger-of"

interface Called {
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  cause?: string | undefined
  /** The same key twice does it once. */
  idempotency_key?: string | undefined
}

export interface TakeUpMirrorsInput extends Called {
  /** At most 100; without, the first 100 parts there are. */
  order_ids?: string[] | undefined
}

export interface RetryMirrorInput extends Called {
  mirror_id: string
}

/** Wants what was applied while the mirror was off; the host is told by an event. */
export const takeUpMirrorsStep = createStep(
  "reconciliation-take-up-mirrors",
  async ({ order_ids: orderIds, actor, idempotency_key: key }: TakeUpMirrorsInput, { container }) =>
    new StepResponse(
      await ledgerOf(container).mirrors.takeUp({
        orderIds: orderIds ?? null,
        actorId: actor?.id ?? null,
        idempotencyKey: key,
      }),
    ),
)

export const retryMirrorStep = createStep(
  "reconciliation-retry-mirror",
  async ({ mirror_id: id, idempotency_key: key }: RetryMirrorInput, { container }) =>
    new StepResponse(await ledgerOf(container).mirrors.retry(id, key)),
)
