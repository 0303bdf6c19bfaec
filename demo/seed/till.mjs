/** The host's own limit of digits; amounts are numbers on its wire, so sums need rounding. */
const HOST_DIGITS = 6

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
  }
}
