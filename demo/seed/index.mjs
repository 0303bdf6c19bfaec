import { createClient } from "../lib/http.mjs"
import { checkout } from "./checkout.mjs"
import { payFromAccount } from "./deposit.mjs"
import { registerPeople } from "./people.mjs"
import { AHEAD, CHEQUE, UNKNOWN } from "./on-account.mjs"
import { SCENARIOS } from "./scenarios.mjs"
import { createShop } from "./shop.mjs"
import { openTill } from "./till.mjs"

/**
 * Fills an empty store.
 * @param {import("../lib/types.js").Client} admin
 * @param {import("../lib/types.js").Note} note told what is being done
 * @returns {Promise<import("../lib/types.js").Story[]>} the stories with the ids of their orders, ready to be kept
 */
export async function seed(admin, note) {
  note("the shop")
  const shop = await createShop(admin)
  const store = createClient(admin.base, { "x-publishable-api-key": shop.publishableKey })
  note("its customers")
  const people = await registerPeople(store)
  /** @type {import("../lib/types.js").Story[]} */
  const orders = []
  for (const [index, { person, title, story, basket, settle, expect }] of SCENARIOS.entries()) {
    note(`order ${index + 1} of ${SCENARIOS.length}`)
    const orderId = await checkout(shop, personOf(people, person), basket)
    await settle?.(openTill(admin, orderId))
    orders.push({ person, orderId, title, story, expect })
  }
  note("a cheque")
  await payFromAccount(admin, {
    ...CHEQUE,
    customerId: personOf(people, CHEQUE.person).id,
    orderIds: orders.filter(({ person }) => person === CHEQUE.person).map(({ orderId }) => orderId),
  })
  note("money ahead, and of an unknown owner")
  const { id } = personOf(people, AHEAD.person)
  await admin.post("/admin/reconciliation/payments", { customer_id: id, ...AHEAD.body })
  await admin.post("/admin/reconciliation/payments", { customer_id: null, suspense: true, ...UNKNOWN })
  return orders
}

/**
 * @param {Record<string, import("../lib/types.js").Person>} people
 * @param {string} key
 */
function personOf(people, key) {
  const person = people[key]
  if (!person) {
    throw new Error(`There is no "${key}" in people.mjs.`)
  }
  return person
}
