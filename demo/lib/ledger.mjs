import { setTimeout as sleep } from "node:timers/promises"
import { HttpError } from "./http.mjs"

const PATIENCE_MS = 30_000
const PAUSE_MS = 300

/**
 * What the plugin says about one order; undefined while it does not know it.
 * @param {import("./types.js").Client} admin
 * @param {string} id
 * @returns {Promise<import("./types.js").Order | undefined>}
 */
export async function readOrder(admin, id) {
  try {
    const { order } = await admin.get(`/admin/reconciliation/orders/${id}`)
    return order.read ? order : undefined
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) {
      return undefined
    }
    throw error
  }
}

/**
 * What differs from what the story promises, in words; empty when all is as it should be.
 * @param {import("./types.js").Order | undefined} order
 * @param {import("./types.js").Expectation} expect
 */
export function differences(order, expect) {
  if (!order) {
    return ["is not in the ledger"]
  }
  const wrong = []
  if (expect.state !== undefined && order.state !== expect.state) {
    wrong.push(`is ${order.state}, not ${expect.state}`)
  }
  const code = order.code?.code
  if (expect.code !== undefined && code !== expect.code) {
    wrong.push(`has ${code === undefined ? "no code" : `code ${code}`}, not ${expect.code}`)
  }
  if (expect.owed !== undefined && order.totals.owed !== expect.owed) {
    wrong.push(`owes ${order.totals.owed}, not ${expect.owed}`)
  }
  if (expect.unallocated !== undefined && order.totals.unallocated !== expect.unallocated) {
    wrong.push(`has ${order.totals.unallocated} on no item, not ${expect.unallocated}`)
  }
  const refunds = order.columns.filter(({ kind }) => kind === "refund").length
  if (expect.refunds !== undefined && refunds !== expect.refunds) {
    wrong.push(`shows ${refunds} refunds, not ${expect.refunds}`)
  }
  return wrong
}

/**
 * Waits until every order is as its story promises, or until patience ends.
 * @param {import("./types.js").Client} admin
 * @param {import("./types.js").Story[]} stories
 * @param {import("./types.js").Note} note
 * @returns {Promise<import("./types.js").Story[]>} those that are not
 */
export async function untilReconciled(admin, stories, note) {
  const deadline = Date.now() + PATIENCE_MS
  let waiting = stories
  for (;;) {
    const still = []
    for (const story of waiting) {
      if (differences(await readOrder(admin, story.orderId), story.expect).length > 0) {
        still.push(story)
      }
    }
    waiting = still
    note(`${stories.length - waiting.length} of ${stories.length} orders`)
    if (waiting.length === 0 || Date.now() > deadline) {
      return waiting
    }
    await sleep(PAUSE_MS)
  }
}

/**
 * Waits until the ledger shows of an order what is asked for, or until patience ends.
 * @param {import("./types.js").Client} admin
 * @param {string} orderId
 * @param {(order: import("./types.js").Order) => boolean} isShown
 */
export async function untilShown(admin, orderId, isShown) {
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    const order = await readOrder(admin, orderId)
    if (order && isShown(order)) {
      return order
    }
    if (Date.now() > deadline) {
      throw new Error(`The plugin did not take up what happened to ${orderId}.`)
    }
    await sleep(PAUSE_MS)
  }
}

/**
 * The same for its payment.
 * @param {import("./types.js").Client} admin
 * @param {string} orderId
 */
export const untilPaid = (admin, orderId) => untilShown(admin, orderId, ({ columns }) => columns.length > 0)

/**
 * Every order of the store in the order of its number, with what the plugin says about it.
 * @param {import("./types.js").Client} admin
 */
export async function readLedger(admin) {
  const { orders } = await admin.get("/admin/orders?fields=id,display_id&limit=200&order=display_id")
  const ledger = []
  for (const { id } of orders) {
    const order = await readOrder(admin, id)
    if (order) {
      ledger.push(order)
    }
  }
  return { ledger, unknown: orders.length - ledger.length }
}

/**
 * The customer accounts behind these orders.
 * @param {import("./types.js").Client} admin
 * @param {import("./types.js").Order[]} ledger
 * @returns {Promise<import("./types.js").Account[]>}
 */
export async function readAccounts(admin, ledger) {
  const accounts = []
  for (const id of new Set(ledger.map(({ account_id }) => account_id))) {
    accounts.push((await admin.get(`/admin/reconciliation/accounts/${id}`)).account)
  }
  return accounts
}
