import { booksOf } from "../../setup/host-checks"
import { describeHost, type Host } from "../../setup/host"
import { sweepAfter } from "../../setup/later"
import { checkOutStandard, openStandardStore } from "../../setup/standard-order"
import type { TestStore } from "../../setup/store"

/** What the host counts as paid back on an order, and the refunds it has. */
async function refundsOf(host: Host, orderId: string): Promise<{ refunds: number; counted: number }> {
  const [row] = await host.sql<{ refunds: number; counted: number }>(
    `select (select coalesce(sum(r.amount), 0)::float8 from refund r join payment p on p.id = r.payment_id
               join order_payment_collection l on l.payment_collection_id = p.payment_collection_id
              where l.order_id = ? and r.deleted_at is null) as refunds,
            (select coalesce(-sum(amount), 0)::float8 from order_transaction
              where order_id = ? and reference = 'refund' and deleted_at is null) as counted`,
    [orderId, orderId],
  )
  return row ?? { refunds: 0, counted: 0 }
}

const cancel = (store: TestStore, orderId: string): Promise<unknown> => store.act(`orders/${orderId}/cancel`)

describeHost((host) => {
  it("owes nothing when an order is cancelled before it is paid, whatever the host says is due", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await books(`
      none         charged  adjusted     net    open
      Product 1     108.00         .  108.00  108.00
      Product 2      36.00         .   36.00   36.00
      Collect        24.00         .   24.00   24.00
      unallocated
      total         168.00      0.00  168.00  168.00
    `)

    await cancel(store, orderId)
    const { order } = await store.get<{ order: { summary: { pending_difference: number } } }>(
      `orders/${orderId}?fields=id,summary`,
    )
    expect(order.summary.pending_difference).toBe(168)
    await books(`
      full         charged  adjusted   net  open
      Product 1     108.00   -108.00  0.00  0.00
      Product 2      36.00    -36.00  0.00  0.00
      Collect        24.00    -24.00  0.00  0.00
      unallocated
      total         168.00   -168.00  0.00  0.00
    `)
  })

  it("T9: pays a cancelled order back in full, though its collection is cancelled too", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    await cancel(store, orderId)
    expect((await store.collections(orderId)).map(({ status }) => status)).toEqual(["canceled"])
    await books(`
      full A       charged  adjusted   net  payment   refund  open
      Product 1     108.00   -108.00  0.00   108.00  -108.00  0.00
      Product 2      36.00    -36.00  0.00    36.00   -36.00  0.00
      Collect        24.00    -24.00  0.00    24.00   -24.00  0.00
      unallocated                              0.00     0.00
      total         168.00   -168.00  0.00   168.00  -168.00  0.00
    `)
  })

  it("cancels what nobody paid and pays back what is left: 100 of 168 captured, 30 paid back before", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId, 100)
    await store.refund(orderId, 30)
    await books(`
      partial a    charged  adjusted     net  payment  refund   open
      Product 1     108.00    -30.00   78.00   100.00  -30.00   8.00
      Product 2      36.00         .   36.00        .       .  36.00
      Collect        24.00         .   24.00        .       .  24.00
      unallocated                                0.00    0.00
      total         168.00    -30.00  138.00   100.00  -30.00  68.00
    `)

    await cancel(store, orderId)
    await books(`
      full A       charged  adjusted   net  payment  refund  refund  open
      Product 1     108.00   -108.00  0.00   100.00  -30.00  -70.00  0.00
      Product 2      36.00    -36.00  0.00        .       .       .  0.00
      Collect        24.00    -24.00  0.00        .       .       .  0.00
      unallocated                              0.00    0.00    0.00
      total         168.00   -168.00  0.00   100.00  -30.00  -70.00  0.00
    `)
  })

  it("cancels an order that was paid back in full before", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId)
    await store.refund(orderId, 168)
    await cancel(store, orderId)
    await books(`
      full A       charged  adjusted   net  payment   refund  open
      Product 1     108.00   -108.00  0.00   108.00  -108.00  0.00
      Product 2      36.00    -36.00  0.00    36.00   -36.00  0.00
      Collect        24.00    -24.00  0.00    24.00   -24.00  0.00
      unallocated                              0.00     0.00
      total         168.00   -168.00  0.00   168.00  -168.00  0.00
    `)
  })

  it("cancels an order of several payments, each paid back by its own", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    const books = booksOf(host, store, orderId)
    await store.capture(orderId, 100)
    await store.capture(orderId, 68)
    await cancel(store, orderId)
    await books(`
      full A       charged  adjusted   net  payment  payment   refund  open
      Product 1     108.00   -108.00  0.00   100.00     8.00  -108.00  0.00
      Product 2      36.00    -36.00  0.00        .    36.00   -36.00  0.00
      Collect        24.00    -24.00  0.00        .    24.00   -24.00  0.00
      unallocated                              0.00     0.00     0.00
      total         168.00   -168.00  0.00   100.00    68.00  -168.00  0.00
    `)
  })

  it("T4: shows the refund that a payment service refused while the host counts it, until it is made", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store, { psp: { refuses: "refunds" } })
    const books = booksOf(host, store, orderId)
    await store.capture(orderId)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    await cancel(store, orderId)
    expect(await refundsOf(host, orderId)).toEqual({ refunds: 0, counted: 168 })
    await books(
      `
      error a      charged  adjusted   net  payment   credit  credit  credit  open
      Product 1     108.00   -108.00  0.00   108.00  -108.00       .       .  0.00
      Product 2      36.00    -36.00  0.00    36.00        .  -36.00       .  0.00
      Collect        24.00    -24.00  0.00    24.00        .       .  -24.00  0.00
      unallocated                              0.00   108.00   36.00   24.00
      total         168.00   -168.00  0.00   168.00     0.00    0.00    0.00  0.00
    `,
      { problems: ["refund_without_row"] },
    )
    const { problems } = await store.order(orderId)
    expect(problems[0]?.remedy).toMatch(/refund again/)

    // The service works again. The host pays back, says that it did not, and no event tells of it.
    await host.sql(`update payment set data = '{}'`)
    const { id } = await store.payment(orderId)
    const answer = await host.request("post", `/admin/payments/${id}/refund`, {
      body: { amount: 168 },
      headers: store.admin,
    })
    expect(answer.status).toBe(400)
    expect(await refundsOf(host, orderId)).toEqual({ refunds: 168, counted: 168 })
    await host.settled()
    expect(await sweepAfter(host, 0)).toEqual({ read: 1, changed: 0 })
    expect(await sweepAfter(host, 3)).toEqual({ read: 1, changed: 1 })
    await books(`
      full A       charged  adjusted   net  payment   refund  open
      Product 1     108.00   -108.00  0.00   108.00  -108.00  0.00
      Product 2      36.00    -36.00  0.00    36.00   -36.00  0.00
      Collect        24.00    -24.00  0.00    24.00   -24.00  0.00
      unallocated                              0.00     0.00
      total         168.00   -168.00  0.00   168.00  -168.00  0.00
    `)
  })
})
