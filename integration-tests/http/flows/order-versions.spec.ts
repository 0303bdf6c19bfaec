import { declineOrderChangeWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { openFlow } from "../../setup/flow"
import { describeHost } from "../../setup/host"

describeHost((host) => {
  it("T12: an edit that is begun, asked for, given up or declined changes nothing", async () => {
    const { changes, books, store, orderId } = await openFlow(host)
    await store.capture(orderId)
    const table = `
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `
    await books(table)
    const { version } = await store.order(orderId)

    await changes.beginEdit({ set: { B: 3 }, add: { C: 1 } })
    await books(table)
    await changes.requestEdit()
    await books(table)
    await changes.abandonEdit()
    await books(table)

    await changes.beginEdit({ set: { A: 1 } })
    await changes.requestEdit()
    const [change] = await host
      .container()
      .resolve(Modules.ORDER)
      .listOrderChanges({ order_id: orderId, status: "requested" })
    await declineOrderChangeWorkflow(host.container()).run({ input: { id: change?.id ?? "" } })
    await books(table)
    expect((await store.order(orderId)).version).toBe(version)
  })

  it("charges the delivery of an edit that was given up when the host does: with the order's next version", async () => {
    const { changes, books, store, orderId } = await openFlow(host)
    await store.capture(orderId)
    await changes.beginEdit({ delivery: 15 })
    await changes.abandonEdit()
    await books(
      `
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `,
      { e4: false },
    )

    // The host deletes nothing here: it looks for the delivery under the id of the edit's action.
    await changes.fulfil({ A: 2, B: 1 })
    await books(`
      partial a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   108.00   0.00
      B              36.00         .   36.00    36.00   0.00
      Delivery       24.00         .   24.00    24.00   0.00
      Delivery       18.00         .   18.00        .  18.00
      unallocated                                0.00
      total         186.00      0.00  186.00   168.00  18.00
    `)
  })

  it("T15: an edit that the host undoes is taken back, and its version number counts again", async () => {
    const { changes, books, orderId } = await openFlow(host, { discount: null })
    await changes.edit({ set: { B: 3 } })
    await books(
      `
      none         charged  adjusted     net    open
      A             120.00         .  120.00  120.00
      B              36.00     72.00  108.00  108.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         180.00     72.00  252.00  252.00
    `,
      { e4: false },
    )

    await host.container().resolve(Modules.ORDER).undoLastChange(orderId)
    await books(
      `
      none         charged  adjusted     net    open
      A             120.00         .  120.00  120.00
      B              36.00      0.00   36.00   36.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         180.00      0.00  180.00  180.00
    `,
      { e4: false },
    )

    await changes.confirmEdit()
    await books(`
      none         charged  adjusted     net    open
      A             120.00         .  120.00  120.00
      B              36.00     72.00  108.00  108.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         180.00     72.00  252.00  252.00
    `)
    expect(await changes.history("B")).toEqual([
      "charge debit 3600",
      "adjustment debit 7200",
      "adjustment credit 7200",
      "adjustment debit 7200, edit",
    ])
  })

  it("R2: fulfilment raises the version, completion and archiving do not; none of them is money", async () => {
    const { changes, books, sweep, store, orderId } = await openFlow(host)
    await store.capture(orderId)
    const table = `
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `
    await books(table)
    const { version } = await store.order(orderId)
    const before = await changes.pending()

    await changes.fulfil({ A: 1 })
    await changes.fulfil({ A: 1, B: 1 })
    await books(table)
    await store.act(`orders/${orderId}/complete`)
    await sweep()
    await books(table)
    await store.act(`orders/${orderId}/archive`)
    await sweep()
    await books(table)
    expect((await store.order(orderId)).version).toBe(version)
    expect((await changes.pending()).version).toBeGreaterThanOrEqual(before.version + 2)
  })
})
