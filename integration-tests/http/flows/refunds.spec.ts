import { booksOf } from "../../setup/host-checks"
import { describeHost } from "../../setup/host"
import { edit } from "../../setup/order-edit"
import { checkOutStandard, openStandardStore, paidStandard } from "../../setup/standard-order"

describeHost((host) => {
  it("pays the whole order back", async () => {
    const { store, orderId } = await paidStandard(host)
    const books = booksOf(host, store, orderId)
    await store.refund(orderId, 168)
    await books(`
      full A       charged  adjusted   net  payment   refund  open
      Product 1     108.00   -108.00  0.00   108.00  -108.00  0.00
      Product 2      36.00    -36.00  0.00    36.00   -36.00  0.00
      Collect        24.00    -24.00  0.00    24.00   -24.00  0.00
      unallocated                              0.00     0.00
      total         168.00   -168.00  0.00   168.00  -168.00  0.00
    `)
  })

  it("pays back more than once, with a reason and without: 54, 64, 5, 5 and 40", async () => {
    const { store, orderId } = await paidStandard(host)
    const books = booksOf(host, store, orderId)
    const { refund_reason: reason } = await store.act<{ refund_reason: { id: string } }>("refund-reasons", {
      label: "Damaged",
      code: "damaged",
    })
    await store.refund(orderId, 54, { refund_reason_id: reason.id })
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      Product 1     108.00         .  108.00   108.00       .  0.00
      Product 2      36.00    -30.00    6.00    36.00  -30.00  0.00
      Collect        24.00    -24.00    0.00    24.00  -24.00  0.00
      unallocated                                0.00    0.00
      total         168.00    -54.00  114.00   168.00  -54.00  0.00
    `)

    await store.refund(orderId, 64, { note: "goodwill" })
    await books(`
      full A       charged  adjusted    net  payment  refund  refund  open
      Product 1     108.00    -58.00  50.00   108.00       .  -58.00  0.00
      Product 2      36.00    -36.00   0.00    36.00  -30.00   -6.00  0.00
      Collect        24.00    -24.00   0.00    24.00  -24.00       .  0.00
      unallocated                               0.00    0.00    0.00
      total         168.00   -118.00  50.00   168.00  -54.00  -64.00  0.00
    `)

    // Two of one amount are told apart only by the version that made their credit lines.
    await store.refund(orderId, 5)
    await store.refund(orderId, 5)
    await books(`
      full A       charged  adjusted    net  payment  refund  refund  refund  refund  open
      Product 1     108.00    -68.00  40.00   108.00       .  -58.00   -5.00   -5.00  0.00
      Product 2      36.00    -36.00   0.00    36.00  -30.00   -6.00       .       .  0.00
      Collect        24.00    -24.00   0.00    24.00  -24.00       .       .       .  0.00
      unallocated                               0.00    0.00    0.00    0.00    0.00
      total         168.00   -128.00  40.00   168.00  -54.00  -64.00   -5.00   -5.00  0.00
    `)

    await store.refund(orderId, 40)
    await books(`
      full A       charged  adjusted   net  payment  refund  refund  refund  refund  refund  open
      Product 1     108.00   -108.00  0.00   108.00       .  -58.00   -5.00   -5.00  -40.00  0.00
      Product 2      36.00    -36.00  0.00    36.00  -30.00   -6.00       .       .       .  0.00
      Collect        24.00    -24.00  0.00    24.00  -24.00       .       .       .       .  0.00
      unallocated                              0.00    0.00    0.00    0.00    0.00    0.00
      total         168.00   -168.00  0.00   168.00  -54.00  -64.00   -5.00   -5.00  -40.00  0.00
    `)
  })

  it("settles the refund with the credit it was given for, not the unpaid rest: 100 of 168 captured, 30 back", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId, 100)
    await books(`
      partial a    charged  adjusted     net  payment   open
      Product 1     108.00         .  108.00   100.00   8.00
      Product 2      36.00         .   36.00        .  36.00
      Collect        24.00         .   24.00        .  24.00
      unallocated                                0.00
      total         168.00      0.00  168.00   100.00  68.00
    `)

    await store.refund(orderId, 30)
    await books(`
      partial a    charged  adjusted     net  payment  refund   open
      Product 1     108.00    -30.00   78.00   100.00  -30.00   8.00
      Product 2      36.00         .   36.00        .       .  36.00
      Collect        24.00         .   24.00        .       .  24.00
      unallocated                                0.00    0.00
      total         168.00    -30.00  138.00   100.00  -30.00  68.00
    `)

    await store.capture(orderId, 68)
    await books(`
      full A       charged  adjusted     net  payment  refund  payment  open
      Product 1     108.00    -30.00   78.00   100.00  -30.00     8.00  0.00
      Product 2      36.00         .   36.00        .       .    36.00  0.00
      Collect        24.00         .   24.00        .       .    24.00  0.00
      unallocated                                0.00    0.00     0.00
      total         168.00    -30.00  138.00   100.00  -30.00    68.00  0.00
    `)
  })

  it("leaves 36 to the customer when 36 is paid back and then the line of 36 is taken off", async () => {
    const { store, orderId } = await paidStandard(host)
    const books = booksOf(host, store, orderId)
    await store.refund(orderId, 36)
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      Product 1     108.00         .  108.00   108.00       .  0.00
      Product 2      36.00    -12.00   24.00    36.00  -12.00  0.00
      Collect        24.00    -24.00    0.00    24.00  -24.00  0.00
      unallocated                                0.00    0.00
      total         168.00    -36.00  132.00   168.00  -36.00  0.00
    `)

    await edit(store, orderId, { "Product 2": 0 })
    await books(`
      full A       charged  adjusted     net  payment  refund  credit  open
      Product 1     108.00         .  108.00   108.00       .       .  0.00
      Product 2      36.00    -48.00  -12.00    36.00  -12.00  -36.00  0.00
      Collect        24.00    -24.00    0.00    24.00  -24.00       .  0.00
      unallocated                                0.00    0.00   36.00
      total         168.00    -72.00   96.00   168.00  -36.00    0.00  0.00
    `)

    await store.refund(orderId, 36)
    await books(`
      full A       charged  adjusted     net  payment  refund  refund  open
      Product 1     108.00         .  108.00   108.00       .       .  0.00
      Product 2      36.00    -48.00  -12.00    36.00  -12.00  -36.00  0.00
      Collect        24.00    -24.00    0.00    24.00  -24.00       .  0.00
      unallocated                                0.00    0.00    0.00
      total         168.00    -72.00   96.00   168.00  -36.00  -36.00  0.00
    `)
  })

  it("pays back what a lowered order owes before it credits anything: 60 of which 36 were owed", async () => {
    const { store, orderId } = await paidStandard(host)
    const books = booksOf(host, store, orderId)
    await edit(store, orderId, { "Product 2": 0 })
    await books(`
      full A       charged  adjusted     net  payment  credit  open
      Product 1     108.00         .  108.00   108.00       .  0.00
      Product 2      36.00    -36.00    0.00    36.00  -36.00  0.00
      Collect        24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00   36.00
      total         168.00    -36.00  132.00   168.00    0.00  0.00
    `)

    await store.refund(orderId, 60)
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      Product 1     108.00         .  108.00   108.00       .  0.00
      Product 2      36.00    -36.00    0.00    36.00  -36.00  0.00
      Collect        24.00    -24.00    0.00    24.00  -24.00  0.00
      unallocated                                0.00    0.00
      total         168.00    -60.00  108.00   168.00  -60.00  0.00
    `)
  })
})
