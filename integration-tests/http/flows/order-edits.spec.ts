import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { openFlow } from "../../setup/flow"
import { describeHost } from "../../setup/host"

describeHost((host) => {
  it("T7: edits before the capture change what is owed; a discount stays whole when units go", async () => {
    const { changes, books } = await openFlow(host)
    await books(`
      none         charged  adjusted     net    open
      A             108.00         .  108.00  108.00
      B              36.00         .   36.00   36.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         168.00      0.00  168.00  168.00
    `)

    await changes.edit({ set: { B: 3 } })
    await books(`
      none         charged  adjusted     net    open
      A             108.00         .  108.00  108.00
      B              36.00     72.00  108.00  108.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         168.00     72.00  240.00  240.00
    `)

    await changes.edit({ set: { A: 1 } })
    await books(`
      none         charged  adjusted     net    open
      A             108.00    -60.00   48.00   48.00
      B              36.00     72.00  108.00  108.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         168.00     12.00  180.00  180.00
    `)

    await changes.edit({ add: { C: 1 } })
    await books(`
      none         charged  adjusted     net    open
      A             108.00    -60.00   48.00   48.00
      B              36.00     72.00  108.00  108.00
      C              48.00         .   48.00   48.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         216.00     12.00  228.00  228.00
    `)

    await changes.edit({ set: { B: 0 } })
    await books(`
      none         charged  adjusted     net    open
      A             108.00    -60.00   48.00   48.00
      B              36.00    -36.00    0.00    0.00
      C              48.00         .   48.00   48.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         216.00    -96.00  120.00  120.00
    `)

    await changes.payDifference()
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00    -60.00   48.00    48.00  0.00
      B              36.00    -36.00    0.00        .  0.00
      C              48.00         .   48.00    48.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         216.00    -96.00  120.00   120.00  0.00
    `)
  })

  it("T6: edits after the capture; a product taken off and put in again is a new line, which the old one pays", async () => {
    const { changes, books, store, orderId } = await openFlow(host)
    await store.capture(orderId)
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    await changes.edit({ set: { B: 3 } })
    await books(`
      partial a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   108.00   0.00
      B              36.00     72.00  108.00    36.00  72.00
      Delivery       24.00         .   24.00    24.00   0.00
      unallocated                                0.00
      total         168.00     72.00  240.00   168.00  72.00
    `)

    await changes.payDifference()
    await books(`
      full A       charged  adjusted     net  payment  payment  open
      A             108.00         .  108.00   108.00        .  0.00
      B              36.00     72.00  108.00    36.00    72.00  0.00
      Delivery       24.00         .   24.00    24.00        .  0.00
      unallocated                                0.00     0.00
      total         168.00     72.00  240.00   168.00    72.00  0.00
    `)

    await changes.edit({ set: { A: 1 } })
    await books(`
      full A       charged  adjusted     net  payment  payment  credit  open
      A             108.00    -60.00   48.00   108.00        .  -60.00  0.00
      B              36.00     72.00  108.00    36.00    72.00       .  0.00
      Delivery       24.00         .   24.00    24.00        .       .  0.00
      unallocated                                0.00     0.00   60.00
      total         168.00     12.00  180.00   168.00    72.00    0.00  0.00
    `)

    await store.refund(orderId, 48)
    await books(`
      full A       charged  adjusted     net  payment  payment  credit  refund  open
      A             108.00    -60.00   48.00   108.00        .  -12.00  -48.00  0.00
      B              36.00     72.00  108.00    36.00    72.00       .       .  0.00
      Delivery       24.00         .   24.00    24.00        .       .       .  0.00
      unallocated                                0.00     0.00   12.00    0.00
      total         168.00     12.00  180.00   168.00    72.00    0.00  -48.00  0.00
    `)

    const { B: taken } = await changes.lines()
    await changes.edit({ set: { B: 0 } })
    await books(`
      full A       charged  adjusted    net  payment  payment  credit  refund   credit  open
      A             108.00    -60.00  48.00   108.00        .  -12.00  -48.00        .  0.00
      B              36.00    -36.00   0.00    36.00    72.00       .       .  -108.00  0.00
      Delivery       24.00         .  24.00    24.00        .       .       .        .  0.00
      unallocated                               0.00     0.00   12.00    0.00   108.00
      total         168.00    -96.00  72.00   168.00    72.00    0.00  -48.00     0.00  0.00
    `)

    await changes.edit({ add: { B: 1 } })
    expect((await changes.lines())["B"]).not.toBe(taken)
    await books(`
      full A       charged  adjusted     net  payment  payment  credit  refund   credit  open
      A             108.00    -60.00   48.00   108.00        .  -12.00  -48.00        .  0.00
      B              36.00    -36.00    0.00    36.00    72.00       .       .  -108.00  0.00
      B              36.00         .   36.00        .        .   12.00       .    24.00  0.00
      Delivery       24.00         .   24.00    24.00        .       .       .        .  0.00
      unallocated                                0.00     0.00    0.00    0.00    84.00
      total         204.00    -96.00  108.00   168.00    72.00    0.00  -48.00     0.00  0.00
    `)

    await changes.edit({ price: { A: 70 } })
    await books(`
      full A       charged  adjusted     net  payment  payment  credit  refund   credit  open
      A             108.00    -36.00   72.00   108.00        .  -12.00  -48.00    24.00  0.00
      B              36.00    -36.00    0.00    36.00    72.00       .       .  -108.00  0.00
      B              36.00         .   36.00        .        .   12.00       .    24.00  0.00
      Delivery       24.00         .   24.00    24.00        .       .       .        .  0.00
      unallocated                                0.00     0.00    0.00    0.00    60.00
      total         204.00    -72.00  132.00   168.00    72.00    0.00  -48.00     0.00  0.00
    `)

    await changes.edit({ delivery: 15 })
    await books(`
      full A       charged  adjusted     net  payment  payment  credit  refund   credit  open
      A             108.00    -36.00   72.00   108.00        .  -12.00  -48.00    24.00  0.00
      B              36.00    -36.00    0.00    36.00    72.00       .       .  -108.00  0.00
      B              36.00         .   36.00        .        .   12.00       .    24.00  0.00
      Delivery       24.00         .   24.00    24.00        .       .       .        .  0.00
      Delivery       18.00         .   18.00        .        .       .       .    18.00  0.00
      unallocated                                0.00     0.00    0.00    0.00    42.00
      total         222.00    -72.00  150.00   168.00    72.00    0.00  -48.00     0.00  0.00
    `)

    await store.refund(orderId, 42)
    await books(`
      full A       charged  adjusted     net  payment  payment  credit  refund  credit  refund  open
      A             108.00    -36.00   72.00   108.00        .  -12.00  -48.00   24.00       .  0.00
      B              36.00    -36.00    0.00    36.00    72.00       .       .  -66.00  -42.00  0.00
      B              36.00         .   36.00        .        .   12.00       .   24.00       .  0.00
      Delivery       24.00         .   24.00    24.00        .       .       .       .       .  0.00
      Delivery       18.00         .   18.00        .        .       .       .   18.00       .  0.00
      unallocated                                0.00     0.00    0.00    0.00    0.00    0.00
      total         222.00    -72.00  150.00   168.00    72.00    0.00  -48.00    0.00  -42.00  0.00
    `)
  })

  it("gives back what a part payment pays beyond an order that was lowered", async () => {
    const { changes, books, store, orderId } = await openFlow(host)
    await store.capture(orderId, 100)
    await books(`
      partial a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   100.00   8.00
      B              36.00         .   36.00        .  36.00
      Delivery       24.00         .   24.00        .  24.00
      unallocated                                0.00
      total         168.00      0.00  168.00   100.00  68.00
    `)

    await changes.edit({ set: { A: 1, B: 0 } })
    await books(`
      full A       charged  adjusted    net  payment  credit  open
      A             108.00    -60.00  48.00   100.00  -52.00  0.00
      B              36.00    -36.00   0.00        .       .  0.00
      Delivery       24.00         .  24.00        .   24.00  0.00
      unallocated                               0.00   28.00
      total         168.00    -96.00  72.00   100.00    0.00  0.00
    `)

    await changes.edit({ add: { B: 1 } })
    await books(`
      partial a    charged  adjusted     net  payment  credit  open
      A             108.00    -60.00   48.00   100.00  -52.00  0.00
      B              36.00    -36.00    0.00        .       .  0.00
      B              36.00         .   36.00        .   28.00  8.00
      Delivery       24.00         .   24.00        .   24.00  0.00
      unallocated                                0.00    0.00
      total         204.00    -96.00  108.00   100.00    0.00  8.00
    `)
  })

  it("credits lower the order line by line in proportion; equal ones in one version are told apart", async () => {
    const { books, store, orderId } = await openFlow(host)
    const goodwill = { reference: "goodwill", reference_id: "late" }
    await store.act(`orders/${orderId}/credit-lines`, { amount: 5, ...goodwill })
    await books(`
      none         charged  adjusted     net    open
      A             108.00     -3.22  104.78  104.78
      B              36.00     -1.07   34.93   34.93
      Delivery       24.00     -0.71   23.29   23.29
      unallocated
      total         168.00     -5.00  163.00  163.00
    `)

    await store.act(`orders/${orderId}/credit-lines`, { amount: 5, ...goodwill })
    await books(`
      none         charged  adjusted     net    open
      A             108.00     -6.43  101.57  101.57
      B              36.00     -2.14   33.86   33.86
      Delivery       24.00     -1.43   22.57   22.57
      unallocated
      total         168.00    -10.00  158.00  158.00
    `)

    await createOrderCreditLinesWorkflow(host.container()).run({
      input: {
        id: orderId,
        credit_lines: [
          { amount: 2, ...goodwill },
          { amount: 2, ...goodwill },
        ],
      },
    })
    await books(`
      none         charged  adjusted     net    open
      A             108.00     -9.00   99.00   99.00
      B              36.00     -3.00   33.00   33.00
      Delivery       24.00     -2.00   22.00   22.00
      unallocated
      total         168.00    -14.00  154.00  154.00
    `)

    await store.capture(orderId, 154)
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00     -9.00   99.00    99.00  0.00
      B              36.00     -3.00   33.00    33.00  0.00
      Delivery       24.00     -2.00   22.00    22.00  0.00
      unallocated                                0.00
      total         168.00    -14.00  154.00   154.00  0.00
    `)
  })
})
