import { booksOf, upToDate } from "../../setup/host-checks"
import { openFlow, openSentFlow, type Flow } from "../../setup/flow"
import { describeHost, type Host } from "../../setup/host"
import { hostRefunds, outcome, refundRows } from "../../setup/refund-rows"
import { checkOutStandard, openStandardStore } from "../../setup/standard-order"
import { TestStore } from "../../setup/store"

async function paid(host: Host): Promise<Flow> {
  const flow = await openFlow(host)
  await flow.store.capture(flow.orderId)
  await flow.books(`
    full A       charged  adjusted     net  payment  open
    A             108.00         .  108.00   108.00  0.00
    B              36.00         .   36.00    36.00  0.00
    Delivery       24.00         .   24.00    24.00  0.00
    unallocated                                0.00
    total         168.00      0.00  168.00   168.00  0.00
  `)
  return flow
}

const B_OFF = `
  full A       charged  adjusted     net  payment  credit  open
  A             108.00         .  108.00   108.00       .  0.00
  B              36.00    -36.00    0.00    36.00  -36.00  0.00
  Delivery       24.00         .   24.00    24.00       .  0.00
  unallocated                                0.00   36.00
  total         168.00    -36.00  132.00   168.00    0.00  0.00
`

/** The standard order, paid, and then B taken off it: its 36 wait. */
async function withoutB(host: Host): Promise<Flow> {
  const flow = await paid(host)
  await flow.changes.edit({ set: { B: 0 } })
  await flow.books(B_OFF)
  return flow
}

describeHost((host) => {
  it("pays a row back of which all goods came off the order", async () => {
    const flow = await withoutB(host)
    const { rows } = await flow.store.order(flow.orderId)
    expect(rows.map(({ refundable }) => refundable)).toEqual(["108.00", "36.00", "24.00"])
    const above = await refundRows(host, flow, { amount: "36.01", lines: { B: "36.01" } })
    expect(outcome(above)).toBe("400 refund_above_received")
    const made = await refundRows(host, flow, { amount: "36.00", lines: { B: "36.00" } })
    expect(outcome(made)).toBe("200")
    await flow.books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00         .  108.00   108.00       .  0.00
      B              36.00    -36.00    0.00    36.00  -36.00  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00    0.00
      total         168.00    -36.00  132.00   168.00  -36.00  0.00
    `)
  })

  it("pays one row back with its credit that waits and with what it still holds, and no more", async () => {
    const flow = await openSentFlow(host)
    await flow.changes.receive(await flow.changes.requestReturn({ A: 1 }), { A: 1 })
    await flow.books(`
      full A       charged  adjusted     net  payment  credit  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00   54.00
      total         168.00    -54.00  114.00   168.00    0.00  0.00
    `)
    const above = await refundRows(host, flow, { amount: "109.00", lines: { A: "109.00" } })
    expect(outcome(above)).toBe("400 refund_above_received")
    const made = await refundRows(host, flow, { amount: "108.00", lines: { A: "108.00" } })
    expect(outcome(made)).toBe("200")
    await flow.books(`
      full A       charged  adjusted    net  payment   refund  open
      A             108.00   -108.00   0.00   108.00  -108.00  0.00
      B              36.00         .  36.00    36.00        .  0.00
      Delivery       24.00         .  24.00    24.00        .  0.00
      unallocated                               0.00     0.00
      total         168.00   -108.00  60.00   168.00  -108.00  0.00
    `)
  })

  it("pays back before it is received what a return on its way will bring", async () => {
    const flow = await openSentFlow(host)
    const returnId = await flow.changes.requestReturn({ A: 1 })
    const made = await refundRows(host, flow, { amount: "64.00", lines: { A: "54.00", Delivery: "10.00" } })
    expect(outcome(made)).toBe("200")
    await flow.changes.receive(returnId, { A: 1 })
    await flow.books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00    -54.00   54.00   108.00  -54.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00    -10.00   14.00    24.00  -10.00  0.00
      unallocated                                0.00    0.00
      total         168.00    -64.00  104.00   168.00  -64.00  0.00
    `)
  })

  it("refuses rows that the host would not lower because it owes other rows' credit, before any money moves", async () => {
    const flow = await withoutB(host)
    const refused = await refundRows(host, flow, { amount: "10.00", lines: { A: "10.00" } })
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: "refund_uses_other_credit",
        remedy: expect.stringMatching(/36\.00 of "B/) as unknown,
      },
    })
    expect(await hostRefunds(host)).toEqual([])
    await flow.books(B_OFF)

    const both = await refundRows(host, flow, { amount: "46.00", lines: { A: "10.00", B: "36.00" } })
    expect(outcome(both)).toBe("200")
    await flow.books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00    -10.00   98.00   108.00  -10.00  0.00
      B              36.00    -36.00    0.00    36.00  -36.00  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00    0.00
      total         168.00    -46.00  122.00   168.00  -46.00  0.00
    `)
  })

  it("lowers a row that is chosen after a refund that lowered none", async () => {
    const flow = await withoutB(host)
    await refundRows(host, flow, { amount: "36.00", lines: { B: "36.00" } })
    const made = await refundRows(host, flow, { amount: "10.00", lines: { A: "10.00" } })
    expect(outcome(made)).toBe("200")
    expect(made.body.order?.rows.map(({ net }) => net)).toEqual(["98.00", "0.00", "24.00"])
  })

  it("refuses while a change is begun that would let the host break off after the money had left", async () => {
    const flow = await paid(host)
    await flow.changes.beginEdit({ set: { A: 1 } })
    const refused = await refundRows(host, flow, { amount: "36.00", lines: { B: "36.00" } })
    expect(outcome(refused)).toBe("409 order_changing")
    expect(await hostRefunds(host)).toEqual([])
    await flow.changes.abandonEdit()
    expect(outcome(await refundRows(host, flow, { amount: "36.00", lines: { B: "36.00" } }))).toBe("200")
  })

  it("refuses on a cancelled order what the host would refund and not note", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store, { psp: { refuses: "refunds" } })
    await store.capture(orderId)
    await store.act(`orders/${orderId}/cancel`)
    await upToDate(host, orderId)
    const refused = await refundRows(
      host,
      { store, orderId },
      { amount: "10.00", lines: { "Product 1": "10.00" } },
    )
    expect(outcome(refused)).toBe("409 order_cancelled")
    expect(await hostRefunds(host)).toEqual([])
  })

  it("neither offers nor refunds the rounding, which would lower another row", async () => {
    const store = await TestStore.open(host, {
      currency: "eur",
      country: "fr",
      prices: [1.004, 1.004, 1.004],
    })
    const orderId = await store.checkOut([0, 1, 2])
    await store.capture(orderId)
    const books = `
      full A       charged  adjusted   net  payment  open
      Product 1       1.00         .  1.00     1.00  0.00
      Product 2       1.00         .  1.00     1.00  0.00
      Product 3       1.00         .  1.00     1.00  0.00
      Rounding        0.01         .  0.01     0.01  0.00
      unallocated                              0.00
      total           3.01      0.00  3.01     3.01  0.00
    `
    await booksOf(host, store, orderId)(books)
    const { rows } = await store.order(orderId)
    expect(rows.map(({ refundable }) => refundable)).toEqual(["1.00", "1.00", "1.00", "0.00"])
    const refused = await refundRows(
      host,
      { store, orderId },
      { amount: "0.01", lines: { [rows[3]?.key ?? ""]: "0.01" } },
    )
    expect(outcome(refused)).toBe("400 row_not_refundable")
    expect(await hostRefunds(host)).toEqual([])
  })
})
