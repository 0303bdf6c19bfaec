import type { MedusaContainer } from "@medusajs/framework/types"
import { orderNotRead } from "../../modules/reconciliation/ledger/lock"
import type { PayBackView } from "../../types/http"
import { hostBeforeRefund } from "../host/before-refund"
import { readHistories } from "../host/read-orders"
import { ledgerOf } from "../ledger-of"
import { GONE } from "../refund-lines/refund-rows"
import type { PayBackInput } from "./inputs"
import { payBackOf } from "./steps/money"

/**
 * What paying back would do. By the store it is refused for what the act would be refused for, before anybody is asked to
 * press: no provider is asked, and nothing is kept.
 *
 * @throws what payBackWorkflow throws
 */
export async function previewPayBack(container: MedusaContainer, input: PayBackInput): Promise<PayBackView> {
  const { money, previews } = ledgerOf(container)
  const asked = payBackOf(input)
  if (input.via !== "host") return money.previewPayBack(asked)
  const { orderId, paymentId } = await money.hostPaymentOf(input.payment_id)
  const preview = await money.previewPayBack(asked)
  const [history] = await readHistories(container, [orderId])
  if (!history) throw orderNotRead(orderId)
  const host = (await hostBeforeRefund(container, orderId)) ?? GONE
  const surplus = {
    orderId,
    paymentId,
    amount: preview.amount,
    lines: [],
    surplus: { asked: input.amount ?? null },
  }
  await previews.chooseRefund(
    history,
    { ...surplus, host, reasonId: null, note: null, idempotencyKey: null },
    asked.context,
  )
  return preview
}
