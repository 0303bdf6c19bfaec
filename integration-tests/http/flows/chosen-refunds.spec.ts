import { breakLedger } from "../../setup/broken-ledger"
import { openFlow, type Flow } from "../../setup/flow"
import { describeHost, type Host } from "../../setup/host"
import { booksOf, upToDate } from "../../setup/host-checks"
import { sweepAfter } from "../../setup/later"
import { refundRows } from "../../setup/refund-rows"
import { checkOutStandard, openStandardStore } from "../../setup/standard-order"

/** How many choices of lines are kept, for refunds made or about to be made. */
async function choices(host: Host): Promise<number> {
  return (await host.sql("select id from reconciliation_refund_choice")).length
}

/** An order that two payments paid: 168 at the checkout, then 36 for one more B. */
async function paidTwice(host: Host): Promise<Flow & { second: string }> {
  const flow = await openFlow(host)
  await flow.store.capture(flow.orderId)
  await flow.changes.edit({ set: { B: 2 } })
  await flow.changes.payDifference()
  const payments = (await flow.store.collections(flow.orderId)).flatMap((collection) => collection.payments)
  return { ...flow, second: payments.find(({ amount }) => amount === 36)?.id ?? "" }
}

describeHost((host) => {
  it("refunds the rows that were chosen, shipping too, and the others as before when nobody chooses", async () => {
    const flow = await openFlow(host)
    const { books, store, orderId } = flow
    await store.capture(orderId)
    await books(`
      full A       charged  adjusted     net  payment  open
      A             108.00         .  108.00   108.00  0.00
      B              36.00         .   36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)
    const made = await refundRows(host, flow, { amount: "30.00", lines: { A: "6.00", Delivery: "24.00" } })
    expect(made.status).toBe(200)
    expect(made.body.order?.rows.map(({ net }) => net)).toEqual(["102.00", "36.00", "0.00"])
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00     -6.00  102.00   108.00   -6.00  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00    -24.00    0.00    24.00  -24.00  0.00
      unallocated                                0.00    0.00
      total         168.00    -30.00  138.00   168.00  -30.00  0.00
    `)
    expect(await choices(host)).toBe(1)

    await store.refund(orderId, 10)
    await books(`
      full A       charged  adjusted     net  payment  refund  refund  open
      A             108.00     -6.00  102.00   108.00   -6.00       .  0.00
      B              36.00    -10.00   26.00    36.00       .  -10.00  0.00
      Delivery       24.00    -24.00    0.00    24.00  -24.00       .  0.00
      unallocated                                0.00    0.00    0.00
      total         168.00    -40.00  128.00   168.00  -30.00  -10.00  0.00
    `)
  })

  it("lowers the rows that the refunded payment had paid, when nobody chooses", async () => {
    const { books, store, orderId, second } = await paidTwice(host)
    await books(`
      full A       charged  adjusted     net  payment  payment  open
      A             108.00         .  108.00   108.00        .  0.00
      B              36.00     36.00   72.00    36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00        .  0.00
      unallocated                                0.00     0.00
      total         168.00     36.00  204.00   168.00    36.00  0.00
    `)
    await store.refund(orderId, 20)
    await books(`
      full A       charged  adjusted     net  payment  payment  refund  open
      A             108.00         .  108.00   108.00        .       .  0.00
      B              36.00     36.00   72.00    36.00    36.00       .  0.00
      Delivery       24.00    -20.00    4.00    24.00        .  -20.00  0.00
      unallocated                                0.00     0.00    0.00
      total         168.00     16.00  184.00   168.00    36.00  -20.00  0.00
    `)
    await store.act(`payments/${second}/refund`, { amount: 10 })
    await books(`
      full A       charged  adjusted     net  payment  payment  refund  refund  open
      A             108.00         .  108.00   108.00        .       .       .  0.00
      B              36.00     26.00   62.00    36.00    36.00       .  -10.00  0.00
      Delivery       24.00    -20.00    4.00    24.00        .  -20.00       .  0.00
      unallocated                                0.00     0.00    0.00    0.00
      total         168.00      6.00  174.00   168.00    36.00  -20.00  -10.00  0.00
    `)
  })

  it("refuses what cannot be refunded so, before the host refunds anything", async () => {
    const flow = await openFlow(host)
    const { books, store, orderId } = flow
    await store.capture(orderId, 130)
    await books(`
      partial a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   108.00   0.00
      B              36.00         .   36.00    22.00  14.00
      Delivery       24.00         .   24.00        .  24.00
      unallocated                                0.00
      total         168.00      0.00  168.00   130.00  38.00
    `)
    const answers = []
    for (const wanted of [
      { amount: "10.00", lines: { "line:none": "10.00" } },
      { amount: "30.00", lines: { B: "22.01", A: "7.99" } },
      { amount: "1.00", lines: { Delivery: "1.00" } },
      { amount: "30.00", lines: { A: "29.99" } },
      { amount: "0.00", lines: { A: "0.00" } },
      { amount: "1.001", lines: { A: "1.001" } },
      { amount: "10.00", lines: { A: "10.00" }, payment: "pay_none" },
    ]) {
      const { status, body } = await refundRows(host, flow, wanted)
      answers.push(`${status} ${body.code}`)
    }
    expect(answers).toEqual([
      "400 row_unknown",
      "400 refund_above_received",
      "400 refund_above_received",
      "400 refund_lines_differ",
      "400 amount_not_positive",
      "400 amount_too_precise",
      "404 payment_not_found",
    ])
    const second = await refundRows(host, flow, { amount: "3.00", lines: { A: "1.00", B: "two" } })
    expect(second).toMatchObject({ status: 400, body: { ids: { fields: "lines.1.amount" } } })
    expect(await host.sql("select id from refund")).toEqual([])
    expect(await choices(host)).toBe(0)
    await books(`
      partial a    charged  adjusted     net  payment   open
      A             108.00         .  108.00   108.00   0.00
      B              36.00         .   36.00    22.00  14.00
      Delivery       24.00         .   24.00        .  24.00
      unallocated                                0.00
      total         168.00      0.00  168.00   130.00  38.00
    `)
  })

  it("refuses an order that the ledger has not read", async () => {
    const flow = await openFlow(host)
    const mend = await breakLedger(host, "document")
    const orderId = await flow.store.checkOut([0])
    await host.settled()
    const { status, body } = await refundRows(
      host,
      { store: flow.store, orderId },
      { amount: "1.00", lines: { A: "1.00" } },
    )
    expect({ status, code: body.code }).toEqual({ status: 404, code: "order_not_read" })
    await mend()
  })

  it("forgets the choice when the host refuses the refund", async () => {
    const flow = await paidTwice(host)
    // A received 108, but not of this payment.
    const above = await refundRows(host, flow, {
      amount: "37.00",
      lines: { A: "37.00" },
      payment: flow.second,
    })
    expect(above).toMatchObject({
      status: 409,
      body: {
        code: "refund_refused",
        message: "The refund was refused: You are not allowed to refund more than the captured amount",
      },
    })
    expect(await choices(host)).toBe(0)
    await flow.books(`
      full A       charged  adjusted     net  payment  payment  open
      A             108.00         .  108.00   108.00        .  0.00
      B              36.00     36.00   72.00    36.00    36.00  0.00
      Delivery       24.00         .   24.00    24.00        .  0.00
      unallocated                                0.00     0.00
      total         168.00     36.00  204.00   168.00    36.00  0.00
    `)
  })

  it("forgets the choice when the payment service refuses the refund", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store, { psp: { refuses: "refunds" } })
    await store.capture(orderId)
    const books = booksOf(host, store, orderId)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)
    const refused = await refundRows(
      host,
      { store, orderId },
      { amount: "10.00", lines: { "Product 1": "10.00" } },
    )
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: "refund_refused",
        message: "The refund was refused: The payment service refused the refund.",
      },
    })
    expect(await choices(host)).toBe(0)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)
  })

  it("leaves a refund made and its choice kept when the ledger cannot follow at once", async () => {
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
    const mend = await breakLedger(host, "open_item")
    const { status } = await refundRows(host, flow, { amount: "20.00", lines: { B: "20.00" } })
    expect(status).toBe(200)
    await host.settled()
    await mend()
    await sweepAfter(host, 60)
    await flow.books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00         .  108.00   108.00       .  0.00
      B              36.00    -20.00   16.00    36.00  -20.00  0.00
      Delivery       24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00    0.00
      total         168.00    -20.00  148.00   168.00  -20.00  0.00
    `)
    expect(await choices(host)).toBe(1)
  })

  it("warns of a row that was paid back more than it had received", async () => {
    const flow = await openFlow(host)
    const { books, changes, store, orderId } = flow
    await store.capture(orderId)
    await upToDate(host, orderId)
    const made = await refundRows(host, flow, { amount: "36.00", lines: { B: "36.00" } })
    expect(made.status).toBe(200)
    await changes.edit({ set: { B: 0 } })
    await store.refund(orderId, 36)
    await books(`
      full A       charged  adjusted     net  payment  refund  refund  open
      A             108.00         .  108.00   108.00       .       .  0.00
      B              36.00    -72.00  -36.00    36.00  -36.00  -36.00  0.00
      Delivery       24.00         .   24.00    24.00       .       .  0.00
      unallocated                                0.00    0.00    0.00
      total         168.00    -72.00   96.00   168.00  -36.00  -36.00  0.00
    `)
    expect((await store.order(orderId)).warnings.map(({ code, detail }) => `${code}: ${detail}`)).toEqual([
      'refund_above_received: "B – one" was paid back 36.00 more than it had received.',
    ])
  })
})
