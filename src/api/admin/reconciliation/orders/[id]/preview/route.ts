import { readHistories } from "../../../../../../workflows/host/read-orders"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { answer } from "../../../../../lib/answer"
import { orderNotFound } from "../../../../../lib/order-answer"
import { readBody } from "../../../../../lib/read-body"
import { previewOrderBody } from "../../../../../lib/schemas"
import { orderIdOf } from "../../../../../lib/path-id"

/** What reconciling the order would do now; changes nothing. */
export const POST = answer(async (request, response) => {
  const { strategy } = await readBody(request, previewOrderBody)
  const orderId = orderIdOf(request)
  const [history] = await readHistories(request.scope, [orderId])
  if (!history) throw orderNotFound(orderId)
  response.json({ allocation_plan: await ledgerOf(request.scope).orders.preview(history, strategy) })
})
