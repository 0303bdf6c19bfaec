import { setTimeout as sleep } from "node:timers/promises"
import { readOrder } from "../lib/ledger.mjs"

const PATIENCE_MS = 30_000

/**
 * A deposit on account and the run that spends it. The open orders must be in the ledger before the
 * run, or there would be nothing to pay.
 * @param {import("../lib/types.js").Client} admin
 * @param {{ customerId: string, orderIds: string[], body: object, strategy: string }} deposit
 */
export async function payFromAccount(admin, { customerId, orderIds, body, strategy }) {
  for (const id of orderIds) {
    await untilKnown(admin, id)
  }
  const { payment } = await admin.post("/admin/reconciliation/payments", { customer_id: customerId, ...body })
  await admin.post(`/admin/reconciliation/accounts/${payment.account_id}/reconcile`, { strategy })
}

/**
 * @param {import("../lib/types.js").Client} admin
 * @param {string} orderId
 */
async function untilKnown(admin, orderId) {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await readOrder(admin, orderId))) {
    if (Date.now() > deadline) {
      throw new Error(`The plugin did not take up order ${orderId} within ${PATIENCE_MS / 1000} seconds.`)
    }
    await sleep(250)
  }
}
