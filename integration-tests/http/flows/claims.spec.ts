import { openSentFlow } from "../../setup/flow"
import { describeHost } from "../../setup/host"

describeHost((host) => {
  it("a claim for money lowers nothing by itself; the refund's credit goes to the line that was claimed", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host)
    await changes.claim("refund", { B: 1 })
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    await store.refund(orderId, 36)
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00         .  108.00   108.00       .  0.00
      B              36.00    -36.00    0.00    36.00  -36.00  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00    0.00
      total         168.00    -36.00  132.00   168.00  -36.00  0.00
    `)
  })

  it("T6: a claim for goods charges the replacement as a new line, which the faulty one pays when it is back", async () => {
    const { changes, books } = await openSentFlow(host)
    const { A: faulty = "" } = await changes.lines()
    const { returnId } = await changes.claim("replace", { A: 1 }, { inbound: { A: 1 }, outbound: { A: 1 } })
    expect((await changes.lines())["A"]).not.toBe(faulty)
    await books(`
      partial a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   108.00   0.00
      B              36.00         .   36.00    36.00   0.00
      A              60.00         .   60.00        .  60.00
      Delivery       24.00         .   24.00    24.00   0.00
      unallocated                                0.00
      total         228.00      0.00  228.00   168.00  60.00
    `)

    await changes.receive(returnId, { [faulty]: 1 })
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

  it("a claim for money with the goods sent back is credited as a return is", async () => {
    const { changes, books, store, orderId } = await openSentFlow(host)
    const { returnId } = await changes.claim("refund", { A: 1 }, { inbound: { A: 1 } })
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    await changes.receive(returnId, { A: 1 })
    await books(`
      full A       charged  adjusted     net  payment  credit  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00   54.00
      total         168.00    -54.00  114.00   168.00    0.00  0.00
    `)

    await store.refund(orderId, 54)
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00    0.00
      total         168.00    -54.00  114.00   168.00  -54.00  0.00
    `)
  })

  it("T14: the host fails to cancel a claim without return, and the ledger stays as it was", async () => {
    const { changes, books } = await openSentFlow(host)
    const { id } = await changes.claim("refund", { A: 1 })
    const table = `
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `
    await books(table)
    expect(await changes.cancelClaim(id)).toBe(500)
    await books(table)
  })

  it("T14: a claim whose goods were to come back can be cancelled, and nothing is left of it", async () => {
    const { changes, books } = await openSentFlow(host)
    const { A: faulty = "" } = await changes.lines()
    const { id } = await changes.claim(
      "replace",
      { [faulty]: 1 },
      { inbound: { [faulty]: 1 }, outbound: { C: 1 } },
    )
    await books(`
      planned a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   108.00   0.00
      B              36.00         .   36.00    36.00   0.00
      C              48.00         .   48.00        .  48.00
      Delivery       24.00         .   24.00    24.00   0.00
      unallocated                                0.00
      total         216.00      0.00  216.00   168.00  48.00
    `)
    expect(await changes.cancelClaim(id)).toBe(200)
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      C              48.00    -48.00    0.00        .  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         216.00    -48.00  168.00   168.00  0.00
    `)
  })
})
