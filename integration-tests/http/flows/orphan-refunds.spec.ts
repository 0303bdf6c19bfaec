import { Modules } from "@medusajs/framework/utils"
import { booksOf } from "../../setup/host-checks"
import { describeHost, type Host } from "../../setup/host"
import { sweepAfter } from "../../setup/later"
import { beginEdit } from "../../setup/order-edit"
import { paidStandard } from "../../setup/standard-order"
import type { TestStore } from "../../setup/store"

/** Sends a refund that the host may refuse; gives its answer. */
async function tryRefund(host: Host, store: TestStore, orderId: string, amount: number): Promise<string> {
  const { id } = await store.payment(orderId)
  const answer = await host.request<{ message?: string }>("post", `/admin/payments/${id}/refund`, {
    body: { amount },
    headers: store.admin,
  })
  return answer.status < 300 ? String(answer.status) : `${answer.status} ${answer.body.message}`
}

/** The host's refunds of an order, and its own count of them. */
async function refundsOf(host: Host, orderId: string): Promise<{ refunds: string[]; counted: string[] }> {
  const refunds = await host.sql<{ amount: string }>(
    `select r.amount::float8::text as amount from refund r join payment p on p.id = r.payment_id
       join order_payment_collection l on l.payment_collection_id = p.payment_collection_id
      where l.order_id = ? and r.deleted_at is null order by r.created_at`,
    [orderId],
  )
  const counted = await host.sql<{ amount: string }>(
    `select amount::float8::text as amount from order_transaction
      where order_id = ? and reference = 'refund' and deleted_at is null order by created_at`,
    [orderId],
  )
  return {
    refunds: refunds.map(({ amount }) => amount),
    counted: counted.map(({ amount }) => amount),
  }
}

async function cancelEdit(host: Host, store: TestStore, orderId: string): Promise<void> {
  const { status } = await host.request("delete", `/admin/order-edits/${orderId}`, { headers: store.admin })
  expect(status).toBe(200)
}

/** The host's id of an order's refund of 10. */
async function refundOfTen(host: Host): Promise<string> {
  const [refund] = await host.sql<{ id: string }>("select id from refund where amount = 10")
  return refund?.id ?? ""
}

/** Counts the refund of 10 in the order's transactions, as a shop's own script would: no route does it. */
async function count(host: Host, orderId: string): Promise<void> {
  await host
    .container()
    .resolve(Modules.ORDER)
    .addOrderTransactions({
      order_id: orderId,
      amount: -10,
      currency_code: "eur",
      reference: "refund",
      reference_id: await refundOfTen(host),
    })
}

/** Takes the refund of 10 out of the order's transactions. */
async function uncount(host: Host, orderId: string): Promise<void> {
  const orders = host.container().resolve(Modules.ORDER)
  const counted = await orders.listOrderTransactions({
    order_id: orderId,
    reference_id: await refundOfTen(host),
  })
  await orders.deleteOrderTransactions(counted.map(({ id }) => id))
}

describeHost((host) => {
  it("T2: shows a refund that the host made and refused at once, found by the sweep", async () => {
    const { store, orderId } = await paidStandard(host)
    const books = booksOf(host, store, orderId)
    await books(`
      full A       charged  adjusted     net  payment  open
      Product 1     108.00         .  108.00   108.00  0.00
      Product 2      36.00         .   36.00    36.00  0.00
      Collect        24.00         .   24.00    24.00  0.00
      unallocated                                0.00
      total         168.00      0.00  168.00   168.00  0.00
    `)

    await beginEdit(store, orderId, { "Product 2": 2 })
    expect(await tryRefund(host, store, orderId, 10)).toMatch(
      /^400 .*already has an existing active order change/,
    )
    expect(await refundsOf(host, orderId)).toEqual({ refunds: ["10"], counted: [] })
    await host.settled()
    // No event tells of it, and a sweep leaves it for as long as the host may still delete it.
    expect(await sweepAfter(host, 0)).toEqual({ read: 1, changed: 0 })
    expect(await sweepAfter(host, 3)).toEqual({ read: 1, changed: 1 })
    await books(
      `
      error a      charged  adjusted     net  payment  refund  open
      Product 1     108.00         .  108.00   108.00       .  0.00
      Product 2      36.00         .   36.00    36.00       .  0.00
      Collect        24.00         .   24.00    24.00       .  0.00
      unallocated                                0.00  -10.00
      total         168.00      0.00  168.00   168.00  -10.00  0.00
    `,
      { problems: ["refund_without_transaction"] },
    )

    // The cure: count it, and credit what the host then calls due.
    await cancelEdit(host, store, orderId)
    await count(host, orderId)
    await store.eventually(orderId, { problems: [] }, 60_000)
    await store.act(`orders/${orderId}/credit-lines`, {
      amount: 10,
      reference: "refund",
      reference_id: "kept",
    })
    await books(`
      full A       charged  adjusted     net  payment  refund  open
      Product 1     108.00         .  108.00   108.00       .  0.00
      Product 2      36.00         .   36.00    36.00       .  0.00
      Collect        24.00    -10.00   14.00    24.00  -10.00  0.00
      unallocated                                0.00    0.00
      total         168.00    -10.00  158.00   168.00  -10.00  0.00
    `)
  })

  it("T3: takes no amount from the host's count when a good refund follows one it had refused", async () => {
    const { store, orderId } = await paidStandard(host)
    const books = booksOf(host, store, orderId)
    await beginEdit(store, orderId, { "Product 2": 2 })
    expect(await tryRefund(host, store, orderId, 10)).toMatch(/^400/)
    await cancelEdit(host, store, orderId)
    expect(await tryRefund(host, store, orderId, 30)).toBe("200")
    expect(await refundsOf(host, orderId)).toEqual({ refunds: ["10", "30"], counted: ["-30", "-30"] })
    await books(
      `
      error a      charged  adjusted     net  payment  refund  refund  open
      Product 1     108.00         .  108.00   108.00       .       .  0.00
      Product 2      36.00     -6.00   30.00    36.00   -6.00       .  0.00
      Collect        24.00    -24.00    0.00    24.00   -4.00  -20.00  0.00
      unallocated                                0.00    0.00  -10.00
      total         168.00    -30.00  138.00   168.00  -10.00  -30.00  0.00
    `,
      { problems: ["transaction_miscounted"] },
    )

    // The cure: count the first refund at what it was, and credit what the host then calls due.
    await uncount(host, orderId)
    await count(host, orderId)
    await store.eventually(orderId, { problems: [] }, 60_000)
    await store.act(`orders/${orderId}/credit-lines`, {
      amount: 10,
      reference: "refund",
      reference_id: "kept",
    })
    await books(`
      full A       charged  adjusted     net  payment  refund  refund  open
      Product 1     108.00         .  108.00   108.00       .       .  0.00
      Product 2      36.00    -16.00   20.00    36.00   -6.00  -10.00  0.00
      Collect        24.00    -24.00    0.00    24.00   -4.00  -20.00  0.00
      unallocated                                0.00    0.00    0.00
      total         168.00    -40.00  128.00   168.00  -10.00  -30.00  0.00
    `)
  })
})
