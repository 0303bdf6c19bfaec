import { fingerprintOf } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { MoneyShop } from "../setup/money-shop"

describe("F66: reversals looked at before, and taken back", () => {
  let ledger: Ledger
  const shop = new MoneyShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("undone_reversals")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const undo = async (paymentId: string, number = 1, idempotencyKey?: string) =>
    ledger.service.reversals.undo({ paymentId, number, context: shop.context, idempotencyKey })

  /** Captures of what each is worth, on an order of A 60 and B 40. */
  const captured = async (customerId: string, ...amounts: bigint[]) => {
    const order = shop.order(customerId)
    amounts.forEach((amount, index) => order.capture(shop.day(2 + index), amount, 0))
    await shop.tell(order)
    const found = await ledger.service.orders.retrieve(order.id)
    return { order, capture: `${order.id}_cap0001`, accountId: found?.account_id ?? "" }
  }

  it("shows what a reversal would open again, and changes nothing", async () => {
    const { order, capture } = await captured("ann", 10000n)
    const before = await fingerprintOf(ledger)
    const preview = await ledger.service.reversals.preview(shop.reversal(capture, "p", { amount: "50.00" }))
    expect(await fingerprintOf(ledger)).toBe(before)
    expect(preview).toMatchObject({
      reversal: { amount: "50.00", items: [{ amount: "40.00" }, { amount: "10.00" }] },
      accounts: [{ customer_id: "ann", paid_before: "100.00", paid_after: "50.00", open_after: "50.00" }],
      orders: [
        {
          id: order.id,
          state_before: "full",
          state_after: "partial",
          code_before: { code: "A" },
          code_after: { code: "a" },
          open_before: "0.00",
          open_after: "50.00",
        },
      ],
    })
    const { reversal } = await shop.reverse(capture, "p", { amount: "50.00" })
    expect(reversal.amount).toBe(preview.reversal.amount)
    expect(await shop.stateOf(order)).toBe("partial a, open 50.00")
  })

  it("is undone: nothing is owed again, the same money pays the same lines, the number is used up", async () => {
    const { order, capture, accountId } = await captured("bob", 10000n)
    const cells = await shop.cells(order)
    await shop.reverse(capture)
    expect(await shop.stateOf(order)).toBe("none a, open 100.00")
    const preview = await ledger.service.reversals.previewUndo({
      paymentId: capture,
      number: 1,
      context: shop.context,
    })
    expect(preview.orders).toMatchObject([{ state_before: "none", state_after: "full", open_after: "0.00" }])
    const { view } = await undo(capture)
    expect(view).toMatchObject({ reversal: { amount: "100.00" }, released: [] })
    expect(view.accounts).toMatchObject([{ paid_before: "0.00", paid_after: "100.00", open_after: "0.00" }])
    expect(await shop.stateOf(order)).toBe("full A, open 0.00")
    expect((await shop.cells(order)).filter((cell) => !cell.endsWith(" 0.00"))).toEqual(cells)
    expect(await shop.totals(accountId)).toBe("owed 100.00, paid 100.00, open 0.00, left 0.00")
    expect(await shop.broken(accountId)).toEqual([])

    await expect(undo(capture)).rejects.toMatchObject({ code: "reversal_undone" })
    await expect(undo(capture, 2)).rejects.toMatchObject({ code: "reversal_not_found" })
    const { reversal } = await shop.reverse(capture, "really")
    expect(reversal).toMatchObject({ amount: "100.00" })
    expect(reversal.id).toMatch(/\.2$/)
    expect(await shop.stateOf(order)).toBe("none a, open 100.00")
    expect(await shop.broken(accountId)).toEqual([])
  })

  it("frees what had paid it meanwhile", async () => {
    const { order, capture, accountId } = await captured("cat", 10000n)
    await shop.reverse(capture, "part", { amount: "40.00" })
    order.capture(shop.day(9), 4000n, 1)
    await shop.tell(order)
    expect(await shop.stateOf(order)).toBe("full A, open 0.00")
    const { view } = await undo(capture)
    expect(view.released.map(({ amount }) => amount)).toEqual(["40.00"])
    expect(await shop.stateOf(order)).toBe("full A, open 0.00")
    expect(await shop.totals(accountId)).toBe("owed 100.00, paid 140.00, open 0.00, left 40.00")
    // A read of the same order settles it on nothing else, and takes nothing of it back.
    await shop.tell(order)
    expect(await shop.totals(accountId)).toBe("owed 100.00, paid 140.00, open 0.00, left 40.00")
    expect(await shop.broken(accountId)).toEqual([])
  })

  it("gives money back what had settled nothing, and credit of lines what it had lost", async () => {
    const payment = await shop.record("dan", "100.00")
    await shop.reverse(payment.id, "rest", { amount: "30.00" })
    expect(await shop.totals(payment.account_id)).toBe("owed 0.00, paid 70.00, open 0.00, left 70.00")
    await undo(payment.id)
    expect(await shop.totals(payment.account_id)).toBe("owed 0.00, paid 100.00, open 0.00, left 100.00")
    const { deposits } = await ledger.service.accounts.retrieve(payment.account_id)
    expect(deposits.map(({ open }) => open)).toEqual(["100.00"])
    expect(await shop.broken(payment.account_id)).toEqual([])
  })

  it("is not undone where a planned payment was fulfilled on what it opened: that comes first", async () => {
    const order = shop.order("eve")
    order.capture(shop.day(2), 10000n, 0)
    await shop.tell(order)
    const capture = `${order.id}_cap0001`
    await shop.reverse(capture)
    await ledger.service.plans.plan({
      orderId: order.id,
      instalments: [{ dueOn: "2199-01-15", amount: "60.00" }],
      context: shop.context,
    })
    order.capture(shop.day(9), 6000n, 1)
    await shop.tell(order)
    const refused = await shop.refusal(() => undo(capture))
    expect(refused).toMatchObject({ code: "reversal_stays", ids: { why: "instalment_bound" } })
  })

  it("of a capture that the host deletes afterwards leaves the host's void alone", async () => {
    const { order, capture, accountId } = await captured("fae", 10000n)
    await shop.reverse(capture)
    await undo(capture)
    order.vanish("cap0001")
    await shop.tell(order)
    expect(await shop.stateOf(order)).toMatch(/open/)
    expect(await shop.totals(accountId)).toBe("owed 100.00, paid 0.00, open 100.00, left 0.00")
    expect(await shop.broken(accountId)).toEqual([])
  })

  it("that the store has recorded too is counted anew: nothing of it is left on the order", async () => {
    const { order, capture, accountId } = await captured("flo", 10000n)
    await shop.reverse(capture, "dispute", { occurredAt: "2026-01-05" })
    // The store records the dispute as a refund.
    order.refund(shop.day(10), { share: 100, payment: 0, credited: false })
    await shop.tell(order)
    expect(await shop.totals(accountId)).toBe("owed 100.00, paid 0.00, open 100.00, left 0.00")
    // It was a refund, and no dispute.
    await undo(capture)
    await shop.tell(order)
    await shop.tell(order)
    const found = await ledger.sql<{ sum: string }>(
      `select coalesce(sum(case side when 'debit' then amount else -amount end), 0)::text as sum
         from reconciliation_open_item where account_id = ? and key like 'rev:%'`,
      [accountId],
    )
    expect(found).toEqual([{ sum: "0" }])
    expect(await shop.broken(accountId)).toEqual([])
  })

  it("is undone once by two at once, and once under one key", async () => {
    const { capture, accountId } = await captured("gil", 10000n)
    await shop.reverse(capture)
    const tried = await Promise.allSettled([undo(capture), undo(capture), undo(capture)])
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const second = await captured("hob", 10000n)
    await shop.reverse(second.capture)
    const same = await Promise.all(
      [1, 2, 3].map(async () => undo(second.capture, 1, "same undo of a reversal")),
    )
    expect(new Set(same.map(({ view }) => JSON.stringify(view))).size).toBe(1)
    expect(await shop.broken(accountId, second.accountId)).toEqual([])
  })

  describe("of a payment that was recorded by mistake", () => {
    it("opens again what it had paid, and is undone like any other", async () => {
      const { order, payment } = await shop.paidByDeposit("ivo")
      const { reversal } = await shop.reverse(payment.id, "mistake", { kind: "mistake" })
      expect(reversal).toMatchObject({ kind: "mistake", amount: "100.00" })
      expect(await shop.stateOf(order)).toBe("none a, open 100.00")
      await undo(payment.id)
      expect(await shop.stateOf(order)).toBe("full A, open 0.00")
      expect(await shop.broken(payment.account_id)).toEqual([])
    })

    it("is of what people recorded alone", async () => {
      const { capture } = await captured("jim", 10000n)
      const refused = await shop.refusal(() => shop.reverse(capture, "mistake", { kind: "mistake" }))
      expect(refused.code).toBe("mistake_of_host")
    })
  })
})

describe("F79: money paid back without an order", () => {
  let ledger: Ledger
  const shop = new MoneyShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("paid_back")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const undo = async (id: string | null, idempotencyKey?: string) =>
    ledger.service.money.undoPayBack({ id: id ?? "", context: shop.context, idempotencyKey })

  it("goes out of what is free, under a code of its own, and is undone when it never went", async () => {
    const payment = await shop.record("ann", "100.00")
    const preview = await ledger.service.money.previewPayBack(shop.payBack(payment.id, { amount: "40.00" }))
    expect(await shop.totals(payment.account_id)).toBe("owed 0.00, paid 100.00, open 0.00, left 100.00")
    const { view } = await ledger.service.money.payBack(
      shop.payBack(payment.id, { amount: "40.00", reference: "SEPA 1042", statedAt: "2026-01-09" }),
    )
    expect(view).toMatchObject({
      amount: "40.00",
      payment: { open: "60.00" },
      paid_back: {
        kind: "refund",
        side: "debit",
        method: "transfer",
        reference: "SEPA 1042",
        occurred_on: "2026-01-09",
        open: "0.00",
      },
      host_refund: null,
      accounts: [{ paid_before: "100.00", paid_after: "60.00", unallocated_after: "60.00" }],
    })
    expect(preview.accounts).toEqual(view.accounts)
    const { code } = { code: await ledger.service.accounts.matchingCode(payment.account_id, 1) }
    expect(code).toMatchObject({
      code: "a",
      from: [{ here: "40.00", unallocated: "60.00" }],
      to: [{ settled: "40.00" }],
    })
    const { view: undone } = await undo(view.id)
    expect(undone).toMatchObject({ amount: "40.00", payment: { id: payment.id, open: "100.00" } })
    expect(await shop.totals(payment.account_id)).toBe("owed 0.00, paid 100.00, open 0.00, left 100.00")
    await expect(undo(view.id)).rejects.toMatchObject({ code: "pay_back_undone" })
    await expect(undo("never")).rejects.toMatchObject({ code: "pay_back_not_found" })
    expect(await shop.broken(payment.account_id)).toEqual([])
  })

  it("is what a payment has left, too, and nothing that pays", async () => {
    const order = shop.order("bea")
    order.capture(shop.day(2), 12000n, 0)
    await shop.tell(order)
    const capture = `${order.id}_cap0001`
    const refused = await shop.refusal(() =>
      ledger.service.money.payBack(shop.payBack(capture, { amount: "20.01" })),
    )
    expect(refused).toMatchObject({ code: "money_not_free", ids: { free: "20.00" } })
    const { view } = await ledger.service.money.payBack(shop.payBack(capture))
    expect(view.amount).toBe("20.00")
    expect(await shop.stateOf(order)).toBe("full A, open 0.00")
    expect(await shop.totals(view.payment.account_id)).toBe("owed 100.00, paid 100.00, open 0.00, left 0.00")
    expect(await shop.broken(view.payment.account_id)).toEqual([])
    // All of it is taken back: what was paid back went out twice, and the customer owes it.
    await shop.reverse(capture)
    expect(await shop.totals(view.payment.account_id)).toBe(
      "owed 100.00, paid -20.00, open 120.00, left 0.00",
    )
    await expect(undo(view.id)).resolves.toMatchObject({ view: { payment: { open: "20.00" } } })
    expect(await shop.broken(view.payment.account_id)).toEqual([])
  })

  it("is not dated before it came, nor in the future", async () => {
    const payment = await shop.record("cho", "10.00")
    const on = async (statedAt: string) =>
      ledger.service.money.payBack(shop.payBack(payment.id, { statedAt }))
    await expect(on("2026-01-04")).rejects.toMatchObject({ code: "pay_back_before_payment" })
    await expect(on("2199-01-04")).rejects.toMatchObject({ code: "date_in_future" })
  })

  it("goes out once by two at once", async () => {
    const payment = await shop.record("dov", "10.00")
    const tried = await Promise.allSettled(
      [1, 2, 3].map(async () => ledger.service.money.payBack(shop.payBack(payment.id, { amount: "10.00" }))),
    )
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const [{ id } = { id: "" }] = tried.flatMap((one) => (one.status === "fulfilled" ? [one.value.view] : []))
    const undone = await Promise.allSettled([undo(id), undo(id)])
    expect(undone.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const again = await Promise.all(
      [1, 2].map(async () =>
        ledger.service.money.payBack(shop.payBack(payment.id, { idempotencyKey: "pay back once" })),
      ),
    )
    expect(again[0]).toEqual(again[1])
    expect(await shop.totals(payment.account_id)).toBe("owed 0.00, paid 0.00, open 0.00, left 0.00")
    expect(await shop.broken(payment.account_id)).toEqual([])
  })
})
