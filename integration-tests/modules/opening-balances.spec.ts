import { openLedger, type Ledger } from "../setup/ledger"
import { OpeningDesk } from "../setup/opening-desk"
import { codeOf } from "../setup/payment-desk"

describe("F61: what customers owed or had before the books began, on PostgreSQL", () => {
  let ledger: Ledger
  const desk = new OpeningDesk(() => ledger)
  const { shop } = desk
  const { context } = shop
  beforeAll(async () => {
    ledger = await openLedger("opening_balances")
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await desk.broken()).toEqual([])
  })

  it("posts what is owed and what there is in one go, each on the account of its customer", async () => {
    const posted = await desk.post(
      desk.row("ada", "owes 84.00", {
        dueOn: "2026-01-15",
        documentNumber: "2025-118",
        memo: "Flute lessons",
      }),
      desk.row("ada", "owes 16.00", { date: "2025-11-30" }),
      desk.row("bob", "has 25.00"),
      desk.row("bob", "owes 10", { currencyCode: "jpy", digits: 0 }),
    )
    expect([posted.posted, posted.refused]).toEqual([4, 0])
    expect(posted.sums).toEqual([
      {
        currency_code: "eur",
        digits: 2,
        owes: "100.00",
        owes_count: 2,
        has_money: "25.00",
        has_money_count: 1,
      },
      { currency_code: "jpy", digits: 0, owes: "10", owes_count: 1, has_money: "0", has_money_count: 0 },
    ])
    const [first, , third] = posted.rows
    expect(first?.opening_balance).toMatchObject({
      balance: "owes",
      amount: "84.00",
      open: "84.00",
      state: "none",
      occurred_on: "2025-12-31",
      due_on: "2026-01-15",
      document_number: "2025-118",
      memo: "Flute lessons",
      owner: { type: "customer", id: "ada" },
    })
    expect(third?.opening_balance).toMatchObject({
      balance: "has_money",
      amount: "25.00",
      memo: null,
      due_on: null,
    })
    const ada = first?.opening_balance?.account_id ?? ""
    expect(await shop.totals(ada)).toBe("owed 100.00, paid 0.00, open 100.00, left 0.00")
    expect(await shop.totals(third?.opening_balance?.account_id ?? "")).toBe(
      "owed 0.00, paid 25.00, open 0.00, left 25.00",
    )
    expect(await desk.transactions(ada)).toEqual([
      "opening_balance +16.00 -0.00, open 16.00, none , 16.00",
      "opening_balance +84.00 -0.00, open 84.00, none , 100.00",
    ])
    const [receipts] = await ledger.sql<{ n: string }>("select count(*) as n from reconciliation_receipt")
    await ledger.service.receipts.assign()
    const [later] = await ledger.sql<{ n: string }>("select count(*) as n from reconciliation_receipt")
    expect(later).toEqual(receipts)
  })

  it("is paid by a run with oldest_first before any order, and has the code of what pays it", async () => {
    const opening = await desk.postOne("run", "owes 50.00")
    const order = shop.order("run")
    await shop.tell(order)
    const money = await shop.record("run", "80.00")
    await ledger.service.accounts.reconcile(opening.account_id, "oldest_first", { context })
    expect(await desk.read(opening)).toMatchObject({ open: "0.00", state: "full" })
    expect(await shop.cells(order)).toEqual(["A 30.00"])
    expect(await shop.totals(opening.account_id)).toBe("owed 150.00, paid 80.00, open 70.00, left 0.00")
    expect(await desk.transactions(opening.account_id)).toEqual([
      "opening_balance +50.00 -0.00, open 0.00, full A, 50.00",
      "order +100.00 -0.00, open 70.00, partial b, 150.00",
      "deposit +0.00 -80.00, open 0.00, full Ab, 70.00",
    ])
    expect(money.kind).toBe("deposit")
  })

  it("is taken as one debt by exact_match", async () => {
    const [one] = (await desk.post(desk.row("exact", "owes 50.00"), desk.row("exact", "owes 30.00"))).rows
    const accountId = one?.opening_balance?.account_id ?? ""
    await shop.record("exact", "30.00")
    await ledger.service.accounts.reconcile(accountId, "exact_match", { context })
    expect(await shop.totals(accountId)).toBe("owed 80.00, paid 30.00, open 50.00, left 0.00")
  })

  it("pays an order with what a customer had, which the store then counts as any money on account", async () => {
    const order = shop.order("had")
    await shop.tell(order)
    const opening = await desk.postOne("had", "has 60.00")
    await ledger.service.accounts.reconcile(opening.account_id, "oldest_first", { context })
    expect(await shop.stateOf(order)).toBe("partial a, open 40.00")
    expect(await desk.read(opening)).toMatchObject({ open: "0.00", state: "full" })
    const mirrored = await ledger.sql(
      "select amount::text, state from reconciliation_mirror where credit_item_id = ?",
      [opening.id],
    )
    expect(mirrored).toEqual([{ amount: "6000", state: "wanted" }])
    const view = await ledger.service.orders.retrieve(order.id)
    expect(view?.columns).toMatchObject([{ kind: "opening_balance", on_this_order: "60.00" }])
  })

  it("is paid by hand with what is named, and with no more than there is", async () => {
    const opening = await desk.postOne("hand", "owes 50.00")
    expect(await codeOf(desk.pay(opening.id))).toBe("opening_without_money")
    const cheque = await shop.record("hand", "20.00")
    const brought = await desk.postOne("hand", "has 40.00")
    expect(await codeOf(desk.pay(opening.id, { credits: [cheque.id], amount: "20.01" }))).toBe(
      "amount_above_open",
    )
    const paid = await desk.pay(opening.id, { credits: [brought.id], amount: "35.00" })
    expect(paid.allocated).toMatchObject([
      { amount: "35.00", credit_item_id: brought.id, debit_item_id: opening.id },
    ])
    expect(paid.opening_balance).toMatchObject({ open: "15.00", state: "partial" })
    expect((await desk.pay(opening.id)).allocated.map(({ amount }) => amount)).toEqual(["5.00", "10.00"])
    expect(await codeOf(desk.pay(opening.id))).toBe("opening_not_owed")
    const next = await desk.postOne("hand", "owes 5.00")
    expect(await codeOf(desk.pay(next.id, { credits: [brought.id, cheque.id] }))).toBe(
      "opening_credit_not_open",
    )
    await desk.undo(next.id)
    expect(await codeOf(desk.pay(brought.id))).toBe("opening_not_owed")
    expect(await shop.totals(opening.account_id)).toBe("owed 50.00, paid 60.00, open 0.00, left 10.00")
  })

  it("is owed again when the bank takes back what had paid it, and falls due as before", async () => {
    const opening = await desk.postOne("bounced", "owes 50.00", { dueOn: "2026-01-20" })
    const cheque = await shop.record("bounced", "70.00")
    await desk.pay(opening.id)
    await shop.reverse(cheque.id)
    expect(await shop.totals(opening.account_id)).toBe("owed 50.00, paid 0.00, open 50.00, left 0.00")
    const reversals = await ledger.sql(
      `select i.amount::text, i.line_key = (select key from reconciliation_open_item where id = ?) as same,
              (select d.due_on::text from reconciliation_due_date d where d.open_item_id = i.id) as due_on
         from reconciliation_open_item i where i.reverses_item_id = ? order by i.amount`,
      [opening.id, cheque.id],
    )
    expect(reversals).toEqual([
      { amount: "2000", same: null, due_on: null },
      { amount: "5000", same: true, due_on: "2026-01-20" },
    ])
    const number = 1
    expect(await codeOf(desk.undo(opening.id, true))).toBe("opening_stays")
    await ledger.service.reversals.undo({ paymentId: cheque.id, number, context })
    expect(await shop.totals(opening.account_id)).toBe("owed 50.00, paid 70.00, open 0.00, left 20.00")
  })

  it("is reopened by several reversals of one payment no further than that had paid it", async () => {
    await shop.tell(shop.order("parts"))
    const money = await shop.record("parts", "130.00")
    await ledger.service.accounts.reconcile(money.account_id, "oldest_first", { context })
    const opening = await desk.postOne("parts", "owes 30.00")
    await desk.pay(opening.id)
    await shop.reverse(money.id, "first", { amount: "20.00" })
    await shop.reverse(money.id, "second", { amount: "50.00" })
    expect(await shop.totals(opening.account_id)).toBe("owed 130.00, paid 60.00, open 70.00, left 0.00")
    const [reopened] = await ledger.sql(
      "select sum(amount)::text as sum from reconciliation_open_item where reverses_item_id = ? and line_key like 'opening:%'",
      [money.id],
    )
    expect(reopened).toEqual({ sum: "3000" })
  })

  it("moves to the account of whom its customer joins, and what was paid stays", async () => {
    const opening = await desk.postOne("guest", "owes 50.00", { dueOn: "2026-01-20" })
    const had = await desk.postOne("guest", "has 20.00")
    await desk.pay(opening.id, { amount: "5.00" })
    await ledger.service.owners.join({
      member: { accountId: opening.account_id },
      of: { type: "customer", id: "host" },
      companyName: null,
      context,
    })
    expect(await desk.read(opening)).toMatchObject({ open: "0.00" })
    expect(await codeOf(desk.undo(opening.id, true))).toBe("opening_stays")
    expect(await codeOf(desk.undo(had.id, true))).toBe("opening_stays")
    const due = await ledger.sql(
      `select t.due_on::text, t.open::text from reconciliation_transaction t
         join reconciliation_account a on a.id = t.account_id
        where a.owner_id = 'host' and t.kind = 'opening_balance' and t.side = 'debit'`,
    )
    expect(due).toEqual([{ due_on: "2026-01-20", open: "4500" }])
    // What is posted of the member later lands there at once.
    const later = await desk.postOne("guest", "owes 1.00")
    expect(later.owner).toMatchObject({ type: "customer", id: "host" })
  })

  describe("taking one back", () => {
    it("settles it by its opposite, so that neither is owed nor had", async () => {
      const owed = await desk.postOne("mistake", "owes 50.00", { memo: "Twice" })
      const had = await desk.postOne("mistake", "has 20.00")
      const { opening_balance: view, released } = await desk.undo(owed.id)
      expect([view.state, view.open, released]).toEqual(["undone", "0.00", []])
      await desk.undo(had.id)
      expect(await shop.totals(owed.account_id)).toBe("owed 0.00, paid 0.00, open 0.00, left 0.00")
      expect(await codeOf(desk.undo(owed.id))).toBe("opening_undone")
      expect(await codeOf(desk.pay(owed.id))).toBe("opening_undone")
      const codes = await ledger.sql("select 1 from reconciliation_matching_sequence where account_id = ?", [
        owed.account_id,
      ])
      expect(codes).toEqual([])
      expect((await desk.transactions(owed.account_id)).toSorted()).toEqual([
        "opening_balance +0.00 -20.00, open 0.00, full , 30.00",
        "opening_balance +0.00 -50.00, open 0.00, full , -20.00",
        "opening_balance +20.00 -0.00, open 0.00, full , 0.00",
        "opening_balance +50.00 -0.00, open 0.00, full , 50.00",
      ])
    })

    it("is refused with what pays it, and takes that off when it is asked to", async () => {
      const opening = await desk.postOne("paid", "owes 50.00")
      const cheque = await shop.record("paid", "50.00")
      await desk.pay(opening.id)
      const refusal = await shop.refusal(async () => desk.undo(opening.id))
      expect([refusal.code, refusal.ids["count"]]).toEqual(["opening_used", "1"])
      const { released, opening_balance: view } = await desk.undo(opening.id, true)
      expect(released).toMatchObject([{ amount: "50.00", credit_item_id: cheque.id }])
      expect(view.state).toBe("undone")
      expect(await shop.totals(opening.account_id)).toBe("owed 0.00, paid 50.00, open 0.00, left 50.00")
    })

    it("opens again what it had paid", async () => {
      const order = shop.order("used")
      await shop.tell(order)
      const opening = await desk.postOne("used", "has 100.00")
      await ledger.service.accounts.reconcile(opening.account_id, "oldest_first", { context })
      expect(await shop.stateOf(order)).toBe("full A, open 0.00")
      expect(await codeOf(desk.undo(opening.id))).toBe("opening_used")
      expect((await desk.undo(opening.id, true)).released).toHaveLength(2)
      expect(await shop.stateOf(order)).toBe("none a, open 100.00")
      expect(await shop.totals(opening.account_id)).toBe("owed 100.00, paid 0.00, open 100.00, left 0.00")
    })

    it("is refused of money that was paid back or moved", async () => {
      const back = await desk.postOne("back", "has 30.00")
      await ledger.service.money.payBack(shop.payBack(back.id, { amount: "10.00" }))
      expect(await codeOf(desk.undo(back.id, true))).toBe("opening_stays")
      const moved = await desk.postOne("moved", "has 30.00")
      const { id } = await shop.move(moved.id, "other")
      expect(await codeOf(desk.undo(moved.id, true))).toBe("opening_stays")
      await ledger.service.money.undoMove(shop.undo(id))
      // The move and its undo stand against each other on the money; it never comes free of them.
      expect(await shop.totals(moved.account_id)).toBe("owed 0.00, paid 30.00, open 0.00, left 30.00")
    })

    it("cannot be taken apart by hand", async () => {
      const opening = await desk.postOne("apart", "owes 5.00")
      await desk.undo(opening.id)
      const deleting = ledger.service.edits.takeBack({
        target: { paymentId: opening.id },
        cascade: true,
        context,
      })
      expect(await codeOf(deleting)).toBe("amounts_stay")
    })
  })

  it("forgets what was typed when a customer is erased", async () => {
    const opening = await desk.postOne("erased", "owes 5.00", { memo: "Call his mother" })
    await ledger.service.privacy.eraseTexts("erased")
    expect((await desk.read(opening)).memo).toBeNull()
  })
})
