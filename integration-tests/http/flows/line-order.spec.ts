import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { Cart } from "../../setup/cart"
import { describeHost, type Host } from "../../setup/host"
import { expectSound, upToDate } from "../../setup/host-checks"
import { OrderChanges } from "../../setup/order-changes"
import { orderPage, type OrderPage } from "../../setup/order-page"
import { StandardShop } from "../../setup/standard-shop"
import { TestStore } from "../../setup/store"

/** Six products: two orders of their lines agree by chance once in 720 times. */
const SHOP = { currency: "usd", prices: [11, 12, 13, 14, 15, 16], shipping: 20 }
const PRODUCTS = [3, 0, 5, 1, 4, 2]

describeHost((host) => {
  it.each<[string, (store: TestStore) => Promise<string>]>([
    ["of a cart filled one by one", (store) => filledOneByOne(host, store)],
    ["of a cart filled in one call", (store) => filledAtOnce(host, store)],
    ["of an admin's draft, some of its lines added later", drafted],
    ["of a workflow of the store's own", (store) => made(host, store)],
  ])("T8: lists the lines %s as the host's order page does", async (_, place) => {
    const store = await TestStore.open(host, SHOP)
    // A database without statistics has lines of one moment by id, one with statistics as they were written.
    for (const statement of ["select 1", "analyze"]) {
      await host.sql(statement)
      const orderId = await place(store)
      // A workflow of the store's own tells no event.
      await store.act(`reconciliation/orders/${orderId}/reconcile`)
      const page = await orderPage(store, orderId)
      expect(page.lines).toHaveLength(PRODUCTS.length)
      expect(await ledgerPage(store, orderId)).toEqual(page)
    }
  })

  it("T8: goes on listing them as the page does when edits, exchanges and claims add lines", async () => {
    const shop = await StandardShop.open(host)
    const { store } = shop
    const cart = await Cart.open(host, store)
    for (const product of [2, 0, 1]) await cart.add({ product, quantity: 1 })
    const orderId = await cart.complete(shop.delivery)
    const changes = new OrderChanges(host, shop, orderId)
    const agree = async (lines: number): Promise<void> => {
      await upToDate(host, orderId)
      const page = await orderPage(store, orderId)
      expect(page.lines).toHaveLength(lines)
      expect(await ledgerPage(store, orderId)).toEqual(page)
    }
    await agree(3)
    await store.capture(orderId)
    await changes.edit({ add: { D: 1 }, delivery: 5 })
    await agree(4)
    await changes.fulfil({ A: 1, B: 1, C: 1 })
    await changes.exchange({ B: 1 }, { C: 1, D: 2 }, { outbound: 7 })
    await agree(6)
    await expectSound(host, store, orderId)
  })

  it("T8: lists lines as they state, whatever the host's page does, and keeps them so through every version", async () => {
    const store = await TestStore.open(host, SHOP)
    for (const products of [
      PRODUCTS,
      PRODUCTS.toReversed(),
      PRODUCTS.toSorted((one, other) => one - other),
    ]) {
      const orderId = await store.checkOut(products)
      await upToDate(host, orderId)
      expect(await listed(store, orderId)).toEqual(products)
      await store.act(`orders/${orderId}/credit-lines`, {
        amount: 1,
        reference: "goodwill",
        reference_id: "sorry",
      })
      await expectSound(host, store, orderId)
      expect(await listed(store, orderId)).toEqual(products)
    }
  })
})

/** The products' places, as the order's reconciliation lists them. */
async function listed(store: TestStore, orderId: string): Promise<number[]> {
  const { rows } = await store.order(orderId)
  return rows.filter(({ kind }) => kind === "line").map(({ title }) => Number(/\d+/.exec(title)?.[0]) - 1)
}

/** The same of the ledger's answer. */
async function ledgerPage(store: TestStore, orderId: string): Promise<OrderPage> {
  const { rows } = await store.order(orderId)
  const ids = (prefix: string): string[] =>
    rows.flatMap(({ key }) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
  return { lines: ids("line:"), shipping: ids("ship:") }
}

async function filledOneByOne(host: Host, store: TestStore): Promise<string> {
  const cart = await Cart.open(host, store)
  for (const product of PRODUCTS) await cart.add({ product, quantity: 1 })
  return cart.complete()
}

async function filledAtOnce(host: Host, store: TestStore): Promise<string> {
  const cart = await Cart.open(host, store, {
    lines: PRODUCTS.map((product) => ({ product, quantity: 1 })),
  })
  return cart.complete()
}

async function drafted(store: TestStore): Promise<string> {
  const { region, channel, variants, shipping, country } = store.shop
  const asked = PRODUCTS.map((product) => ({ variant_id: variants[product], quantity: 1 }))
  const { draft_order: draft } = await store.act<{ draft_order: { id: string } }>("draft-orders", {
    region_id: region,
    sales_channel_id: channel,
    email: "ada@example.com",
    items: asked.slice(0, 3),
    shipping_methods: [{ shipping_option_id: shipping, name: "Collect", amount: 20 }],
    shipping_address: { first_name: "Ada", address_1: "1 Row", city: "X", country_code: country },
  })
  const at = `draft-orders/${draft.id}`
  await store.act(`${at}/edit`)
  await store.act(`${at}/edit/items`, { items: asked.slice(3) })
  await store.act(`${at}/edit/confirm`)
  await store.act(`${at}/convert-to-order`)
  return draft.id
}

/** Stamped as they are written: the lines of one such order may be a millisecond or two apart. */
async function made(host: Host, store: TestStore): Promise<string> {
  const { result: order } = await createOrderWorkflow(host.container()).run({
    input: {
      region_id: store.shop.region,
      sales_channel_id: store.shop.channel,
      currency_code: "usd",
      email: "ada@example.com",
      items: PRODUCTS.map((product) => ({
        title: `S${product}`,
        quantity: 1,
        unit_price: 10 + product,
      })),
    },
  })
  return order.id
}
