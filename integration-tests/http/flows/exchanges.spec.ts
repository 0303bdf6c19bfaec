import { openSentFlow } from "../../setup/flow"
import { describeHost } from "../../setup/host"

describeHost((host) => {
  it("an exchange for something dearer: what goes out is charged at once, what comes back pays it later", async () => {
    const { changes, books } = await openSentFlow(host)
    const { returnId } = await changes.exchange({ A: 1 }, { D: 1 }, { outbound: 15 })
    await books(`
      partial a    charged  adjusted     net  payment    open
      A             108.00         .  108.00   108.00    0.00
      B              36.00         .   36.00    36.00    0.00
      D              90.00         .   90.00        .   90.00
      Delivery       24.00         .   24.00    24.00    0.00
      Delivery       18.00         .   18.00        .   18.00
      unallocated                                0.00
      total         276.00      0.00  276.00   168.00  108.00
    `)

    await changes.payDifference()
    await books(`
      planned a    charged  adjusted     net  payment  payment   open
      A             108.00         .  108.00   108.00        .   0.00
      B              36.00         .   36.00    36.00        .   0.00
      D              90.00         .   90.00        .    54.00  36.00
      Delivery       24.00         .   24.00    24.00        .   0.00
      Delivery       18.00         .   18.00        .        .  18.00
      unallocated                                0.00     0.00
      total         276.00      0.00  276.00   168.00    54.00  54.00
    `)

    await changes.receive(returnId, { A: 1 })
    await books(`
      full A       charged  adjusted     net  payment  payment  credit  open
      A             108.00    -54.00   54.00   108.00        .  -54.00  0.00
      B              36.00         .   36.00    36.00        .       .  0.00
      D              90.00         .   90.00        .    54.00   36.00  0.00
      Delivery       24.00         .   24.00    24.00        .       .  0.00
      Delivery       18.00         .   18.00        .        .   18.00  0.00
      unallocated                                0.00     0.00    0.00
      total         276.00    -54.00  222.00   168.00    54.00    0.00  0.00
    `)
  })

  it("an exchange for something cheaper: what comes back pays what goes out and its way back, the rest is refunded", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host)
    const { returnId } = await changes.exchange({ A: 2 }, { C: 1 }, { inbound: 10 })
    await books(`
      planned a        charged  adjusted     net  payment   open
      A                 108.00         .  108.00   108.00   0.00
      B                  36.00         .   36.00    36.00   0.00
      C                  48.00         .   48.00        .  48.00
      Delivery           24.00         .   24.00    24.00   0.00
      Return delivery    12.00         .   12.00        .  12.00
      unallocated                                    0.00
      total             228.00      0.00  228.00   168.00  60.00
    `)

    await changes.receive(returnId, { A: 2 })
    await books(`
      full A           charged  adjusted     net  payment   credit  open
      A                 108.00   -108.00    0.00   108.00  -108.00  0.00
      B                  36.00         .   36.00    36.00        .  0.00
      C                  48.00         .   48.00        .    48.00  0.00
      Delivery           24.00         .   24.00    24.00        .  0.00
      Return delivery    12.00         .   12.00        .    12.00  0.00
      unallocated                                    0.00    48.00
      total             228.00   -108.00  120.00   168.00     0.00  0.00
    `)

    await store.refund(orderId, 48)
    await books(`
      full A           charged  adjusted     net  payment  credit  refund  open
      A                 108.00   -108.00    0.00   108.00  -60.00  -48.00  0.00
      B                  36.00         .   36.00    36.00       .       .  0.00
      C                  48.00         .   48.00        .   48.00       .  0.00
      Delivery           24.00         .   24.00    24.00       .       .  0.00
      Return delivery    12.00         .   12.00        .   12.00       .  0.00
      unallocated                                    0.00    0.00    0.00
      total             228.00   -108.00  120.00   168.00    0.00  -48.00  0.00
    `)
  })

  it("T6: an exchange of A for A is a new line without the old one's discount", async () => {
    const { changes, books } = await openSentFlow(host)
    const { A: sentOut = "" } = await changes.lines()
    const { returnId } = await changes.exchange({ A: 1 }, { A: 1 })
    expect((await changes.lines())["A"]).not.toBe(sentOut)
    await books(`
      partial a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   108.00   0.00
      B              36.00         .   36.00    36.00   0.00
      A              60.00         .   60.00        .  60.00
      Delivery       24.00         .   24.00    24.00   0.00
      unallocated                                0.00
      total         228.00      0.00  228.00   168.00  60.00
    `)

    await changes.receive(returnId, { [sentOut]: 1 })
    await books(`
      partial a    charged  adjusted     net  payment  credit  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      A              60.00         .   60.00        .   54.00  6.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00    0.00
      total         228.00    -54.00  174.00   168.00    0.00  6.00
    `)

    await changes.payDifference()
    await books(`
      full A       charged  adjusted     net  payment  credit  payment  open
      A             108.00    -54.00   54.00   108.00  -54.00        .  0.00
      B              36.00         .   36.00    36.00       .        .  0.00
      A              60.00         .   60.00        .   54.00     6.00  0.00
      Delivery       24.00         .   24.00    24.00       .        .  0.00
      unallocated                                0.00    0.00     0.00
      total         228.00    -54.00  174.00   168.00    0.00     6.00  0.00
    `)
  })

  it("T13: a cancelled exchange takes off what was to go out, though the host does not name it", async () => {
    const { changes, books } = await openSentFlow(host)
    const { id } = await changes.exchange({ A: 1 }, { D: 1 }, { outbound: 15 })
    await books(`
      partial a    charged  adjusted     net  payment    open
      A             108.00         .  108.00   108.00    0.00
      B              36.00         .   36.00    36.00    0.00
      D              90.00         .   90.00        .   90.00
      Delivery       24.00         .   24.00    24.00    0.00
      Delivery       18.00         .   18.00        .   18.00
      unallocated                                0.00
      total         276.00      0.00  276.00   168.00  108.00
    `)

    await changes.cancelExchange(id)
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      D              90.00    -90.00    0.00        .  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      Delivery       18.00    -18.00    0.00        .  0.00
      unallocated                                0.00
      total         276.00   -108.00  168.00   168.00  0.00
    `)
  })

  it("leaves what was paid for a cancelled exchange to be refunded", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host)
    const { id } = await changes.exchange({ A: 1 }, { D: 1 }, { outbound: 15 })
    await changes.payDifference()
    await changes.cancelExchange(id)
    await books(`
      full A       charged  adjusted     net  payment  payment  credit  open
      A             108.00         .  108.00   108.00        .       .  0.00
      B              36.00         .   36.00    36.00        .       .  0.00
      D              90.00    -90.00    0.00        .    54.00  -54.00  0.00
      Delivery       24.00         .   24.00    24.00        .       .  0.00
      Delivery       18.00    -18.00    0.00        .        .       .  0.00
      unallocated                                0.00     0.00   54.00
      total         276.00   -108.00  168.00   168.00    54.00    0.00  0.00
    `)

    await store.refund(orderId, 54)
    await books(`
      full A       charged  adjusted     net  payment  payment  refund  open
      A             108.00         .  108.00   108.00        .       .  0.00
      B              36.00         .   36.00    36.00        .       .  0.00
      D              90.00    -90.00    0.00        .    54.00  -54.00  0.00
      Delivery       24.00         .   24.00    24.00        .       .  0.00
      Delivery       18.00    -18.00    0.00        .        .       .  0.00
      unallocated                                0.00     0.00    0.00
      total         276.00   -108.00  168.00   168.00    54.00  -54.00  0.00
    `)
  })
})
