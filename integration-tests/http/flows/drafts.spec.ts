import { MedusaError, Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import type { AccountView, AllocationPlanView } from "../../../src/types/http"
import { sweep } from "../../../src/workflows/sweep/sweep"
import { violationsIn } from "../../setup/audit"
import { Cart } from "../../setup/cart"
import { describeHost, type Host } from "../../setup/host"
import { booksOf, upToDate } from "../../setup/host-checks"
import { hostBooks } from "../../setup/host-order"
import { listening } from "../../setup/listening"
import { TestStore } from "../../setup/store"
import { table, tableOf } from "../../setup/table"

/** A 50, B 30, shipping 20, and 20 % on top. */
const SHOP = { currency: "usd", prices: [50, 30], taxRate: 20, shipping: 20 }

/** Set while the payment provider refuses; a hook's handler stays for good. */
let onPayment: (() => Promise<void>) | null = null

describeHost((host) => {
  beforePayment(async () => onPayment?.())

  it("T12: owes nothing on a draft, keeps its money as a credit, and charges its lines when it is converted", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await draft(store)
    const books = booksOf(host, store, orderId)
    await store.act(`draft-orders/${orderId}/edit`)
    await store.act(`draft-orders/${orderId}/edit/items`, {
      items: [{ variant_id: store.shop.variants[1], quantity: 1 }],
    })
    await store.act(`draft-orders/${orderId}/edit/confirm`)
    expect(await hostBooks(host, orderId)).toMatchObject({ version: 2, raw_total: { value: "120" } })
    expect(await documents(host)).toEqual([])

    await pay(store, orderId, 120)
    await books(`
      full         charged  adjusted   net  payment  open
      unallocated                            120.00
      total           0.00      0.00  0.00   120.00  0.00
    `)
    const { version } = await hostBooks(host, orderId)
    const before = await taxLines(host, orderId)
    const told = await listening(host, async () => {
      await store.act(`draft-orders/${orderId}/convert-to-order`)
    })
    expect(told).toContain("order.placed")
    expect((await hostBooks(host, orderId)).version).toBe(version)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1      60.00         .   60.00    60.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         120.00      0.00  120.00   120.00  0.00
    `)
    const after = await taxLines(host, orderId)
    // Every tax line was made anew, on the same version and for the same amounts.
    expect(after.filter((id) => before.includes(id))).toEqual([])
    expect(after).toHaveLength(before.length)
  })

  it("keeps the money of a draft that was deleted as its customer's credit, and still shows it", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await draft(store)
    await pay(store, orderId, 84)
    const { account_id: accountId } = await store.eventually(orderId, { totals: { unallocated: "84.00" } })
    const rows = await ledgerRows(host)

    // The host deletes the order and hides its payment; nobody gave the money back.
    await deleteDraft(host, store, orderId)
    const preview = await store.act<{ allocation_plan: AllocationPlanView }>(
      `reconciliation/orders/${orderId}/preview`,
    )
    expect(preview.allocation_plan.allocate).toEqual([])
    const { changed } = await store.act<{ changed: boolean }>(`reconciliation/orders/${orderId}/reconcile`)
    expect(changed).toBe(false)
    expect(await ledgerRows(host)).toEqual(rows)
    await showsBooks(
      host,
      store,
      orderId,
      `
      full         charged  adjusted   net  payment  open
      unallocated                             84.00
      total           0.00      0.00  0.00    84.00  0.00
    `,
    )
    // It may pay another order of the same customer.
    const other = await store.checkOut([1])
    await upToDate(host, other)

    const { account } = await store.act<{ account: AccountView }>(
      `reconciliation/accounts/${accountId}/reconcile`,
      { strategy: "oldest_first" },
    )
    expect(account.totals).toMatchObject({ owed: "60.00", paid: "84.00", open: "0.00", unallocated: "24.00" })
  })

  it("takes off what a checkout owed that a sweep had read before the payment was refused", async () => {
    const store = await TestStore.open(host, SHOP)
    const seen: string[] = []
    onPayment = async () => {
      await sweep(host.container())
      seen.push(...(await documents(host)))
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "the card was declined")
    }
    const cart = await Cart.open(host, store)
    await cart.add({ product: 0, quantity: 2 })
    await expect(cart.complete()).rejects.toThrow("the card was declined")
    onPayment = null
    const [orderId = ""] = seen
    await host.settled()
    expect(await host.sql(`select id from "order" where id = ?`, [orderId])).toEqual([])
    await showsBooks(
      host,
      store,
      orderId,
      `
      none         charged  adjusted     net    open
      Product 1     120.00         .  120.00  120.00
      Collect        24.00         .   24.00   24.00
      unallocated
      total         144.00      0.00  144.00  144.00
    `,
    )
    expect(await sweep(host.container())).toEqual({ read: 1, changed: 1 })
    await showsBooks(
      host,
      store,
      orderId,
      `
      full         charged  adjusted   net  open
      Product 1     120.00   -120.00  0.00  0.00
      Collect        24.00    -24.00  0.00  0.00
      unallocated
      total         144.00   -144.00  0.00  0.00
    `,
    )
    expect(await sweep(host.container())).toEqual({ read: 0, changed: 0 })
  })

  it("brings an order that was paid and then deleted to nothing, and leaves its money to the customer", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await store.checkOut([0, 1])
    await store.act(`orders/${orderId}/credit-lines`, {
      amount: 20,
      reference: "goodwill",
      reference_id: "sorry",
    })
    await store.capture(orderId, 100)
    await upToDate(host, orderId)
    await showsBooks(
      host,
      store,
      orderId,
      `
      full A       charged  adjusted     net  payment  open
      Product 1      60.00    -10.00   50.00    50.00  0.00
      Product 2      36.00     -6.00   30.00    30.00  0.00
      Collect        24.00     -4.00   20.00    20.00  0.00
      unallocated                                0.00
      total         120.00    -20.00  100.00   100.00  0.00
    `,
    )
    await host.container().resolve(Modules.ORDER).deleteOrders([orderId])
    const { changed } = await store.act<{ changed: boolean }>(`reconciliation/orders/${orderId}/reconcile`)
    expect(changed).toBe(true)
    await showsBooks(
      host,
      store,
      orderId,
      `
      full A       charged  adjusted   net  payment  credit  credit  credit  open
      Product 1      60.00    -60.00  0.00    50.00  -50.00       .       .  0.00
      Product 2      36.00    -36.00  0.00    30.00       .  -30.00       .  0.00
      Collect        24.00    -24.00  0.00    20.00       .       .  -20.00  0.00
      unallocated                              0.00   50.00   30.00   20.00
      total         120.00   -120.00  0.00   100.00    0.00    0.00    0.00  0.00
    `,
    )
    const again = await store.act<{ changed: boolean }>(`reconciliation/orders/${orderId}/reconcile`)
    expect(again.changed).toBe(false)
  })
})

/** The books of an order that the host may no longer have, and an audit of its account. */
async function showsBooks(host: Host, store: TestStore, orderId: string, expected: string): Promise<void> {
  const order = await store.order(orderId)
  expect(tableOf(order)).toBe(table(expected))
  expect(await violationsIn(host, order.account_id)).toEqual([])
}

/** Runs something in every checkout, after the order was made and before its payment is authorized. */
function beforePayment(act: () => Promise<void>): void {
  // The host's types do not know all of its hooks.
  const hooks = completeCartWorkflow.hooks as unknown as Record<
    string,
    (handler: () => Promise<void>) => void
  >
  hooks["beforePaymentAuthorization"]?.(act)
}

async function draft(store: TestStore): Promise<string> {
  const { region, channel, variants, shipping, country } = store.shop
  const { customer } = await store.act<{ customer: { id: string } }>("customers", {
    email: "ada@example.com",
  })
  const { draft_order } = await store.act<{ draft_order: { id: string } }>("draft-orders", {
    region_id: region,
    sales_channel_id: channel,
    customer_id: customer.id,
    email: "ada@example.com",
    items: [{ variant_id: variants[0], quantity: 1 }],
    shipping_methods: [{ shipping_option_id: shipping, name: "Collect", amount: 20 }],
    shipping_address: {
      first_name: "Ada",
      last_name: "Byron",
      address_1: "1 Row",
      city: "X",
      country_code: country,
      postal_code: "1",
    },
  })
  return draft_order.id
}

/** Marks so much as paid; an edit makes a payment collection of its own, else there is none yet. */
async function pay(store: TestStore, orderId: string, amount: number): Promise<void> {
  type Known = { order: { payment_collections: { id: string; status: string }[] } }
  const { order } = await store.get<Known>(`orders/${orderId}?fields=id,*payment_collections`)
  const open = order.payment_collections.find(({ status }) => status === "not_paid")
  type Made = { payment_collection: { id: string } }
  const { id } =
    open ?? (await store.act<Made>("payment-collections", { order_id: orderId, amount })).payment_collection
  await store.act(`payment-collections/${id}/mark-as-paid`, { order_id: orderId })
}

async function deleteDraft(host: Host, store: TestStore, orderId: string): Promise<void> {
  const { status } = await host.request("delete", `/admin/draft-orders/${orderId}`, { headers: store.admin })
  expect(status).toBe(200)
  expect(await host.sql(`select id from "order" where id = ?`, [orderId])).toEqual([])
}

/** Which orders the ledger has opened. */
async function documents(host: Host): Promise<string[]> {
  const rows = await host.sql<{ order_id: string }>(
    "select order_id from reconciliation_document order by id",
  )
  return rows.map(({ order_id: id }) => id)
}

async function taxLines(host: Host, orderId: string): Promise<string[]> {
  const rows = await host.sql<{ id: string }>(
    `select distinct t.id from order_line_item_tax_line t join order_item i on i.item_id = t.item_id
      where i.order_id = ? and t.deleted_at is null order by t.id`,
    [orderId],
  )
  return rows.map(({ id }) => id)
}

async function ledgerRows(host: Host): Promise<unknown> {
  const items = await host.sql("select * from reconciliation_open_item order by id")
  return { items, allocations: await host.sql("select * from reconciliation_allocation order by id") }
}
