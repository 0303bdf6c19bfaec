import { openFlow, openSentFlow } from "../../setup/flow"
import { describeHost } from "../../setup/host"

describeHost((host) => {
  it("T11: the way back is charged when a return is announced, its goods are credited when they are there", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host)
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    const returnId = await changes.requestReturn({ A: 1 }, 10)
    await books(`
      planned a        charged  adjusted     net  payment   open
      A                 108.00         .  108.00   108.00   0.00
      B                  36.00         .   36.00    36.00   0.00
      Delivery           24.00         .   24.00    24.00   0.00
      Return delivery    12.00         .   12.00        .  12.00
      unallocated                                    0.00
      total             180.00      0.00  180.00   168.00  12.00
    `)

    await changes.receive(returnId, { A: 1 })
    await books(`
      full A           charged  adjusted     net  payment  credit  open
      A                 108.00    -54.00   54.00   108.00  -54.00  0.00
      B                  36.00         .   36.00    36.00       .  0.00
      Delivery           24.00         .   24.00    24.00       .  0.00
      Return delivery    12.00         .   12.00        .   12.00  0.00
      unallocated                                    0.00   42.00
      total             180.00    -54.00  126.00   168.00    0.00  0.00
    `)

    await store.refund(orderId, 42)
    await books(`
      full A           charged  adjusted     net  payment  credit  refund  open
      A                 108.00    -54.00   54.00   108.00  -12.00  -42.00  0.00
      B                  36.00         .   36.00    36.00       .       .  0.00
      Delivery           24.00         .   24.00    24.00       .       .  0.00
      Return delivery    12.00         .   12.00        .   12.00       .  0.00
      unallocated                                    0.00    0.00    0.00
      total             180.00    -54.00  126.00   168.00    0.00  -42.00  0.00
    `)
  })

  it("waits with a refund for the goods that come after it", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host)
    const returnId = await changes.requestReturn({ A: 1 })
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    await store.refund(orderId, 54)
    await books(`
      planned a    charged  adjusted     net  payment  refund  open
      A             108.00         .  108.00   108.00       .  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00  -54.00
      total         168.00      0.00  168.00   168.00  -54.00  0.00
    `)

    expect((await store.order(orderId)).warnings).toMatchObject([
      { code: "refund_unexplained", detail: expect.stringMatching(/^54\.00 of the refund/) as unknown },
    ])
    await changes.receive(returnId, { A: 1 })
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00    0.00
      total         168.00    -54.00  114.00   168.00  -54.00  0.00
    `)
    expect((await store.order(orderId)).warnings).toEqual([])
  })

  it("credits units that came back and were dismissed as it does those that were received", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host)
    const returnId = await changes.requestReturn({ A: 2 })
    await changes.receive(returnId, { A: 1 }, { A: 1 })
    await books(`
      full A       charged  adjusted    net  payment   credit  open
      A             108.00   -108.00   0.00   108.00  -108.00  0.00
      B              36.00         .  36.00    36.00        .  0.00
      Delivery       24.00         .  24.00    24.00        .  0.00
      unallocated                               0.00   108.00
      total         168.00   -108.00  60.00   168.00     0.00  0.00
    `)

    await store.refund(orderId, 108)
    await books(`
      full A       charged  adjusted    net  payment   refund  open
      A             108.00   -108.00   0.00   108.00  -108.00  0.00
      B              36.00         .  36.00    36.00        .  0.00
      Delivery       24.00         .  24.00    24.00        .  0.00
      unallocated                               0.00     0.00
      total         168.00   -108.00  60.00   168.00  -108.00  0.00
    `)
  })

  it("T13: a cancelled return takes its way back off again, though the host does not name it", async () => {
    const { changes, books } = await openSentFlow(host)
    const returnId = await changes.requestReturn({ A: 1 }, 10)
    await books(`
      planned a        charged  adjusted     net  payment   open
      A                 108.00         .  108.00   108.00   0.00
      B                  36.00         .   36.00    36.00   0.00
      Delivery           24.00         .   24.00    24.00   0.00
      Return delivery    12.00         .   12.00        .  12.00
      unallocated                                    0.00
      total             180.00      0.00  180.00   168.00  12.00
    `)

    await changes.cancelReturn(returnId)
    await books(`
      full A           charged  adjusted     net  payment  open
      A                 108.00         .  108.00   108.00  0.00
      B                  36.00         .   36.00    36.00  0.00
      Delivery           24.00         .   24.00    24.00  0.00
      Return delivery    12.00    -12.00    0.00        .  0.00
      unallocated                                    0.00
      total             180.00    -12.00  168.00   168.00  0.00
    `)
    expect(await changes.history("Return delivery")).toEqual([
      "return_shipping debit 1200, return_request",
      "adjustment credit 1200, unnamed change",
    ])
  })

  it("credits what comes back on an order that was never paid", async () => {
    const { changes, books } = await openFlow(host)
    await changes.fulfil({ A: 2, B: 1 })
    const returnId = await changes.requestReturn({ A: 1 })
    await books(`
      none         charged  adjusted     net    open
      A             108.00         .  108.00  108.00
      B              36.00         .   36.00   36.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         168.00      0.00  168.00  168.00
    `)

    await changes.receive(returnId, { A: 1 })
    await books(`
      none         charged  adjusted     net    open
      A             108.00    -54.00   54.00   54.00
      B              36.00         .   36.00   36.00
      Delivery       24.00         .   24.00   24.00
      unallocated
      total         168.00    -54.00  114.00  114.00
    `)

    await changes.payDifference()
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00    -54.00   54.00    54.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00    -54.00  114.00   114.00  0.00
    `)
  })

  it("T16: a return is dated by the confirmation of its change, not by the moment its goods came in", async () => {
    const { changes, books } = await openSentFlow(host)
    const returnId = await changes.requestReturn({ A: 1 }, 10)
    await changes.receive(returnId, { A: 1 })
    await books(`
      full A           charged  adjusted     net  payment  credit  open
      A                 108.00    -54.00   54.00   108.00  -54.00  0.00
      B                  36.00         .   36.00    36.00       .  0.00
      Delivery           24.00         .   24.00    24.00       .  0.00
      Return delivery    12.00         .   12.00        .   12.00  0.00
      unallocated                                    0.00   42.00
      total             180.00    -54.00  126.00   168.00    0.00  0.00
    `)
    expect(await changes.history("A")).toEqual([
      "charge debit 10800",
      "adjustment credit 5400, return_receive",
    ])
  })
})
