import type { MoveRequest } from "../../src/modules/reconciliation/money/move-money"
import { fingerprintOf } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { MoneyShop } from "../setup/money-shop"
import { HostTimeline } from "../../test/support/host-timeline"
import { readTimeline, timelineDay } from "../setup/transfer-shop"

describe("F78: money of an unknown or a wrong owner", () => {
  let ledger: Ledger
  const shop = new MoneyShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("money_moves")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it("waits on one suspense account a currency, counts as received, and goes to its customer by one act", async () => {
    const payment = await shop.record(null, "100.00")
    expect(payment).toMatchObject({ customer_id: null, kind: "deposit", open: "100.00" })
    const { accounts } = await ledger.service.accounts.page({ ownerType: "suspense", limit: 10 })
    expect(accounts).toMatchObject([{ id: payment.account_id, currency_code: "eur" }])
    const again = await shop.record(null, "7.00")
    expect(again.account_id).toBe(payment.account_id)
    expect(await shop.suspense()).toEqual(["100.00", "7.00"])
    expect(await shop.totals(payment.account_id)).toEqual("owed 0.00, paid 107.00, open 0.00, left 107.00")

    const { view } = await ledger.service.money.move(shop.to("ada", payment.id))
    expect(view).toMatchObject({
      id: `${payment.id}.1`,
      amount: "100.00",
      payment: { id: payment.id, open: "0.00", account_id: payment.account_id },
      moved: { kind: "deposit", amount: "100.00", open: "100.00", customer_id: "ada" },
      released: [],
      kept: [],
      orders: [],
    })
    expect(view.accounts.map((one) => [one.owner_type, one.paid_before, one.paid_after])).toEqual([
      ["suspense", "107.00", "7.00"],
      ["customer", "0.00", "100.00"],
    ])
    expect(await shop.suspense()).toEqual(["7.00"])
    expect(await shop.totals(view.moved.account_id)).toEqual("owed 0.00, paid 100.00, open 0.00, left 100.00")
    expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
  })

  it("lists what waits page by page, of one currency or all", async () => {
    const first = await ledger.service.money.suspense({ limit: 1, currencyCode: "sek" })
    expect(first).toEqual({ payments: [], nextCursor: null })
    for (const amount of ["1.00", "2.00", "3.00"]) await shop.record(null, amount, { currencyCode: "sek" })
    const pages: string[] = []
    let cursor: string | undefined
    do {
      const page = await ledger.service.money.suspense({ limit: 2, currencyCode: "sek", cursor })
      pages.push(page.payments.map(({ amount }) => amount).join())
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(pages).toEqual(["1.00,2.00", "3.00"])
  })

  it("previews the very act and changes nothing", async () => {
    const payment = await shop.record("wrong_1", "50.00")
    const before = await fingerprintOf(ledger)
    const preview = await ledger.service.money.previewMove(shop.to("right_1", payment.id))
    expect(await fingerprintOf(ledger)).toBe(before)
    const { view } = await ledger.service.money.move(shop.to("right_1", payment.id))
    expect({ ...preview, moved: null, accounts: null }).toEqual({ ...view, moved: null, accounts: null })
    expect(preview.accounts.map(({ paid_after: paid }) => paid)).toEqual(
      view.accounts.map(({ paid_after: paid }) => paid),
    )
  })

  it("is moved in part, again and back to nobody; the account that it left keeps the rest", async () => {
    const payment = await shop.record("cyd", "50.00")
    const first = await shop.move(payment.id, "dee", { amount: "20.00" })
    const second = await shop.move(payment.id, null)
    expect([first.id, second.id]).toEqual([`${payment.id}.1`, `${payment.id}.2`])
    expect(second).toMatchObject({ amount: "30.00", moved: { customer_id: null } })
    const third = await shop.move(first.moved.id, "eve")
    expect(third.id).toBe(`${payment.id}.3`)
    expect(await shop.totals(first.moved.account_id)).toEqual("owed 0.00, paid 0.00, open 0.00, left 0.00")
    await expect(shop.move(payment.id, "eve")).rejects.toMatchObject({ code: "move_too_large" })
    await expect(shop.move(third.moved.id, "eve")).rejects.toMatchObject({ code: "moved_nowhere" })
    await expect(shop.move(third.moved.id, "cyd", { amount: "20.01" })).rejects.toMatchObject({
      code: "move_too_large",
      ids: { most: "20.00" },
    })
    expect(await shop.broken(payment.account_id, first.moved.account_id, third.moved.account_id)).toEqual([])
  })

  describe("that pays something", () => {
    it("is refused with what it pays, and moved with release: the lines are open again", async () => {
      const { order, payment } = await shop.paidByDeposit("fay")
      expect(await shop.stateOf(order)).toBe("full A, open 0.00")
      const refused = await shop.refusal(() => shop.move(payment.id, "gus"))
      expect(refused).toMatchObject({ code: "money_not_free", ids: { free: "0.00", count: "2" } })
      expect(refused.ids["pays"]).toContain('60.00 of "Deposit on account" on "A"')

      const view = await shop.move(payment.id, "gus", { release: true })
      expect(view).toMatchObject({
        amount: "100.00",
        orders: [
          {
            id: order.id,
            state_before: "full",
            state_after: "none",
            code_before: { code: "A" },
            code_after: { code: "a" },
            open_before: "0.00",
            open_after: "100.00",
          },
        ],
      })
      expect(view.released.map(({ amount }) => amount)).toEqual(["40.00", "60.00"])
      expect(await shop.stateOf(order)).toBe("none a, open 100.00")
      expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
    })

    it("gives up the newest first, and no more than is wanted", async () => {
      const { order, payment } = await shop.paidByDeposit("hal")
      const view = await shop.move(payment.id, "ida", { release: true, amount: "50.00" })
      expect(view.released.map(({ amount }) => amount)).toEqual(["40.00", "60.00"])
      expect(await shop.cells(order)).toEqual(["A 50.00"])
      const { view: undone } = await ledger.service.money.undoMove(shop.undo(view.id))
      expect(undone).toMatchObject({ amount: "50.00", payment: { id: payment.id, open: "0.00" } })
      expect(await shop.cells(order)).toEqual(["A 60.00", "B 40.00"])
      expect(await shop.stateOf(order)).toBe("full A, open 0.00")
      expect(await shop.totals(view.moved.account_id)).toEqual("owed 0.00, paid 0.00, open 0.00, left 0.00")
      expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
    })

    it("stays on what a planned payment binds, and says so", async () => {
      const order = shop.order("joy")
      await shop.tell(order)
      await ledger.service.plans.plan({
        orderId: order.id,
        instalments: [{ dueOn: "2199-01-15", amount: "60.00" }],
        context: shop.context,
      })
      order.capture(shop.day(2), 6000n, 0)
      await shop.tell(order)
      const capture = `${order.id}_cap0001`
      const refused = await shop.refusal(() => shop.move(capture, "kit", { release: true }))
      expect(refused).toMatchObject({
        code: "move_too_large",
        ids: { most: "0.00", why: "instalment_bound" },
      })
    })
  })

  describe("undone", () => {
    it("is where it was, under its own id, and pays again what it had paid where that is still open", async () => {
      const { order, payment } = await shop.paidByDeposit("lea")
      const view = await shop.move(payment.id, "max", { release: true })
      // Somebody pays line A meanwhile.
      order.capture(shop.day(9), 6000n, 0)
      await shop.tell(order)
      const { view: undone } = await ledger.service.money.undoMove(shop.undo(view.id))
      expect(undone.restored.map(({ amount }) => amount)).toEqual(["40.00"])
      expect(undone.payment).toMatchObject({ open: "60.00", customer_id: "lea" })
      expect(await shop.stateOf(order)).toBe("full A, open 0.00")
      await expect(ledger.service.money.undoMove(shop.undo(view.id))).rejects.toMatchObject({
        code: "move_undone",
      })
      expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
      const next = await shop.move(payment.id, "max", { amount: "10.00" })
      expect(next.id).toBe(`${payment.id}.2`)
      const { view: back } = await ledger.service.money.undoMove(shop.undo(next.id))
      expect(back.payment.open).toBe("60.00")
      expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
    })

    it("is refused while the money pays something where it went, unless that is released", async () => {
      const payment = await shop.record("nia", "100.00")
      const order = shop.order("oz")
      await shop.tell(order)
      const view = await shop.move(payment.id, "oz")
      await ledger.service.accounts.reconcile(view.moved.account_id, "oldest_first", {
        context: shop.context,
      })
      expect(await shop.stateOf(order)).toBe("full A, open 0.00")
      const refused = await shop.refusal(() => ledger.service.money.undoMove(shop.undo(view.id)))
      expect(refused.code).toBe("money_not_free")
      const { view: undone } = await ledger.service.money.undoMove({ ...shop.undo(view.id), release: true })
      expect(undone.orders).toMatchObject([{ id: order.id, state_before: "full", state_after: "none" }])
      expect(undone.payment).toMatchObject({ id: payment.id, open: "100.00" })
      expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
    })

    it("is not undone into an account that its order has left", async () => {
      const timeline = new HostTimeline({ orderId: "order_gone", customerId: "ula" })
      const read = async () => readTimeline(ledger, timeline, shop.context)
      timeline.place({ A: "100" }).capture(timelineDay(2), "120", { id: "cap1" })
      await read()
      const view = await shop.move("order_gone_cap1", "ian")
      expect(view.amount).toBe("20.00")
      timeline.giveTo(timelineDay(3), "vic")
      await read()
      const refused = await shop.refusal(() => ledger.service.money.undoMove(shop.undo(view.id)))
      expect(refused.code).toBe("order_moved")
      const there = await shop.move(view.moved.id, "vic")
      expect(there).toMatchObject({
        id: `${view.payment.id}.2`,
        moved: { customer_id: "vic", open: "20.00" },
      })
      expect(await shop.broken(view.payment.account_id, there.moved.account_id)).toEqual([])
    })

    it("names no move that never was", async () => {
      for (const id of ["1.99", "x", "999999.1", "1.1.1"])
        await expect(ledger.service.money.undoMove(shop.undo(id))).rejects.toMatchObject({
          code: "move_not_found",
        })
    })
  })

  describe("that the bank takes back", () => {
    it("is followed by the id that it came under, wherever it went", async () => {
      const payment = await shop.record(null, "100.00")
      const order = shop.order("pat")
      await shop.tell(order)
      const view = await shop.move(payment.id, "pat", { amount: "70.00" })
      await ledger.service.accounts.reconcile(view.moved.account_id, "oldest_first", {
        context: shop.context,
      })
      const { reversal } = await shop.reverse(payment.id)
      expect(reversal).toMatchObject({ id: `${payment.id}.1`, amount: "100.00" })
      expect(reversal.items.map((item) => [item.account_id, item.amount, item.open])).toEqual([
        [payment.account_id, "30.00", "0.00"],
        [view.moved.account_id, "10.00", "10.00"],
        [view.moved.account_id, "60.00", "60.00"],
      ])
      expect(await shop.stateOf(order)).toBe("none a, open 100.00")
      expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
    })

    it("may be named where it is, too: then only what is there is taken back", async () => {
      const payment = await shop.record(null, "100.00")
      const view = await shop.move(payment.id, "quin", { amount: "70.00" })
      const { reversal } = await shop.reverse(view.moved.id)
      expect(reversal).toMatchObject({ id: `${view.moved.id}.1`, amount: "70.00" })
      const { reversal: rest } = await shop.reverse(payment.id)
      expect(rest).toMatchObject({ id: `${payment.id}.2`, amount: "30.00" })
      await expect(shop.reverse(payment.id, "again")).rejects.toMatchObject({ code: "nothing_to_reverse" })
      expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
    })

    it("may have bounced before it was moved: it is posted no earlier than the money came to lie there", async () => {
      const payment = await shop.record(null, "100.00")
      const view = await shop.move(payment.id, "ruth", { amount: "70.00" })
      const bounced = { occurredAt: "2026-01-12" }
      const early = shop.reverse(view.moved.id, "early", { occurredAt: "2026-01-04" })
      await expect(early).rejects.toMatchObject({ code: "reversal_before_payment" })
      const { reversal } = await shop.reverse(view.moved.id, "part", { ...bounced, amount: "50.00" })
      const [movedOn] = await daysOf(view.moved.id)
      expect(await daysOf(...reversal.items.map(({ id }) => id))).toEqual([movedOn])
      const { reversal: rest } = await shop.reverse(payment.id, "rest", bounced)
      expect(await daysOf(...rest.items.map(({ id }) => id))).toEqual(["2026-01-12", movedOn])
      expect(await shop.broken(payment.account_id, view.moved.account_id)).toEqual([])
    })
  })

  const daysOf = async (...ids: string[]): Promise<(string | undefined)[]> => {
    const days = await ledger.sql<{ occurred_on: string }>(
      "select occurred_on::text from reconciliation_open_item where id = any(?::bigint[]) order by occurred_on",
      [`{${ids.join()}}`],
    )
    return days.map(({ occurred_on: day }) => day)
  }

  describe("at the same time", () => {
    it("is moved once by two who send the same key, and once by two who send others", async () => {
      const payment = await shop.record(null, "100.00")
      const same: MoveRequest = { ...shop.to("ray", payment.id), idempotencyKey: "same move" }
      const answers = await Promise.all(
        Array.from({ length: 5 }, async () => ledger.service.money.move(same)),
      )
      expect(new Set(answers.map(({ view }) => JSON.stringify(view))).size).toBe(1)
      const other = await shop.record(null, "100.00")
      const tried = await Promise.allSettled(
        ["sue", "tom", "uma"].map(async (customer) => ledger.service.money.move(shop.to(customer, other.id))),
      )
      expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect(await shop.broken(payment.account_id)).toEqual([])
    })

    it("is moved and back in a circle by many without a deadlock", async () => {
      const payments = await Promise.all(
        Array.from({ length: 6 }, async (_, index) => shop.record(index % 2 ? "via" : "wim", "10.00")),
      )
      const views = await Promise.all(
        payments.map(async (payment, index) => shop.move(payment.id, index % 2 ? "wim" : "via")),
      )
      const undone = await Promise.allSettled(
        [...views, ...views].map(async ({ id }) => ledger.service.money.undoMove(shop.undo(id))),
      )
      expect(undone.filter(({ status }) => status === "fulfilled")).toHaveLength(6)
      expect(undone.filter(({ status }) => status === "rejected")).toHaveLength(6)
      const accounts = [...new Set(payments.map((payment) => payment.account_id))]
      for (const account of accounts)
        expect(await shop.totals(account)).toBe("owed 0.00, paid 30.00, open 0.00, left 30.00")
      expect(await shop.broken(...accounts)).toEqual([])
    })
  })

  it("is forgotten with its customer: what was typed when nobody knew whose it was, too", async () => {
    const payment = await shop.record(null, "5.00", { reference: "From Xena, blue house" })
    await shop.move(payment.id, "xena")
    await ledger.service.privacy.eraseTexts("xena")
    const [row] = await ledger.sql<{ count: string }>(
      "select count(*) from reconciliation_typed_text where content like '%Xena%'",
    )
    expect(row?.count).toBe("0")
  })
})
