import type { ReverseMoney } from "../../src/modules/reconciliation/facets/payments"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const context = { actor: { type: "user", id: "user_ann" }, cause: "reversals" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

describe("F66: money taken back, on PostgreSQL", () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger("reversals")
  })
  afterAll(async () => {
    await ledger.close()
  })

  const orderOf = (customerId: string, index: number, lines: bigint[] = [6000n, 4000n]): ModelOrder =>
    new ModelOrder(`order_${customerId}_${index}`, 2, {
      customerId,
      currency: "eur",
      lines,
      giftCard: 0n,
      at: day(index),
    })

  const reconcile = async (order: ModelOrder, service: ReconciliationModuleService = ledger.service) => {
    const { now, hostVersions } = await service.orders.readMarks([order.id])
    return service.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context })
  }

  const paidOrder = async (customerId: string, index = 1): Promise<ModelOrder> => {
    const order = orderOf(customerId, index)
    order.capture(day(index + 1), 10000n, 0)
    await reconcile(order)
    return order
  }

  const captureOf = (order: ModelOrder): string => `${order.id}_cap0001`

  const reversal = (paymentId: string, more: Partial<ReverseMoney> = {}): ReverseMoney => ({
    paymentId,
    kind: "chargeback",
    amount: null,
    reference: "dp_1",
    reason: "fraudulent",
    occurredAt: "2026-01-20",
    idempotencyKey: `${paymentId} ${JSON.stringify(more)}`,
    context,
    ...more,
  })

  const deposit = async (customerId: string, amount: string, service = ledger.service) => {
    const { payment } = await service.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "cheque",
      reference: "1042",
      occurredAt: "2026-01-10",
      idempotencyKey: `${customerId} ${amount}`,
      context,
    })
    return payment
  }

  const expectSound = async (accountId: string): Promise<void> => {
    expect(await violationsIn(ledger, accountId)).toEqual([])
  }

  it("reopens the lines of a captured payment; state, code, totals and lists follow", async () => {
    const order = await paidOrder("cus_charge")
    const { reversal: made } = await ledger.service.payments.reverse(reversal(captureOf(order)))
    expect(made).toMatchObject({
      kind: "chargeback",
      reference: "dp_1",
      occurred_on: "2026-01-20",
      amount: "100.00",
      items: [
        { kind: "reversal", side: "debit", order_id: order.id, amount: "40.00", open: "40.00" },
        { kind: "reversal", side: "debit", order_id: order.id, amount: "60.00", open: "60.00" },
      ],
      payment: { kind: "payment", allocated: "100.00" },
    })
    const shown = await ledger.service.orders.retrieve(order.id)
    expect(shown).toMatchObject({
      state: "none",
      code: { rank: 1, code: "a", closed: false },
      columns: [
        { kind: "payment", on_this_order: "100.00" },
        {
          kind: "reversal",
          amount: "-100.00",
          on_this_order: "-100.00",
          state: "none",
          detail: "chargeback",
        },
      ],
      totals: { owed: "100.00", allocated: "0.00", open: "100.00", unallocated: "0.00" },
    })
    const account = await ledger.service.accounts.retrieve(shown?.account_id ?? "")
    expect(account).toMatchObject({
      totals: { owed: "100.00", paid: "0.00", open: "100.00", unallocated: "0.00" },
      orders: [{ state: "none", open: "100.00" }],
    })
    const { items } = await ledger.service.openItems.list({ orderId: order.id, kind: "reversal", limit: 10 })
    expect(items).toHaveLength(2)
    expect((await reconcile(order)).changed).toBe(false)
    order.capture(day(22), 10000n, 1)
    await reconcile(order)
    expect(await ledger.service.orders.retrieve(order.id)).toMatchObject({
      state: "full",
      code: { rank: 1, code: "A", closed: true },
    })
    await expectSound(account.id)
  })

  it("is recorded once for a key, and refuses another use of the key", async () => {
    const order = await paidOrder("cus_key")
    const request = reversal(captureOf(order), { amount: "30.00", idempotencyKey: "event 1" })
    const first = await ledger.service.payments.reverse(request)
    const again = await ledger.service.payments.reverse(request)
    expect(again).toEqual(first)
    const other = ledger.service.payments.reverse({ ...request, amount: "31.00" })
    await expect(other).rejects.toMatchObject({ code: "idempotency_key_reused" })
  })

  it("takes no more than the payment was, however many ask at once", async () => {
    const order = await paidOrder("cus_race")
    const attempts = Array.from({ length: 6 }, (_, index) =>
      ledger.service.payments
        .reverse(reversal(captureOf(order), { amount: "40.00", idempotencyKey: `race ${index}` }))
        .then(
          () => "reversed",
          (error: { code: string }) => error.code,
        ),
    )
    const outcomes = (await Promise.all(attempts)).toSorted()
    expect(outcomes).toEqual([
      ...Array.from({ length: 4 }, () => "reversal_too_large"),
      "reversed",
      "reversed",
    ])
    expect(await ledger.service.orders.retrieve(order.id)).toMatchObject({ totals: { open: "80.00" } })
  })

  it("refuses what is no money, unknown, used up, too much or too early", async () => {
    const order = await paidOrder("cus_refuse")
    const { items } = await ledger.service.openItems.list({ customerId: "cus_refuse", limit: 1 })
    expect(items).toEqual([])
    const [charge] = await ledger.sql<{ id: string }>(
      "select id from reconciliation_open_item where key = ?",
      [`line:${order.id}_A`],
    )
    const refusalOf = async (request: ReverseMoney): Promise<string> =>
      ledger.service.payments.reverse(request).then(
        () => "reversed",
        (error: { code: string }) => error.code,
      )
    expect(await refusalOf(reversal("capt_unknown"))).toBe("payment_not_found")
    expect(await refusalOf(reversal("999999999"))).toBe("payment_not_found")
    expect(await refusalOf(reversal(charge?.id ?? ""))).toBe("not_reversible")
    expect(await refusalOf(reversal(captureOf(order), { occurredAt: "2026-01-01" }))).toBe(
      "reversal_before_payment",
    )
    expect(await refusalOf(reversal(captureOf(order), { amount: "100.01" }))).toBe("reversal_too_large")
    expect(await refusalOf(reversal(captureOf(order), { amount: "0.00" }))).toBe("amount_not_positive")
    expect(await refusalOf(reversal(captureOf(order)))).toBe("reversed")
    expect(await refusalOf(reversal(captureOf(order), { reference: "dp_2" }))).toBe("nothing_to_reverse")
  })

  it("reopens every order that a bounced cheque had paid, and keeps what it had not paid off the account", async () => {
    const service = ledger.serviceWith({ unappliedMoney: "oldest_first" })
    const first = orderOf("cus_cheque", 1)
    const second = orderOf("cus_cheque", 2)
    await reconcile(first, service)
    await reconcile(second, service)
    const cheque = await deposit("cus_cheque", "220.00", service)
    const { reversal: made } = await service.payments.reverse(reversal(cheque.id, { kind: "bounced_cheque" }))
    expect(made.items.map(({ order_id, amount, open }) => [order_id, amount, open])).toEqual([
      [null, "20.00", "0.00"],
      [second.id, "40.00", "40.00"],
      [second.id, "60.00", "60.00"],
      [first.id, "40.00", "40.00"],
      [first.id, "60.00", "60.00"],
    ])
    expect(await service.accounts.retrieve(cheque.account_id)).toMatchObject({
      totals: { owed: "200.00", paid: "0.00", open: "200.00", unallocated: "0.00" },
      orders: [{ state: "none" }, { state: "none" }],
      deposits: [{ kind: "deposit", amount: "220.00" }],
    })
    expect((await service.orders.retrieve(first.id))?.columns).toMatchObject([
      { kind: "deposit", on_this_order: "100.00", elsewhere: { amount: "120.00", orders: 1 } },
      { kind: "reversal", amount: "-100.00" },
    ])
    await deposit("cus_cheque", "200.00", service)
    expect(await service.orders.retrieve(first.id)).toMatchObject({ state: "full" })
    expect(await service.orders.retrieve(second.id)).toMatchObject({ state: "full" })
    await expectSound(cheque.account_id)
  })

  it("is owed where the order is now, when it has moved to another account", async () => {
    const order = await paidOrder("cus_from")
    await deposit("cus_to", "1.00")
    const [to] = await ledger.service.accounts.listOf("cus_to")
    await ledger.sql("update reconciliation_document set account_id = ? where order_id = ?", [
      to?.id,
      order.id,
    ])
    const { reversal: made } = await ledger.service.payments.reverse(reversal(captureOf(order)))
    expect(made.items.map(({ account_id }) => account_id)).toEqual([to?.id, to?.id])
    expect(made.payment.account_id).not.toBe(to?.id)
    await expectSound(to?.id ?? "")
    await expectSound(made.payment.account_id)
  })

  it("settles what is owed again by the strategy of the order's sales channel", async () => {
    const service = ledger.serviceWith({ salesChannelStrategies: { sc_fair: "pro_rata" } })
    const order = orderOf("cus_channel", 1)
    order.capture(day(2), 10000n, 0)
    order.capture(day(3), 1000n, 0)
    const { now } = await service.orders.readMarks([order.id])
    await service.orders.reconcile({ ...order.read(0, now), salesChannelId: "sc_fair" }, { context })
    await service.payments.reverse(reversal(captureOf(order)))
    expect((await service.orders.retrieve(order.id))?.rows.map(({ open }) => open)).toEqual([
      "54.00",
      "36.00",
    ])
    const [account] = await service.accounts.listOf("cus_channel")
    await expectSound(account?.id ?? "")
  })

  it("is owed once when the host deletes the payment afterwards, on other orders too", async () => {
    const first = orderOf("cus_gone", 1)
    first.capture(day(2), 15000n, 0)
    await reconcile(first)
    await reconcile(orderOf("cus_gone", 3))
    const [account] = await ledger.service.accounts.listOf("cus_gone")
    await ledger.service.accounts.reconcile(account?.id ?? "", "oldest_first", { context })
    const { reversal: made } = await ledger.service.payments.reverse(reversal(captureOf(first)))
    expect(made.items.map(({ order_id, amount }) => [order_id, amount])).toEqual([
      ["order_cus_gone_3", "50.00"],
      [first.id, "40.00"],
      [first.id, "60.00"],
    ])
    const deleted = orderOf("cus_gone", 1)
    await reconcile(deleted)
    expect(await ledger.service.accounts.retrieve(account?.id ?? "")).toMatchObject({
      totals: { owed: "200.00", paid: "0.00", open: "200.00", unallocated: "0.00" },
    })
    expect((await reconcile(deleted)).changed).toBe(false)
    await expectSound(account?.id ?? "")
  })

  it("is owed again when the host takes its own refund of it back, on other orders too", async () => {
    const paid = (): ModelOrder => {
      const order = orderOf("cus_again", 1)
      order.capture(day(2), 15000n, 0)
      return order
    }
    const first = paid()
    await reconcile(first)
    await reconcile(orderOf("cus_again", 3))
    const [account] = await ledger.service.accounts.listOf("cus_again")
    await ledger.service.accounts.reconcile(account?.id ?? "", "oldest_first", { context })
    const { reversal: made } = await ledger.service.payments.reverse(
      reversal(captureOf(first), { amount: "50.00" }),
    )
    expect(made.items.map(({ order_id }) => order_id)).toEqual(["order_cus_again_3"])
    const before = await ledger.service.orders.retrieve(first.id)
    first.refund("2026-02-01T09:00:00.000Z", { share: 100, payment: 0, credited: false })
    await reconcile(first)
    expect(await ledger.service.orders.retrieve(first.id)).not.toMatchObject({ totals: before?.totals })
    await reconcile(paid())
    expect(await ledger.service.orders.retrieve(first.id)).toMatchObject({ totals: before?.totals })
    await expectSound(account?.id ?? "")
  })

  it("follows what a cheque paid to where the credit of a cancelled order carried it", async () => {
    const [x, y, z] = [1, 2, 3].map((index) => orderOf("cus_travelled", index, [index === 2 ? 4000n : 6000n]))
    if (!x || !y || !z) throw new Error("three orders are made")
    for (const order of [x, y]) await reconcile(order)
    const cheque = await deposit("cus_travelled", "100.00")
    const [account] = await ledger.service.accounts.listOf("cus_travelled")
    const run = async (): Promise<void> =>
      void (await ledger.service.accounts.reconcile(account?.id ?? "", "oldest_first", { context }))
    await run()
    x.cancel(day(5))
    await reconcile(x)
    await reconcile(z)
    await run()
    expect(await Promise.all([x, y, z].map(async ({ id }) => shown(id)))).toEqual([
      "full: 0.00 of 0.00 open",
      "full: 0.00 of 40.00 open",
      "full: 0.00 of 60.00 open",
    ])

    await ledger.service.payments.reverse(reversal(cheque.id))
    expect(await Promise.all([x, y, z].map(async ({ id }) => shown(id)))).toEqual([
      "full: 0.00 of 0.00 open",
      "none: 40.00 of 40.00 open",
      "none: 60.00 of 60.00 open",
    ])
    expect(await violationsIn(ledger, account?.id ?? "")).toEqual([])
  })

  const shown = async (orderId: string): Promise<string> => {
    const order = await ledger.service.orders.retrieve(orderId)
    return `${order?.state}: ${order?.totals.open} of ${order?.totals.owed} open`
  }
})
