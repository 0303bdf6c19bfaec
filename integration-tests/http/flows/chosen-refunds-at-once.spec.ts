import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { CHOICE_MARK } from "../../../src/modules/reconciliation/ingest/repayments"
import { ledgerOf } from "../../../src/workflows/ledger-of"
import { openFlow, type Flow } from "../../setup/flow"
import { describeHost, type Host } from "../../setup/host"
import { expectSound, upToDate } from "../../setup/host-checks"
import { sweepAfter } from "../../setup/later"
import { hostRefunds, outcome, refundAtOnce, refundRows, type Wanted } from "../../setup/refund-rows"

const PAID = `
  full A       charged  adjusted     net  payment  open
  A             108.00         .  108.00   108.00  0.00
  B              36.00         .   36.00    36.00  0.00
  Delivery       24.00         .   24.00    24.00  0.00
  unallocated                                0.00
  total         168.00      0.00  168.00   168.00  0.00
`

const B_BACK = `
  full A       charged  adjusted     net  payment  refund  open
  A             108.00         .  108.00   108.00       .  0.00
  B              36.00    -36.00    0.00    36.00  -36.00  0.00
  Delivery       24.00         .   24.00    24.00       .  0.00
  unallocated                                0.00    0.00
  total         168.00    -36.00  132.00   168.00  -36.00  0.00
`

const B: Wanted = { amount: "36.00", lines: { B: "36.00" } }

async function paid(host: Host): Promise<Flow> {
  const flow = await openFlow(host)
  await flow.store.capture(flow.orderId)
  await flow.books(PAID)
  return flow
}

const amounts = async (host: Host): Promise<string[]> => (await hostRefunds(host)).map(({ amount }) => amount)

/** A process that died: it chose B, and, where it came so far, let the host refund; its turn runs out soon. */
async function dieRefundingB(host: Host, flow: Flow, { refunded }: { refunded: boolean }): Promise<void> {
  const { rows } = await flow.store.order(flow.orderId)
  const { id: paymentId } = await flow.store.payment(flow.orderId)
  const row = rows.find(({ title }) => title.startsWith("B"))?.key ?? ""
  const choiceId = await ledgerOf(host.container()).refunds.choose({
    orderId: flow.orderId,
    paymentId,
    amount: "36.00",
    lines: [{ row, amount: "36.00" }],
    reasonId: null,
    note: null,
    idempotencyKey: "died",
    actor: { type: "system", id: null },
    host: { owes: 0n, isInexact: false, isCanceled: false, isChanging: false },
  })
  if (refunded) {
    const input = { payment_id: paymentId, amount: 36, metadata: { [CHOICE_MARK]: choiceId } }
    await refundPaymentWorkflow(host.container()).run({ input })
  }
  await host.sql(
    "insert into reconciliation_refund_turn values (?, 'the dead', clock_timestamp() + interval '2 seconds')",
    [flow.orderId],
  )
}

describeHost((host) => {
  it("refunds B once when two clerks refund all of it at once", async () => {
    const flow = await paid(host)
    const answers = await refundAtOnce(host, flow, [B, B])
    expect(answers.map(outcome).toSorted()).toEqual(["200", "400 refund_above_received"])
    expect(await amounts(host)).toEqual(["36"])
    await flow.books(B_BACK)
  })

  it("refunds delivery once when three clerks refund all of it at once, and lowers no other row", async () => {
    const flow = await paid(host)
    const delivery: Wanted = { amount: "24.00", lines: { Delivery: "24.00" } }
    const answers = await refundAtOnce(host, flow, [delivery, delivery, delivery])
    expect(answers.map(outcome).toSorted()).toEqual([
      "200",
      "400 refund_above_received",
      "400 refund_above_received",
    ])
    expect(await amounts(host)).toEqual(["24"])
    await flow.books(`
      full A       charged  adjusted     net  payment  refund  open
      A             108.00         .  108.00   108.00       .  0.00
      B              36.00         .   36.00    36.00       .  0.00
      Delivery       24.00    -24.00    0.00    24.00  -24.00  0.00
      unallocated                                0.00    0.00
      total         168.00    -24.00  144.00   168.00  -24.00  0.00
    `)
  })

  it("makes both refunds of two clerks on different rows, each of its row", async () => {
    const flow = await paid(host)
    const answers = await refundAtOnce(host, flow, [B, { amount: "10.00", lines: { A: "10.00" } }])
    expect(answers.map(outcome)).toEqual(["200", "200"])
    expect(answers.map(({ body }) => body.refund?.completed)).toEqual([true, true])
    const { rows } = await flow.store.order(flow.orderId)
    expect(rows.map(({ net, refundable }) => [net, refundable])).toEqual([
      ["98.00", "98.00"],
      ["0.00", "0.00"],
      ["24.00", "24.00"],
    ])
    await expectSound(host, flow.store, flow.orderId)
  })

  it("refunds once for a key that is sent twenty times at once, and answers each alike", async () => {
    const flow = await paid(host)
    const sent = Array.from({ length: 20 }, () => ({ ...B, key: "one" }))
    const answers = await refundAtOnce(host, flow, sent)
    expect(new Set(answers.map(outcome))).toEqual(new Set(["200"]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const [refund] = await hostRefunds(host)
    expect(answers[0]?.body.refund).toEqual({ id: refund?.id, amount: "36.00", completed: true })
    expect(await amounts(host)).toEqual(["36"])

    const other = await refundRows(host, flow, { amount: "1.00", lines: { A: "1.00" }, key: "one" })
    expect(outcome(other)).toBe("409 idempotency_key_reused")
    await flow.books(B_BACK)
  })

  it("frees the key of a refund that was refused before any money moved", async () => {
    const flow = await paid(host)
    const above = await refundRows(host, flow, { amount: "36.01", lines: { B: "36.01" }, key: "again" })
    expect(outcome(above)).toBe("400 refund_above_received")
    expect(outcome(await refundRows(host, flow, { ...B, key: "again" }))).toBe("200")
  })

  it("answers truly after a crash between the host's refund and the answer, and refunds nothing twice", async () => {
    const flow = await paid(host)
    await dieRefundingB(host, flow, { refunded: true })
    const again = await refundRows(host, flow, { ...B, key: "died" })
    const [refund] = await hostRefunds(host)
    expect(again.body.refund).toEqual({ id: refund?.id, amount: "36.00", completed: true })
    expect(await amounts(host)).toEqual(["36"])
    await flow.books(B_BACK)
  })

  it("refunds after a crash before the host was asked, and another row too once the dead one's turn is over", async () => {
    const flow = await paid(host)
    await dieRefundingB(host, flow, { refunded: false })
    const [other] = await refundAtOnce(host, flow, [{ amount: "1.00", lines: { A: "1.00" } }])
    expect(other && outcome(other)).toBe("200")
    expect(outcome(await refundRows(host, flow, { ...B, key: "died" }))).toBe("200")
    expect(await amounts(host)).toEqual(["1", "36"])
    await expectSound(host, flow.store, flow.orderId)
  })

  it("says what became of a refund while another clerk uses the store's own refund at the same moment", async () => {
    const flow = await paid(host)
    const payment = await flow.store.payment(flow.orderId)
    const plain = host.request("post", `/admin/payments/${payment.id}/refund`, {
      body: { amount: 5 },
      headers: flow.store.admin,
    })
    const [mine] = await refundAtOnce(host, flow, [B])
    await plain
    await host.settled()
    await sweepAfter(host, 3)
    await upToDate(host, flow.orderId)
    const refunds = await hostRefunds(host)
    const made = refunds.find(({ amount }) => amount === "36")
    expect(mine && outcome(mine)).toMatch(made ? /^200$/ : /^409 (?:refund_refused|order_changing)$/)
    expect(mine?.body.refund?.id).toBe(made?.id)
    // Whether or not the host noted it, B is not to be paid back a second time.
    if (made) expect(outcome(await refundRows(host, flow, B))).toMatch(/^4/)
    expect((await amounts(host)).filter((amount) => amount === "36").length).toBe(made ? 1 : 0)
  })
})
