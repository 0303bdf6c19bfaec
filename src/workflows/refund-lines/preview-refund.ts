import type { MedusaContainer } from "@medusajs/framework/types"
import { orderNotRead } from "../../modules/reconciliation/ledger/lock"
import type { RefundPreview } from "../../types/http"
import { readHistories } from "../host/read-orders"
import { ledgerOf } from "../ledger-of"
import { hostBeforeRefund } from "../host/before-refund"
import { GONE } from "./refund-rows"
import type { RefundLinesInput } from "./steps/refund-rows"

/**
 * What a refund of chosen rows would do: chosen as the refund chooses, then read as the host would show it. No money
 * moves, and nothing is kept. Whether the provider takes it, only the refund itself shows.
 *
 * @throws what RefundTurns.choose throws
 */
export async function previewRefund(
  container: MedusaContainer,
  input: Omit<RefundLinesInput, "created_by" | "idempotency_key"> & { cause?: string },
): Promise<RefundPreview> {
  const { order_id: orderId, payment_id: paymentId, amount, lines } = input
  const { actor = { type: "system" as const, id: null }, cause = "workflow" } = input
  const { previews } = ledgerOf(container)
  const [history] = await readHistories(container, [orderId])
  if (!history) throw orderNotRead(orderId)
  const host = (await hostBeforeRefund(container, orderId)) ?? GONE
  const context = { actor, cause }
  const asked = { orderId, paymentId, amount, lines, reasonId: null, note: null, idempotencyKey: null, host }
  const chosen = await previews.chooseRefund(history, asked, context)
  const [refunded] = await readHistories(container, [orderId], { refundToBe: { paymentId, ...chosen } })
  if (!refunded) throw orderNotRead(orderId)
  return previews.refund({ history, refunded, chosen, context })
}
