import { untilPaid } from "../lib/ledger.mjs"

/** The host's own limit of digits; amounts are numbers on its wire, so sums need rounding. */
const HOST_DIGITS = 6

/** @param {number} days from today */
const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/**
 * What the shop's clerk does with the money of one order, through the admin API.
 * @param {import("../lib/types.js").Client} admin
 * @param {string} orderId
 * @returns {import("../lib/types.js").Till}
 */
export function openTill(admin, orderId) {
  const payment = async () => {
    const fields = "id,*payment_collections.payments,*payment_collections.payments.captures"
    const { order } = await admin.get(`/admin/orders/${orderId}?fields=${fields}`)
    return order.payment_collections[0].payments[0]
  }
  return {
    /** Takes part of what was authorised, or all that is left of it: the host would try the whole again. */
    async capture(amount) {
      const { id, amount: authorised, captures } = await payment()
      const taken = (captures ?? []).reduce(
        (/** @type {number} */ total, /** @type {any} */ one) => total + one.amount,
        0,
      )
      const left = taken === 0 ? undefined : Number((authorised - taken).toFixed(HOST_DIGITS))
      await admin.post(`/admin/payments/${id}/capture`, { amount: amount ?? left })
    },
    async refund(amount, note) {
      await admin.post(`/admin/payments/${(await payment()).id}/refund`, { amount, note })
    },
    async cancel() {
      await admin.post(`/admin/orders/${orderId}/cancel`)
    },
    async plan(instalments) {
      await admin.put(`/admin/reconciliation/orders/${orderId}/plan`, {
        instalments: instalments.map(([days, amount]) => ({ due_on: dayIn(days), amount })),
      })
    },
    async chargeBack(reason) {
      const order = await untilPaid(admin, orderId)
      const capture = order.columns.find(({ kind }) => kind === "payment")
      await admin.post(`/admin/reconciliation/payments/${capture?.id}/reversals`, {
        kind: "chargeback",
        reason,
      })
    },
    async refundRow(title, amount) {
      const order = await untilPaid(admin, orderId)
      const row = order.rows.find((one) => one.title.startsWith(title))
      await admin.post(`/admin/reconciliation/orders/${orderId}/refunds`, {
        payment_id: (await payment()).id,
        amount,
        lines: [{ row: row?.key, amount }],
      })
    },
  }
}
