import { codeOf, PaymentDesk, rowOf, tick } from "../setup/payment-desk"

describe("F19: recording a payment, on PostgreSQL", () => {
  let desk: PaymentDesk
  beforeAll(async () => {
    desk = await PaymentDesk.open("record_payment")
  })
  afterAll(async () => {
    await desk.ledger.close()
  })
  afterEach(async () => {
    expect(await desk.violations()).toEqual([])
  })

  it("pays the ticked orders in their order, each line by line, and the rest stays on the account", async () => {
    const one = await desk.order("one", {}, "cus_two")
    const other = await desk.order("other", { lines: [3000n], day: 2 }, "cus_two")
    const paid = await desk.record("cus_two", "250.00", { orders: [tick(other), tick(one)] })
    expect(paid.orders).toMatchObject([
      { id: other.id, gets: "30.00", state_before: "none", state_after: "full", code_after: { code: "A" } },
      { id: one.id, gets: "170.00", state_after: "full", open_before: "170.00", open_after: "0.00" },
    ])
    expect(paid.orders[1]?.lines).toMatchObject([
      { line: rowOf(one, "A"), open: "75.00", gets: "75.00", open_after: "0.00" },
      { line: rowOf(one, "B"), open: "75.00", gets: "75.00", open_after: "0.00" },
      { line: rowOf(one, "C"), open: "20.00", gets: "20.00", open_after: "0.00" },
    ])
    expect(paid).toMatchObject({ stays: "50.00", unapplied_used: "0.00", differences: [] })
    expect(paid.payment).toMatchObject({ kind: "deposit", amount: "250.00", open: "50.00" })
  })

  it("goes as far as the money does: 100 on items of 75, 75 and 20 gives 75, 25 and 0", async () => {
    const order = await desk.order("golden")
    const { orders, stays } = await desk.record("cus_golden", "100.00", { orders: [tick(order)] })
    expect(orders[0]?.lines.map(({ gets }) => gets)).toEqual(["75.00", "25.00", "0.00"])
    expect(orders[0]).toMatchObject({ state_after: "partial", code_after: { code: "a" } })
    expect(stays).toBe("0.00")
  })

  it("is that of an order without a customer, where the order is named", async () => {
    const order = await desk.guestOrder("guest")
    const paid = await desk.record(null, "170.00", { orderId: order.id, orders: [tick(order)] })
    expect(paid.orders).toMatchObject([{ id: order.id, state_after: "full" }])
    expect(paid.payment).toMatchObject({ account_id: (await desk.view(order)).account_id, open: "0.00" })
  })

  it("is one change of the account: the money, what it pays, and what the rest becomes", async () => {
    const order = await desk.order("single")
    const { payment, version } = await desk.record("cus_single", "100.00", { orders: [tick(order)] })
    const changes = await desk.ledger.sql<{ kind: string }>(
      `select kind from reconciliation_change where account_id = ${payment.account_id} order by id`,
    )
    expect(changes.map(({ kind }) => kind)).toEqual(["ingest", "deposit"])
    expect(version).toBe(2)
  })

  it("pays exactly the items that are named, and leaves the others unpaid", async () => {
    const order = await desk.order("named")
    const lines = [
      { line: rowOf(order, "C"), amount: "20.00" },
      { line: rowOf(order, "A"), amount: "50.00" },
      { line: rowOf(order, "B"), amount: "0.00" },
    ]
    const { orders, stays } = await desk.record("cus_named", "100.00", { orders: [tick(order, { lines })] })
    expect(orders[0]?.lines.map(({ gets }) => gets)).toEqual(["50.00", "0.00", "20.00"])
    expect(stays).toBe("30.00")
    const { cells } = await desk.view(order)
    expect(cells[0]?.explanations[0]?.rule).toBe("manual")
  })

  it("keeps an amount of the order, and what the money has beyond it stays", async () => {
    const order = await desk.order("part")
    const { orders, stays } = await desk.record("cus_part", "100.00", {
      orders: [tick(order, { amount: "80.00" })],
    })
    expect(orders[0]).toMatchObject({ gets: "80.00", open_after: "90.00" })
    expect(stays).toBe("20.00")
  })

  it("uses first what lies unapplied on the account, oldest first", async () => {
    const order = await desk.order("first")
    await desk.record("cus_first", "60.00", { occurredAt: "2026-01-05" })
    const paid = await desk.record("cus_first", "150.00", { orders: [tick(order)], useUnapplied: true })
    expect(paid).toMatchObject({ unapplied_used: "60.00", stays: "40.00" })
    expect(paid.orders[0]).toMatchObject({ gets: "170.00", state_after: "full" })
  })

  it("says what of it the store is shown as a payment: credit that a line has left is none", async () => {
    const old = await desk.order("lowered", { lines: [2000n] })
    old.capture("2026-01-02T09:00:00.000Z", 2000n, 0)
    old.edit("2026-01-03T09:00:00.000Z", 0, 1500n)
    await desk.read(old)
    const order = await desk.order("mirrored", { lines: [4000n], day: 4 }, "cus_lowered")
    const payment = desk.payment("cus_lowered", "15.00", { orders: [tick(order)], useUnapplied: true })
    const { orders } = await desk.service.payments.previewRecord(payment)
    expect(orders).toMatchObject([{ gets: "20.00", mirrored: "15.00" }])
    const off = desk.ledger.serviceWith({ mirror: false })
    expect((await off.payments.previewRecord(payment)).orders).toMatchObject([{ mirrored: "0.00" }])
  })

  it("pays both instalments early, each on what it pins", async () => {
    const order = await desk.order("early")
    await desk.service.plans.plan({
      orderId: order.id,
      instalments: [
        { dueOn: "2199-02-01", amount: "75.00", items: [{ row: rowOf(order, "A") }] },
        { dueOn: "2199-01-01", amount: "75.00", items: [{ row: rowOf(order, "B") }] },
      ],
      context: { actor: { type: "user", id: "user_eve" }, cause: "plans" },
    })
    const part = await desk.record("cus_early", "80.00", { orders: [tick(order)] })
    expect(part.orders[0]?.lines.map(({ gets }) => gets)).toEqual(["5.00", "75.00", "0.00"])
    await desk.record("cus_early", "90.00", { orders: [tick(order)] })
    const { state, plan } = await desk.view(order)
    expect(state).toBe("full")
    expect(plan?.instalments.map(({ state: is, paid }) => `${paid} ${is}`)).toEqual([
      "75.00 settled",
      "75.00 settled",
    ])
  })

  it("fulfils the planned payment that is named before those that are due first", async () => {
    const order = await desk.order("instalment")
    const planned = await desk.service.plans.plan({
      orderId: order.id,
      instalments: [
        { dueOn: "2199-01-01", amount: "75.00", items: [{ row: rowOf(order, "A") }] },
        { dueOn: "2199-02-01", amount: "75.00", items: [{ row: rowOf(order, "B") }] },
      ],
      context: { actor: { type: "user", id: "user_eve" }, cause: "plans" },
    })
    expect(planned.changed).toBe(true)
    const { plan } = await desk.view(order)
    const instalmentId = plan?.instalments[1]?.id ?? ""
    const paid = await desk.record("cus_instalment", "100.00", { instalmentId })
    expect(paid.orders[0]?.lines.map(({ gets }) => gets)).toEqual(["0.00", "75.00", "0.00"])
    expect(paid.stays).toBe("25.00")
    // What another planned payment is to bring is open, and covered all the same.
    expect(paid.orders[0]).toMatchObject({ open_after: "95.00", not_covered_after: "20.00" })
    expect(await codeOf(desk.record("cus_instalment", "1.00", { instalmentId }))).toBe("instalment_settled")
    expect(await codeOf(desk.record("cus_instalment", "1.00", { instalmentId: "999999" }))).toBe(
      "instalment_not_found",
    )
  })

  it("is previewed by the act itself, taken back", async () => {
    const order = await desk.order("preview")
    const payment = desk.payment("cus_preview", "100.00", { orders: [tick(order)] })
    const {
      baseVersion,
      payment: item,
      version,
      ...preview
    } = await desk.service.payments.previewRecord(payment)
    expect([baseVersion, version, item.open]).toEqual([1, 2, "0.00"])
    expect(await desk.view(order)).toMatchObject({ state: "none", version: 1 })
    const { payment: _, version: __, ...recorded } = await desk.service.payments.record(payment)
    expect(recorded).toEqual(preview)
  })

  it("puts what lies unapplied on an order without any new money", async () => {
    const order = await desk.order("apply")
    const { payment } = await desk.record("cus_apply", "60.00")
    const call = {
      accountId: payment.account_id,
      orders: [tick(order)],
      context: { actor: { type: "user", id: "user_eve" }, cause: "payments" } as const,
    }
    const preview = await desk.service.payments.previewApply(call)
    expect(preview).toMatchObject({ unapplied_used: "60.00", base_version: 2 })
    const applied = await desk.service.payments.apply({ ...call, expectedVersion: preview.base_version })
    expect(applied.orders).toEqual(preview.orders)
    expect(applied.orders[0]?.lines.map(({ gets }) => gets)).toEqual(["60.00", "0.00", "0.00"])
  })

  it("is done once for each key, and known by all that is asked for", async () => {
    const order = await desk.order("once")
    const payment = desk.payment("cus_once", "100.00", { orders: [tick(order)] })
    const answers = await Promise.all([1, 2, 3].map(async () => desk.service.payments.record(payment)))
    expect(new Set(answers.map(({ payment: { id } }) => id)).size).toBe(1)
    const other = { ...payment, orders: [tick(order, { amount: "99.00" })] }
    expect(await codeOf(desk.service.payments.record(other))).toBe("idempotency_key_reused")
  })

  describe("is refused, whole,", () => {
    it.each([
      ["of another customer's order", "order_of_another_account", "cus_stranger", {}],
      ["of an order in another currency", "order_of_another_account", "cus_refused", { currencyCode: "usd" }],
      ["on a version that has passed", "version_stale", "cus_refused", { expectedVersion: 9 }],
    ])("%s", async (_, code, customer, more) => {
      const name = `refused_${code}_${customer}_${Object.keys(more).join("")}`
      const order = await desk.order(name, {}, customer === "cus_stranger" ? "cus_owner" : customer)
      expect(await codeOf(desk.record(customer, "10.00", { orders: [tick(order)], ...more }))).toBe(code)
      expect(await desk.view(order)).toMatchObject({ state: "none" })
    })

    it.each([
      ["an order that nobody has read", "order_not_read", { orderId: "order_nowhere" }],
      ["more than an order has open", "amount_above_open", { amount: "170.01" }],
      ["more than came", "amounts_above_money", { amount: "160.00" }],
      ["more than an item has open", "amount_above_open", { lines: [["A", "75.01"]] }],
      ["an item that the order has not", "line_not_open", { lines: [["X", "1.00"]] }],
      ["items that do not add up", "lines_not_amount", { amount: "60.00", lines: [["A", "50.00"]] }],
      [
        "an item twice",
        "line_named_twice",
        {
          lines: [
            ["A", "1.00"],
            ["A", "1.00"],
          ],
        },
      ],
      ["an amount with too many decimals", "amount_too_precise", { amount: "1.001" }],
    ] as [string, string, { orderId?: string; amount?: string; lines?: [string, string][] }][])(
      "that names %s",
      async (what, code, { lines, ...more }) => {
        const order = await desk.order(`names_${what.replaceAll(/\W/g, "_")}`)
        const ticked = tick(order, {
          ...more,
          lines: lines?.map(([name, amount]) => ({ line: rowOf(order, name), amount })) ?? null,
        })
        const customer = order.id.replace("order_", "cus_")
        expect(await codeOf(desk.record(customer, "150.00", { orders: [ticked] }))).toBe(code)
        expect(await desk.view(order)).toMatchObject({ state: "none", version: 1 })
      },
    )

    it("that names an order twice, or a planned payment of an order that is not ticked", async () => {
      const order = await desk.order("twice", {}, "cus_pair")
      const other = await desk.order("pair", {}, "cus_pair")
      await desk.service.plans.plan({
        orderId: other.id,
        instalments: [{ dueOn: "2199-01-01", amount: "75.00" }],
        context: { actor: { type: "user", id: "user_eve" }, cause: "plans" },
      })
      const { plan } = await desk.view(other)
      const instalmentId = plan?.instalments[0]?.id ?? ""
      expect(await codeOf(desk.record("cus_pair", "9.00", { orders: [tick(order), tick(order)] }))).toBe(
        "order_named_twice",
      )
      expect(await codeOf(desk.record("cus_pair", "9.00", { orders: [tick(order)], instalmentId }))).toBe(
        "instalment_of_other_order",
      )
    })
  })

  describe("the same cheque twice", () => {
    it("is asked about, by the account's own first, and recorded when that is meant", async () => {
      const { payment } = await desk.record("cus_cheque", "84.00", { reference: "CHQ 1102" })
      const again = desk.payment("cus_cheque", "84.00", { reference: " chq 1102" })
      await expect(desk.service.payments.record(again)).rejects.toMatchObject({
        code: "payment_looks_recorded",
        ids: { payment_id: payment.id, customer_id: "cus_cheque", occurred_on: "2026-01-10" },
      })
      const confirmed = await desk.service.payments.record({ ...again, confirmed: true })
      expect(confirmed.looksRecorded).toEqual({
        payment_id: payment.id,
        where: "here",
        account_id: payment.account_id,
        occurred_on: "2026-01-10",
      })
      const elsewhere = desk.record("cus_elsewhere", "84.00", { reference: "CHQ 1102" })
      expect(await codeOf(elsewhere)).toBe("payment_looks_recorded")
    })

    it("says where that is, and names no other customer's account in an answer, because answers are kept", async () => {
      const unknown = await desk.record(null, "61.00", { reference: "CHQ 1104" })
      const { looksRecorded } = await desk.record("cus_known", "61.00", {
        reference: "CHQ 1104",
        confirmed: true,
      })
      expect(looksRecorded).toMatchObject({
        payment_id: unknown.payment.id,
        where: "suspense",
        account_id: unknown.payment.account_id,
      })
      await desk.record("cus_first", "62.00", { reference: "CHQ 1105" })
      const other = await desk.record("cus_second", "62.00", { reference: "CHQ 1105", confirmed: true })
      expect(other.looksRecorded).toMatchObject({ where: "elsewhere", account_id: null })
    })

    it.each([
      ["another amount", "84.01", {}],
      ["another method", "84.00", { method: "transfer" }],
      ["another reference", "84.00", { reference: "CHQ 1103" }],
      ["another currency", "84.00", { currencyCode: "usd" }],
      ["no reference", "84.00", { reference: null }],
    ])("is not %s", async (what, amount, more) => {
      const reference = `CHQ ${what}`
      await desk.record(`cus_${what}`, "84.00", { reference })
      expect(await codeOf(desk.record(`cus_${what}`, amount, { reference, ...more }))).toBe("done")
    })
  })
})
