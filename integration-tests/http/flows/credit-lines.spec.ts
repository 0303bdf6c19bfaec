import { Modules } from "@medusajs/framework/utils"
import { creditKeys, creditTogether, dropOneCreditLine, goodwill } from "../../setup/credit-lines"
import { describeHost } from "../../setup/host"
import { booksOf } from "../../setup/host-checks"
import { hostBooks } from "../../setup/host-order"
import { itemsOf } from "../../setup/ledger-rows"
import { TestStore } from "../../setup/store"
import { buyTwoAndOne } from "../../setup/two-and-one"

/** A 50, B 30, shipping 20, and 20 % on top. */
const SHOP = { currency: "usd", prices: [50, 30], taxRate: 20, shipping: 20 }

/** Two credit lines of 2 that were made by the second version, in cents. */
const BOTH_STAND = ["cl:2:goodwill:sorry:2:#1 200", "cl:2:goodwill:sorry:2:#2 200"]

/** No version may be raised here: the number of the undone one must come again. */
const WITHOUT_A_VERSION = { e4: false } as const

describeHost((host) => {
  it("T5: tells credit lines of the same reference and amount apart, through every later version", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await buyTwoAndOne(host, store)
    const books = booksOf(host, store, orderId)
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00         .  120.00  120.00
      Product 2      36.00         .   36.00   36.00
      Collect        24.00         .   24.00   24.00
      unallocated
      total         180.00      0.00  180.00  180.00
    `)

    await store.act(`orders/${orderId}/credit-lines`, goodwill(5))
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00     -3.33  116.67  116.67
      Product 2      36.00     -1.00   35.00   35.00
      Collect        24.00     -0.67   23.33   23.33
      unallocated
      total         180.00     -5.00  175.00  175.00
    `)
    await store.act(`orders/${orderId}/credit-lines`, goodwill(5))
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00     -6.66  113.34  113.34
      Product 2      36.00     -2.00   34.00   34.00
      Collect        24.00     -1.34   22.66   22.66
      unallocated
      total         180.00    -10.00  170.00  170.00
    `)
    // Two that only their place tells apart: the same reference, id, amount and version.
    await creditTogether(host, orderId, [2, 2])
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00     -9.32  110.68  110.68
      Product 2      36.00     -2.80   33.20   33.20
      Collect        24.00     -1.88   22.12   22.12
      unallocated
      total         180.00    -14.00  166.00  166.00
    `)
    // The versions that made them; every check has raised the version once more.
    expect(await creditKeys(host, orderId)).toEqual([
      "cl:3:goodwill:sorry:5:#1 500",
      "cl:5:goodwill:sorry:5:#1 500",
      "cl:7:goodwill:sorry:2:#1 200",
      "cl:7:goodwill:sorry:2:#2 200",
    ])

    const before = await itemsOf(host, orderId)
    await store.act(`orders/${orderId}/credit-lines`, goodwill(0))
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00     -9.32  110.68  110.68
      Product 2      36.00     -2.80   33.20   33.20
      Collect        24.00     -1.88   22.12   22.12
      unallocated
      total         180.00    -14.00  166.00  166.00
    `)
    expect(await itemsOf(host, orderId)).toEqual(before)
  })

  it("takes a negative credit line for money paid out: 14 of what was paid too much", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await buyTwoAndOne(host, store)
    const books = booksOf(host, store, orderId)
    await store.act(`orders/${orderId}/credit-lines`, goodwill(14))
    await store.capture(orderId, 180)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     120.00     -9.33  110.67   110.67  0.00
      Product 2      36.00     -2.80   33.20    33.20  0.00
      Collect        24.00     -1.87   22.13    22.13  0.00
      unallocated                               14.00
      total         180.00    -14.00  166.00   180.00  0.00
    `)
    await store.act(`orders/${orderId}/credit-lines`, goodwill(-14))
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      Product 1     120.00     -9.33  110.67   110.67       .  0.00
      Product 2      36.00     -2.80   33.20    33.20       .  0.00
      Collect        24.00     -1.87   22.13    22.13       .  0.00
      paid back                                 14.00  -14.00
      unallocated                                0.00    0.00
      total         180.00    -14.00  166.00   180.00  -14.00  0.00
    `)
  })

  it("T1: counts a credit line that the host leaves out of its total, being as small as its epsilon", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await buyTwoAndOne(host, store)
    const books = booksOf(host, store, orderId)
    await store.act(`orders/${orderId}/credit-lines`, goodwill(0.01))
    expect((await hostBooks(host, orderId)).raw_total.value).toBe("180")
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00     -0.01  119.99  119.99
      Product 2      36.00         .   36.00   36.00
      Collect        24.00         .   24.00   24.00
      unallocated
      total         180.00     -0.01  179.99  179.99
    `)
    await store.capture(orderId, 180)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     120.00     -0.01  119.99   119.99  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.01
      total         180.00     -0.01  179.99   180.00  0.00
    `)
  })

  it("T15: takes back one of two identical credit lines, and both when their change is undone", async () => {
    const store = await TestStore.open(host, SHOP)
    const orderId = await buyTwoAndOne(host, store)
    const books = booksOf(host, store, orderId)
    await creditTogether(host, orderId, [2, 2])
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00     -2.66  117.34  117.34
      Product 2      36.00     -0.80   35.20   35.20
      Collect        24.00     -0.54   23.46   23.46
      unallocated
      total         180.00     -4.00  176.00  176.00
    `)
    const orders = host.container().resolve(Modules.ORDER)
    // The version that the check has raised, and the one that made them: its number comes again.
    await orders.revertLastVersion(orderId)
    await orders.revertLastVersion(orderId)
    await store.act(`reconciliation/orders/${orderId}/reconcile`)
    await books(
      `
      none         charged  adjusted     net    open
      Product 1     120.00      0.00  120.00  120.00
      Product 2      36.00      0.00   36.00   36.00
      Collect        24.00      0.00   24.00   24.00
      unallocated
      total         180.00      0.00  180.00  180.00
    `,
      WITHOUT_A_VERSION,
    )
    await creditTogether(host, orderId, [2, 2])
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00     -2.66  117.34  117.34
      Product 2      36.00     -0.80   35.20   35.20
      Collect        24.00     -0.54   23.46   23.46
      unallocated
      total         180.00     -4.00  176.00  176.00
    `)
    expect(await creditKeys(host, orderId)).toEqual(BOTH_STAND)
    expect((await itemsOf(host, orderId)).filter(({ key }) => key.startsWith("cl:"))).toHaveLength(18)
    await dropOneCreditLine(host, orderId)
    await store.act(`reconciliation/orders/${orderId}/reconcile`)
    await books(`
      none         charged  adjusted     net    open
      Product 1     120.00     -1.33  118.67  118.67
      Product 2      36.00     -0.40   35.60   35.60
      Collect        24.00     -0.27   23.73   23.73
      unallocated
      total         180.00     -2.00  178.00  178.00
    `)
    expect(await creditKeys(host, orderId)).toEqual([BOTH_STAND[0], "cl:2:goodwill:sorry:2:#2 0"])
  })
})
