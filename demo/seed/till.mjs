import { untilPaid, untilShown } from "../lib/ledger.mjs"

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
    async plan(instalments, title) {
      const items = title && [{ row: rowOf(await untilPaid(admin, orderId), title).key }]
      await admin.put(`/admin/reconciliation/orders/${orderId}/plan`, {
        instalments: instalments.map(([days, amount]) => ({
          due_on: dayIn(days),
          amount,
          ...(items && { items }),
        })),
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
      const { key: row } = rowOf(await untilPaid(admin, orderId), title)
      await admin.post(`/admin/reconciliation/orders/${orderId}/refunds`, {
        payment_id: (await payment()).id,
        amount,
        lines: [{ row, amount }],
      })
    },
    async untilAllocated(amount) {
      await untilShown(admin, orderId, ({ totals }) => totals.allocated === amount)
    },
    async takeOnAccount(money) {
      const { customer, currency_code, account_id } = await untilPaid(admin, orderId)
      await admin.post("/admin/reconciliation/payments", {
        customer_id: customer?.id,
        currency_code,
        ...money,
      })
      await admin.post(`/admin/reconciliation/accounts/${account_id}/reconcile`, { strategy: "oldest_first" })
    },
    async setQuantity(title, quantity) {
      const row = rowOf(await untilPaid(admin, orderId), title)
      const at = `/admin/order-edits/${orderId}`
      await admin.post("/admin/order-edits", { order_id: orderId })
      await admin.post(`${at}/items/item/${row.key.replace("line:", "")}`, { quantity })
      await admin.post(`${at}/request`)
      await admin.post(`${at}/confirm`)
      await untilShown(admin, orderId, (order) => rowOf(order, title).net !== row.net)
    },
    async putByHand(reference, cells, reason) {
      const order = await untilPaid(admin, orderId)
      const column = order.columns.find((one) => one.reference === reference)
      await admin.post(`/admin/reconciliation/orders/${orderId}/allocations`, {
        cells: cells.map(([title, amount]) => ({ row: rowOf(order, title).key, column: column?.id, amount })),
        version: order.version,
        reason,
      })
    },
  }
}

/**
 * @param {import("../lib/types.js").Order} order
 * @param {string} title how it begins
 */
function rowOf(order, title) {
  const row = order.rows.find((one) => one.title.startsWith(title))
  if (!row) {
    throw new Error(`Order ${order.id} has no row "${title}".`)
  }
  return row
}
