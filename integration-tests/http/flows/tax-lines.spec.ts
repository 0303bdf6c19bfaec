import { sweep } from "../../../src/workflows/sweep/sweep"
import { goodwill } from "../../setup/credit-lines"
import { describeHost, type Host } from "../../setup/host"
import { booksOf } from "../../setup/host-checks"
import { hostBooks } from "../../setup/host-order"
import { listening } from "../../setup/listening"
import { TestStore } from "../../setup/store"
import type { StoreShape } from "../../setup/store-shape"
import { buyTwoAndOne, setTaxRate, tenOff } from "../../setup/two-and-one"

/** A 50, B 30, shipping 20, and 20 % on top. */
const SHOP = { currency: "usd", prices: [50, 30], taxRate: 20, shipping: 20 }

describeHost((host) => {
  it("follows a lower tax rate on the same version, of which only tax lines tell: A 9, B 3, shipping 2", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await buyTwoAndOne(host, store, { code: await tenOff(store) })
    const books = booksOf(host, store, orderId)
    await store.capture(orderId, 168)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    const parts = async () =>
      (await store.order(orderId)).rows.map((row) => row.parts.map(({ amount }) => amount))
    expect(await parts()).toEqual([
      ["100.00", "-10.00", "18.00"],
      ["30.00", "6.00"],
      ["20.00", "4.00"],
    ])

    const version = (await hostBooks(host, orderId)).version
    expect(await listening(host, () => setTaxRate(host, store, orderId, 10))).toEqual([
      "order.order-line-item-tax-line.created",
      "order.order-line-item-tax-line.deleted",
      "order.order-shipping-method-tax-line.created",
      "order.order-shipping-method-tax-line.deleted",
      "tax.tax-rate.updated",
    ])
    expect((await hostBooks(host, orderId)).version).toBe(version)
    expect(await sweep(host.container())).toMatchObject({ changed: 1 })
    await books(`
      full A       charged  adjusted     net  payment  credit  credit  credit  open
      Product 1     108.00     -9.00   99.00   108.00   -9.00       .       .  0.00
      Product 2      36.00     -3.00   33.00    36.00       .   -3.00       .  0.00
      Collect        24.00     -2.00   22.00    24.00       .       .   -2.00  0.00
      unallocated                                0.00    9.00    3.00    2.00
      total         168.00    -14.00  154.00   168.00    0.00    0.00    0.00  0.00
    `)
    // What the host says now is not what was charged first: it explains nothing.
    expect(await parts()).toEqual([[], [], []])
  })

  it("counts the tax of a line below zero: a trade-in of 20 and its tax leave 24 of 28", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await buyTwoAndOne(host, store, { code: await tenOff(store) })
    expect(await taxesOf(host, store, orderId)).toEqual({ host: 28, ledger: 28 })
    await store.act("order-edits", { order_id: orderId })
    await store.act(`order-edits/${orderId}/items`, {
      items: [{ variant_id: store.shop.variants[1], quantity: 1, unit_price: -20 }],
    })
    await store.act(`order-edits/${orderId}/request`)
    await store.act(`order-edits/${orderId}/confirm`)
    await booksOf(
      host,
      store,
      orderId,
    )(`
      none         charged  adjusted     net  credit    open
      Product 1     108.00         .  108.00   24.00   84.00
      Product 2      36.00         .   36.00       .   36.00
      Product 2     -24.00         .  -24.00  -24.00    0.00
      Collect        24.00         .   24.00       .   24.00
      unallocated                               0.00
      total         144.00      0.00  144.00    0.00  144.00
    `)
    expect(await taxesOf(host, store, orderId)).toEqual({ host: 24, ledger: 24 })
  })

  it("moves the tax within what includes it when the rate falls; a discount, which is before tax, is 12 less, then 11", async () => {
    const store = await TestStore.open(host, { ...SHOP, currency: "eur", taxInclusive: true })
    const orderId = await buyTwoAndOne(host, store, { code: await tenOff(store, "eur") })
    const books = booksOf(host, store, orderId)
    await books(`
      none         charged  adjusted     net    open
      Product 1      88.00         .   88.00   88.00
      Product 2      30.00         .   30.00   30.00
      Collect        20.00         .   20.00   20.00
      unallocated
      total         138.00      0.00  138.00  138.00
    `)
    await setTaxRate(host, store, orderId, 10)
    await sweep(host.container())
    await books(`
      none         charged  adjusted     net    open
      Product 1      88.00      1.00   89.00   89.00
      Product 2      30.00      0.00   30.00   30.00
      Collect        20.00      0.00   20.00   20.00
      unallocated
      total         138.00      1.00  139.00  139.00
    `)
    await store.capture(orderId)
    await books(`
      partial a    charged  adjusted     net  payment  open
      Product 1      88.00      1.00   89.00    89.00  0.00
      Product 2      30.00      0.00   30.00    30.00  0.00
      Collect        20.00      0.00   20.00    19.00  1.00
      unallocated                                0.00
      total         138.00      1.00  139.00   138.00  1.00
    `)
  })

  it("counts in whole yen: taxes, a lower rate and the smallest credit line", async () => {
    await smallestUnits(host, { currency: "jpy", country: "jp", prices: [333, 455], unit: 1 }, [
      `
        none         charged  adjusted   net  open
        Product 1        719         .   719   719
        Product 2        491         .   491   491
        Collect           22         .    22    22
        unallocated
        total           1232         0  1232  1232
      `,
      `
        none         charged  adjusted   net  open
        Product 1        719        14   733   733
        Product 2        491        10   501   501
        Collect           22         0    22    22
        Rounding          -1         .    -1    -1
        unallocated
        total           1231        24  1255  1255
      `,
      `
        none         charged  adjusted   net  open
        Product 1        719        13   732   732
        Product 2        491        10   501   501
        Collect           22         0    22    22
        Rounding          -1         .    -1    -1
        unallocated
        total           1231        23  1254  1254
      `,
      `
        partial a    charged  adjusted   net  payment  open
        Product 1        719        13   732      732     0
        Product 2        491        10   501      501     0
        Collect           22         0    22        .    22
        Rounding          -1         .    -1       -1     0
        unallocated                                 0
        total           1231        23  1254     1232    22
      `,
    ])
  })

  it("counts in thousands of a dinar: taxes, a lower rate and the smallest credit line", async () => {
    await smallestUnits(host, { currency: "kwd", country: "kw", prices: [33.333, 4.555], unit: 0.001 }, [
      `
        none         charged  adjusted     net    open
        Product 1     71.999         .  71.999  71.999
        Product 2      4.919         .   4.919   4.919
        Collect       21.600         .  21.600  21.600
        Rounding       0.001         .   0.001   0.001
        unallocated
        total         98.519     0.000  98.519  98.519
      `,
      `
        none         charged  adjusted      net     open
        Product 1     71.999     1.334   73.333   73.333
        Product 2      4.919     0.092    5.011    5.011
        Collect       21.600     0.400   22.000   22.000
        Rounding       0.001    -0.002   -0.001   -0.001
        unallocated
        total         98.519     1.824  100.343  100.343
      `,
      `
        none         charged  adjusted      net     open
        Product 1     71.999     1.333   73.332   73.332
        Product 2      4.919     0.092    5.011    5.011
        Collect       21.600     0.400   22.000   22.000
        Rounding       0.001    -0.002   -0.001   -0.001
        unallocated
        total         98.519     1.823  100.342  100.342
      `,
      `
        partial a    charged  adjusted      net  payment   open
        Product 1     71.999     1.333   73.332   73.332  0.000
        Product 2      4.919     0.092    5.011    5.011  0.000
        Collect       21.600     0.400   22.000   20.177  1.823
        Rounding       0.001    -0.002   -0.001   -0.001  0.000
        unallocated                                0.000
        total         98.519     1.823  100.342   98.519  1.823
      `,
    ])
  })
})

/** All the tax of an order, as the host says it and as the ledger's rows add up. */
async function taxesOf(
  host: Host,
  store: TestStore,
  orderId: string,
): Promise<{ host: number; ledger: number }> {
  const { order } = await store.get<{ order: { tax_total: number } }>(`orders/${orderId}?fields=id,tax_total`)
  const [row] = await host.sql<{ cents: string }>(
    `select coalesce(sum(case i.side when 'debit' then 1 else -1 end * (tax ->> 'amount')::bigint), 0)::text as cents
       from reconciliation_open_item i
       join reconciliation_document d on d.id = i.document_id, jsonb_array_elements(i.taxes) tax
      where d.order_id = ?`,
    [orderId],
  )
  return { host: order.tax_total, ledger: Number(row?.cents) / 100 }
}

interface SmallShape extends StoreShape {
  /** The smallest amount of the currency. */
  unit: number
}

/** Compares the books of one order: as placed at 8 %, at 10 %, credited one unit, and paid as placed. */
async function smallestUnits(host: Host, { unit, ...shape }: SmallShape, expected: string[]): Promise<void> {
  const store = await TestStore.open(host, { ...shape, taxRate: 8, shipping: 20 })
  const orderId = await buyTwoAndOne(host, store)
  const steps = [
    async () => Promise.resolve(),
    async () => {
      await setTaxRate(host, store, orderId, 10)
      await sweep(host.container())
    },
    async () => store.act<void>(`orders/${orderId}/credit-lines`, goodwill(unit)),
    async () => store.capture(orderId),
  ]
  for (const [index, step] of steps.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- each step follows the one before
    await step()
    // oxlint-disable-next-line no-await-in-loop -- and is looked at before the next
    await booksOf(host, store, orderId)(expected[index] ?? "")
  }
}
