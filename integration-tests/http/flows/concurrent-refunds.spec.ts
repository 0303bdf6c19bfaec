import { expectSound, upToDate } from "../../setup/host-checks"
import { describeHost, type Host } from "../../setup/host"
import { sweepAfter } from "../../setup/later"
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

describeHost((host) => {
  it("books each of three refunds at once that the host has made, whatever it answered", async () => {
    const { store, orderId } = await paidStandard(host)
    const answers = await Promise.all([5, 5, 7].map((amount) => tryRefund(host, store, orderId, amount)))
    await host.settled()
    await sweepAfter(host, 3)
    await upToDate(host, orderId)
    const { refunds, counted } = await refundsOf(host, orderId)
    // One of them may have found no other at work; the host counts all it finds at that one's amount.
    expect(answers.filter((answer) => answer === "200").length).toBeGreaterThan(0)
    expect(counted.length).toBeGreaterThan(0)
    const { columns } = await store.order(orderId)
    const shown = columns
      .filter(({ kind }) => kind === "refund")
      .map(({ amount }) => amount.replace(/^-/, "").replace(/\.00$/, ""))
    expect(shown.toSorted()).toEqual(refunds.toSorted())
    await expectSound(host, store, orderId)
  })
})
