import { Modules } from "@medusajs/framework/utils"

/**
 * @typedef {import("./read-book.mjs").Book} Book
 * @typedef {import("./read-book.mjs").Order} Order
 * @typedef {import("./host.mjs").Host} Host
 *
 * @typedef {object} Loaded
 * @property {Map<string, string>} customers  number in the book → id in the host
 * @property {Map<string, string>} orders
 * @property {number} created                 rows that were not there before
 */

/** Workflows at a time; one process does all the work, so more would only queue. */
const AT_A_TIME = 4
/** The number that an order has in the book; the host numbers orders itself. */
const NUMBER = "acceptance_number"
const EVERYTHING = { take: 1_000_000 }

/**
 * Brings a book's customers and orders into the host by the host's own workflows. What is there already, by
 * email or by number, is left alone.
 * @param {Host} host
 * @param {Book} book
 * @returns {Promise<Loaded>}
 */
export async function load(host, book) {
  const customers = await loadCustomers(host, book)
  const orders = await loadOrders(host, book, customers.ids)
  return { customers: customers.ids, orders: orders.ids, created: customers.created + orders.created }
}

/**
 * @param {Host} host
 * @param {Book} book
 */
async function loadCustomers({ container, flows }, { customers }) {
  const service = container.resolve(Modules.CUSTOMER)
  const there = new Set((await service.listCustomers({}, EVERYTHING)).map(({ email }) => email))
  const missing = customers.filter(({ number }) => !there.has(emailOf(number)))
  if (missing.length > 0)
    await flows.createCustomersWorkflow(container).run({
      input: {
        customersData: missing.map(({ number, name }) => ({ email: emailOf(number), company_name: name })),
      },
    })
  const byEmail = new Map((await service.listCustomers({}, EVERYTHING)).map(({ email, id }) => [email, id]))
  const ids = new Map(customers.map(({ number }) => [number, byEmail.get(emailOf(number)) ?? ""]))
  return { ids, created: missing.length }
}

/**
 * @param {Host} host
 * @param {Book} book
 * @param {Map<string, string>} customers
 */
async function loadOrders(host, { orders }, customers) {
  const { container, flows } = host
  const there = await ordersThere(host)
  const missing = orders.filter(({ number }) => !there.has(number))
  if (missing.length > 0) {
    const region = await openRegion(host)
    await inTurn(missing, async (order) => {
      const customer = { customer_id: customers.get(order.customer) ?? "", email: emailOf(order.customer) }
      await flows
        .createOrderWorkflow(container)
        .run({ input: { ...customer, region_id: region, ...orderInput(order) } })
    })
  }
  const now = await ordersThere(host)
  const standing = orders.filter(
    ({ number, cancelled }) => cancelled && now.get(number)?.status !== "canceled",
  )
  await inTurn(standing, async ({ number }) => {
    await flows.cancelOrderWorkflow(container).run({ input: { order_id: now.get(number)?.id ?? "" } })
  })
  return { ids: new Map([...now].map(([number, { id }]) => [number, id])), created: missing.length }
}

/**
 * An order as it was placed: on its day, its lines in the order of their numbers.
 * @param {Order} order
 */
function orderInput({ number, placedAt, lines }) {
  const numbered = new Set(lines.map((line) => line.number)).size === lines.length
  return {
    currency_code: "usd",
    // The host keeps a moment that is given, though its types do not name it.
    created_at: new Date(placedAt),
    metadata: { [NUMBER]: number },
    items: lines.map((line, index) => ({
      title: line.title,
      // Decimal strings reach the host's exact column as they are.
      quantity: /** @type {any} */ (line.quantity),
      unit_price: /** @type {any} */ (line.price),
      // Lines that share a number stand as the file lists them.
      metadata: { reconciliation_position: numbered ? line.number : index + 1 },
    })),
  }
}

/** @param {Host} host */
async function ordersThere({ container }) {
  const rows = await container
    .resolve(Modules.ORDER)
    .listOrders({}, { ...EVERYTHING, select: ["id", "status", "metadata"] })
  return new Map(rows.map(({ id, status, metadata }) => [String(metadata?.[NUMBER]), { id, status }]))
}

/** @param {Host} host */
async function openRegion({ container, flows }) {
  const { result } = await flows.createRegionsWorkflow(container).run({
    input: { regions: [{ name: "Acceptance", currency_code: "usd", automatic_taxes: false, countries: [] }] },
  })
  return result[0]?.id ?? ""
}

/** @param {string} number */
function emailOf(number) {
  const name = number.replaceAll(/[^A-Za-z0-9]/g, (sign) => `-${sign.codePointAt(0)?.toString(16)}-`)
  return `customer-${name.toLowerCase()}@example.com`
}

/**
 * Starts the work in the order of the list, a few at a time.
 * @template Thing
 * @param {readonly Thing[]} things
 * @param {(thing: Thing) => Promise<void>} work
 */
async function inTurn(things, work) {
  const waiting = things.values()
  const worker = async () => {
    for (const thing of waiting) await work(thing)
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, worker))
}
