import { openSentFlow } from "../../setup/flow"
import { describeHost } from "../../setup/host"

describeHost((host) => {
  it("T7: an edit after a return charges each unit at its averaged discount", async () => {
    const { changes, books } = await openSentFlow(host)
    const returnId = await changes.requestReturn({ A: 1 })
    await changes.receive(returnId, { A: 1 })
    await books(`
      full A       charged  adjusted     net  payment  credit  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00   54.00
      total         168.00    -54.00  114.00   168.00    0.00  0.00
    `)

    await changes.edit({ set: { A: 3 } })
    await books(`
      partial a    charged  adjusted     net  payment  open
      A             108.00      4.00  112.00   108.00  4.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      4.00  172.00   168.00  4.00
    `)

    await changes.payDifference()
    await books(`
      full A       charged  adjusted     net  payment  payment  open
      A             108.00      4.00  112.00   108.00     4.00  0.00
      B              36.00         .   36.00    36.00        .  0.00
      Delivery       24.00         .   24.00    24.00        .  0.00
      unallocated                                0.00     0.00
      total         168.00      4.00  172.00   168.00     4.00  0.00
    `)
  })

  it("credits a unit with the tax its price contains, in a shop whose prices include tax", async () => {
    const shape = { prices: { A: 50, E: 24.99 }, taxInclusive: true, deliveryDiscount: 5 }
    const { changes, books, store, orderId } = await openSentFlow(host, shape, { A: 3, E: 3 })
    await books(`
      full A       charged  adjusted     net  payment  open
      A             138.00         .  138.00   138.00  0.00
      E              74.97         .   74.97    74.97  0.00
      Delivery       14.00         .   14.00    14.00  0.00
      unallocated                                0.00
      total         226.97      0.00  226.97   226.97  0.00
    `)

    const returnId = await changes.requestReturn({ A: 1 })
    await changes.receive(returnId, { A: 1 })
    await books(`
      full A       charged  adjusted     net  payment  credit  open
      A             138.00    -46.00   92.00   138.00  -46.00  0.00
      E              74.97         .   74.97    74.97       .  0.00
      Delivery       14.00         .   14.00    14.00       .  0.00
      unallocated                                0.00   46.00
      total         226.97    -46.00  180.97   226.97    0.00  0.00
    `)

    await store.refund(orderId, 46)
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      A             138.00    -46.00   92.00   138.00  -46.00  0.00
      E              74.97         .   74.97    74.97       .  0.00
      Delivery       14.00         .   14.00    14.00       .  0.00
      unallocated                                0.00    0.00
      total         226.97    -46.00  180.97   226.97  -46.00  0.00
    `)
  })

  it("credits three units one by one at exactly a third of their price each", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host, {}, { A: 3 })
    const one = await changes.requestReturn({ A: 1 })
    await changes.receive(one, { A: 1 })
    await books(`
      full A       charged  adjusted     net  payment  credit  open
      A             168.00    -56.00  112.00   168.00  -56.00  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00   56.00
      total         192.00    -56.00  136.00   192.00    0.00  0.00
    `)

    const two = await changes.requestReturn({ A: 1 })
    await changes.receive(two, { A: 1 })
    await books(`
      full A       charged  adjusted    net  payment  credit  credit  open
      A             168.00   -112.00  56.00   168.00  -56.00  -56.00  0.00
      Delivery       24.00         .  24.00    24.00       .       .  0.00
      unallocated                               0.00   56.00   56.00
      total         192.00   -112.00  80.00   192.00    0.00    0.00  0.00
    `)

    const three = await changes.requestReturn({ A: 1 })
    await changes.receive(three, { A: 1 })
    await books(`
      full A       charged  adjusted    net  payment  credit  credit  credit  open
      A             168.00   -168.00   0.00   168.00  -56.00  -56.00  -56.00  0.00
      Delivery       24.00         .  24.00    24.00       .       .       .  0.00
      unallocated                               0.00   56.00   56.00   56.00
      total         192.00   -168.00  24.00   192.00    0.00    0.00    0.00  0.00
    `)

    await store.refund(orderId, 168)
    await books(`
      full A       charged  adjusted    net  payment   refund  open
      A             168.00   -168.00   0.00   168.00  -168.00  0.00
      Delivery       24.00         .  24.00    24.00        .  0.00
      unallocated                               0.00     0.00
      total         192.00   -168.00  24.00   192.00  -168.00  0.00
    `)
  })

  it("keeps two returns apart that are under way at once and come back the other way round", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host)
    const first = await changes.requestReturn({ A: 1 }, 10)
    const second = await changes.requestReturn({ B: 1 }, 5)
    await books(`
      planned a        charged  adjusted     net  payment   open
      A                 108.00         .  108.00   108.00   0.00
      B                  36.00         .   36.00    36.00   0.00
      Delivery           24.00         .   24.00    24.00   0.00
      Return delivery    12.00         .   12.00        .  12.00
      Return delivery     6.00         .    6.00        .   6.00
      unallocated                                    0.00
      total             186.00      0.00  186.00   168.00  18.00
    `)

    await changes.receive(second, { B: 1 })
    await books(`
      full A           charged  adjusted     net  payment  credit  open
      A                 108.00         .  108.00   108.00       .  0.00
      B                  36.00    -36.00    0.00    36.00  -36.00  0.00
      Delivery           24.00         .   24.00    24.00       .  0.00
      Return delivery    12.00         .   12.00        .   12.00  0.00
      Return delivery     6.00         .    6.00        .    6.00  0.00
      unallocated                                    0.00   18.00
      total             186.00    -36.00  150.00   168.00    0.00  0.00
    `)

    await changes.receive(first, { A: 1 })
    await books(`
      full A           charged  adjusted    net  payment  credit  credit  open
      A                 108.00    -54.00  54.00   108.00       .  -54.00  0.00
      B                  36.00    -36.00   0.00    36.00  -36.00       .  0.00
      Delivery           24.00         .  24.00    24.00       .       .  0.00
      Return delivery    12.00         .  12.00        .   12.00       .  0.00
      Return delivery     6.00         .   6.00        .    6.00       .  0.00
      unallocated                                   0.00   18.00   54.00
      total             186.00    -90.00  96.00   168.00    0.00    0.00  0.00
    `)

    await store.refund(orderId, 72)
    await books(`
      full A           charged  adjusted    net  payment  credit  refund  open
      A                 108.00    -54.00  54.00   108.00       .  -54.00  0.00
      B                  36.00    -36.00   0.00    36.00  -18.00  -18.00  0.00
      Delivery           24.00         .  24.00    24.00       .       .  0.00
      Return delivery    12.00         .  12.00        .   12.00       .  0.00
      Return delivery     6.00         .   6.00        .    6.00       .  0.00
      unallocated                                   0.00    0.00    0.00
      total             186.00    -90.00  96.00   168.00    0.00  -72.00  0.00
    `)
  })

  it("counts two returned units as two, though two refunds of 50 and 30 pay them back", async () => {
    const shape = { prices: { A: 50 }, taxRate: 0, discount: null, delivery: 0 }
    const { changes, books, store, orderId } = await openSentFlow(host, shape, { A: 2 })
    const returnId = await changes.requestReturn({ A: 2 })
    await changes.receive(returnId, { A: 2 })
    await books(`
      full A       charged  adjusted   net  payment   credit  open
      A             100.00   -100.00  0.00   100.00  -100.00  0.00
      unallocated                              0.00   100.00
      total         100.00   -100.00  0.00   100.00     0.00  0.00
    `)

    await store.refund(orderId, 50)
    await books(`
      full A       charged  adjusted   net  payment  credit  refund  open
      A             100.00   -100.00  0.00   100.00  -50.00  -50.00  0.00
      unallocated                              0.00   50.00    0.00
      total         100.00   -100.00  0.00   100.00    0.00  -50.00  0.00
    `)

    await store.refund(orderId, 30)
    await books(`
      full A       charged  adjusted   net  payment  credit  refund  refund  open
      A             100.00   -100.00  0.00   100.00  -20.00  -50.00  -30.00  0.00
      unallocated                              0.00   20.00    0.00    0.00
      total         100.00   -100.00  0.00   100.00    0.00  -50.00  -30.00  0.00
    `)
  })
})
