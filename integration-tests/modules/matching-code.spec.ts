import type { LedgerCode } from "../../src/modules/reconciliation/accounts/matching-code-view"
import { day, EditShop, event } from "../setup/edit-shop"
import { openLedger, type Ledger } from "../setup/ledger"
import type { ModelOrder } from "../setup/model-shop"
import { timelineDay, TransferShop } from "../setup/transfer-shop"

describe("F33: what shares a matching code, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new EditShop(() => ledger)
  const transfers = new TransferShop(() => ledger, event)

  beforeAll(async () => {
    ledger = await openLedger("matching_code")
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await disagreeing()).toEqual([])
  })

  /** Every code that there is whose sides do not agree, or whose letters say something else than its sums. */
  const disagreeing = async (): Promise<string[]> => {
    const ranks = await ledger.sql<{ account_id: string; rank: number }>(
      "select account_id::text, rank from reconciliation_matching_sequence order by 1, 2",
    )
    const codes = await Promise.all(
      ranks.map(async ({ account_id: id, rank }) => ledger.service.accounts.matchingCode(id, rank)),
    )
    return codes.flatMap(({ account, code, closed, totals }) =>
      totals.difference === "0.00" &&
      totals.pays === totals.settles &&
      closed === (totals.still_open === "0.00")
        ? []
        : [`${account.id} ${code}`],
    )
  }

  const codeOf = async (order: ModelOrder): Promise<LedgerCode> => {
    const { account_id: id, code } = await shop.view(order)
    return ledger.service.accounts.matchingCode(id, code?.rank ?? 0)
  }

  const cheque = async (customerId: string, amount: string): Promise<void> => {
    await ledger.serviceWith({ unappliedMoney: "oldest_first" }).payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "cheque",
      reference: "1042",
      occurredAt: day(3),
      idempotencyKey: `${customerId} ${amount}`,
      confirmed: true,
      context: event,
    })
  }

  const from = ({ from: all }: LedgerCode): string[] =>
    all.map(
      ({ kind, source, reference, amount, here, elsewhere }) =>
        `${source} ${kind} ${reference.slice(-7)} ${here} of ${amount}, ${elsewhere.amount} under ${elsewhere.codes.map(({ code }) => code).join(" ")}`,
    )
  const to = ({ to: all }: LedgerCode): string[] =>
    all.map(
      ({ group, key, amount, settled, planned, without_money: rest }) =>
        `${group} ${key.slice(-1)} ${amount}: ${settled}, ${planned} planned, ${rest} without`,
    )
  const links = ({ links: all, from: payers }: LedgerCode): string[] =>
    all.map(
      ({ from: id, to: key, amount, instalment_bound: bound, explanations }) =>
        `${payers.findIndex((one) => one.id === id)} → ${key.slice(-1)} ${amount} by ${explanations.map(({ rule }) => rule).join(" ")}${bound ? ", bound" : ""}`,
    )

  it("shows what pays an order, what has a plan and what has no money", async () => {
    const order = await shop.paid(10000n)
    await ledger.service.plans.plan({
      orderId: order.id,
      instalments: [{ dueOn: "2199-01-01", amount: "60.00" }],
      context: event,
    })
    const code = await codeOf(order)
    expect(code).toMatchObject({ rank: 1, code: "a", closed: false, order: { id: order.id } })
    expect(code.account).toMatchObject({ owner_type: "customer", currency_code: "eur", digits: 2 })
    expect(from(code)).toEqual(["money payment cap0001 100.00 of 100.00, 0.00 under "])
    expect(to(code)).toEqual([
      "item A 75.00: 75.00, 0.00 planned, 0.00 without",
      "item B 75.00: 25.00, 50.00 planned, 0.00 without",
      "item C 20.00: 0.00, 10.00 planned, 10.00 without",
    ])
    expect(links(code)).toEqual(["0 → A 75.00 by line_order", "0 → B 25.00 by line_order"])
    expect(code.totals).toEqual({
      pays: "100.00",
      money: "100.00",
      credits: "0.00",
      settles: "100.00",
      items: "100.00",
      refunds: "0.00",
      difference: "0.00",
      still_open: "70.00",
      planned: "60.00",
    })
  })

  it("says which links a planned payment binds, and adds them to one of the same two", async () => {
    const order = await shop.paid(1000n)
    await ledger.service.plans.plan({
      orderId: order.id,
      instalments: [{ dueOn: "2199-01-01", amount: "20.00" }],
      context: event,
    })
    order.capture(day(6), 2000n, 0)
    await shop.tell(order)
    expect(links(await codeOf(order))).toEqual([
      "0 → A 10.00 by line_order",
      "1 → A 20.00 by instalment, bound",
    ])
  })

  it("shows money of elsewhere with its other codes, and the cheque's own code over both orders", async () => {
    const [first, second] = [shop.newOrder("cus_cheque"), shop.newOrder("cus_cheque")]
    await shop.tell(first)
    await shop.tell(second)
    await cheque("cus_cheque", "200.00")
    const code = await codeOf(second)
    expect(from(code)).toEqual(["money deposit 1042 30.00 of 200.00, 170.00 under A B"])
    const own = await ledger.service.accounts.matchingCode(code.account.id, 2)
    expect(own).toMatchObject({ code: "B", order: null, totals: { pays: "200.00", still_open: "0.00" } })
    expect(own.to.map(({ order, amount }) => `${order?.id} ${amount}`)).toEqual([
      `${first.id} 75.00`,
      `${second.id} 30.00`,
      `${first.id} 75.00`,
      `${first.id} 20.00`,
    ])
    expect(from(own)).toEqual(["money deposit 1042 200.00 of 200.00, 0.00 under A c"])
  })

  it("keeps the cheque's own code in small letters while something of it is left", async () => {
    const order = shop.newOrder("cus_rest")
    await shop.tell(order)
    await cheque("cus_rest", "200.00")
    const { account } = await codeOf(order)
    const own = await ledger.service.accounts.matchingCode(account.id, 2)
    expect(own).toMatchObject({ code: "b", totals: { pays: "170.00", still_open: "30.00", planned: "0.00" } })
    expect(own.from[0]).toMatchObject({ amount: "200.00", here: "170.00", unallocated: "30.00" })
  })

  it("shows a refund as owed, and the line's credit that pays it as a payer of its own", async () => {
    const order = await shop.paid(17000n)
    order.edit(day(4), 0, 5000n)
    order.refund(day(5), { share: 10, payment: 0, credited: false })
    await shop.tell(order)
    const code = await codeOf(order)
    expect(code).toMatchObject({ code: "A", totals: { money: "170.00", credits: "17.00", refunds: "17.00" } })
    expect(code.from[1]).toMatchObject({
      source: "credit",
      title: "A",
      amount: "25.00",
      here: "17.00",
      unallocated: "8.00",
    })
    expect(to(code).slice(0, 1)).toEqual(["item A 75.00: 75.00, 0.00 planned, 0.00 without"])
    expect(code.to.at(-1)).toMatchObject({ group: "refund", kind: "refund", settled: "17.00" })
  })

  it("says what a refund that nothing explains keeps open", async () => {
    const order = await shop.paid(10000n)
    order.edit(day(4), 0, 5000n)
    order.refund(day(5), { share: 10, payment: 0, credited: false })
    await shop.tell(order)
    const code = await codeOf(order)
    expect(code.to.at(-1)).toMatchObject({ group: "refund", settled: "0.00", without_money: "10.00" })
    expect(code.totals).toMatchObject({
      pays: "125.00",
      credits: "25.00",
      refunds: "0.00",
      still_open: "55.00",
    })
  })

  it("shows in its old account what an order had settled there, and in its new one the rest", async () => {
    const timeline = await transfers.given("30")
    await transfers.read(timeline.capture(timelineDay(4), "138", { id: "cap2" }))
    const accounts = [...new Set((await transfers.itemsOf(timeline)).map(({ account_id: id }) => id))]
    const codes = await Promise.all(accounts.map(async (id) => ledger.service.accounts.matchingCode(id, 1)))
    expect(codes.map((code) => [code.code, code.totals.pays, to(code)])).toEqual([
      ["A", "30.00", ["item A 30.00: 30.00, 0.00 planned, 0.00 without"]],
      [
        "A",
        "138.00",
        [
          "item A 70.00: 70.00, 0.00 planned, 0.00 without",
          "item B 68.00: 68.00, 0.00 planned, 0.00 without",
        ],
      ],
    ])
  })

  it("does not know a rank that the account never gave, nor an account that is not there", async () => {
    const { account_id: id } = await shop.view(await shop.paid(10000n))
    await expect(ledger.service.accounts.matchingCode(id, 2)).rejects.toMatchObject({
      type: "not_found",
      code: "code_not_found",
      ids: { account_id: id, rank: "2" },
    })
    await expect(ledger.service.accounts.matchingCode("999999", 1)).rejects.toMatchObject({
      code: "account_not_found",
    })
  })
})
