import type { LedgerOrder } from "../../src/modules/reconciliation/orders/order-view"
import { ModelOrder } from "../setup/model-shop"
import { due, LAST, LATER, moment, paidRows, PlanShop, row, shown } from "../setup/plan-shop"

describe("Planned payments and money on account, on PostgreSQL", () => {
  let shop: PlanShop
  beforeAll(async () => {
    shop = await PlanShop.open("instalments_on_account")
  })
  afterAll(async () => {
    await shop.ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  /** An order of A 75, B 75, C 20: B is due before A. */
  const planned = async (name: string): Promise<ModelOrder> => {
    const order = shop.order(name)
    await shop.read(order)
    await shop.plan(order, [
      due(LAST, "75.00", { items: [{ row: row(order, "A") }] }),
      due(LATER, "75.00", { items: [{ row: row(order, "B") }] }),
    ])
    return order
  }

  const cheque = async (name: string, amount: string): Promise<{ id: string; account_id: string }> => {
    const { payment } = await shop.ledger.service.payments.record({
      customerId: `cus_${name}`,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "cheque",
      reference: `cheque ${name}`,
      occurredAt: "2026-01-03",
      idempotencyKey: `cheque ${name} ${amount}`,
      context: shop.context,
    })
    return payment
  }

  const put = async (order: ModelOrder, cells: { credit: string; line: string; amount: string }[]) => {
    const view = await shop.view(order)
    const debits = await shop.ledger.sql<{ id: string; line_key: string }>(
      `select i.id, i.line_key from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = '${order.id}' and i.side = 'debit'`,
    )
    const debitOf = (line: string): string =>
      debits.find((debit) => debit.line_key === row(order, line))?.id ?? ""
    return shop.ledger.service.edits.edit({
      orderId: order.id,
      expectedVersion: view.version,
      cells: cells.map(({ credit, line, amount }) => ({
        creditItemId: credit,
        debitItemId: debitOf(line),
        amount,
      })),
      context: shop.context,
    })
  }

  const states = ({ plan }: LedgerOrder) => plan?.instalments.map(({ state, paid }) => `${paid} ${state}`)

  it("a cheque that the account's policy applies fulfils what is due first, and follows its items", async () => {
    const order = await planned("policy")
    const { account_id: account } = await cheque("policy", "100.00")
    await shop.ledger.service.accounts.reconcile(account, "oldest_first", { context: shop.context })
    const view = await shop.view(order)
    expect(paidRows(view)).toEqual(["25.00", "75.00", "0.00"])
    expect(shown(view)).toEqual([
      "1: 25.00 of 75.00, scheduled, keeps A 50.00",
      "2: 75.00 of 75.00, settled, keeps nothing",
    ])
    expect((await shop.plans.list({ customerId: "cus_policy", limit: 9 })).instalments).toMatchObject([
      { number: 1, paid: "25.00" },
    ])
  })

  it("a cheque put by hand fulfils what is planned for the line, and no edit takes it back", async () => {
    const order = await planned("by_hand")
    const { id } = await cheque("by_hand", "100.00")
    await put(order, [
      { credit: id, line: "A", amount: "60.00" },
      { credit: id, line: "C", amount: "20.00" },
    ])
    expect(shown(await shop.view(order))).toEqual([
      "1: 60.00 of 75.00, scheduled, keeps A 15.00",
      "2: 0.00 of 75.00, scheduled, keeps B 75.00",
    ])
    await expect(put(order, [{ credit: id, line: "A", amount: "50.00" }])).rejects.toMatchObject({
      code: "instalment_bound",
    })
    await put(order, [{ credit: id, line: "C", amount: "0.00" }])
    expect(paidRows(await shop.view(order))).toEqual(["60.00", "0.00", "0.00"])
  })

  it("what a cheque fulfilled is open again once the cheque bounces, and is listed again", async () => {
    const order = await planned("bounced")
    const { id, account_id: account } = await cheque("bounced", "150.00")
    await shop.ledger.service.accounts.reconcile(account, "oldest_first", { context: shop.context })
    expect(states(await shop.view(order))).toEqual(["75.00 settled", "75.00 settled"])
    await shop.ledger.service.payments.reverse({
      paymentId: id,
      kind: "chargeback",
      amount: "100.00",
      reference: null,
      reason: "bounced",
      occurredAt: "2026-01-20",
      idempotencyKey: "bounced",
      context: shop.context,
    })
    const view = await shop.view(order)
    expect(shown(view)).toEqual([
      "1: 0.00 of 75.00, scheduled, keeps A 75.00",
      "2: 50.00 of 75.00, scheduled, keeps B 25.00",
    ])
    const { instalments } = await shop.plans.list({ customerId: "cus_bounced", limit: 9 })
    expect(instalments.map(({ number, paid }) => `${number} ${paid}`)).toEqual(["2 50.00", "1 0.00"])
    order.capture(moment(6), 10000n, 0)
    expect(states(await shop.read(order))).toEqual(["75.00 settled", "75.00 settled"])
  })

  it("money of another order fulfils what is planned, and opens it again when it is reversed", async () => {
    const paid = shop.order("lender")
    paid.capture(moment(2), 23000n, 0)
    await shop.read(paid)
    const order = new ModelOrder("order_borrower", 2, {
      customerId: "cus_lender",
      currency: "eur",
      lines: [7500n],
      giftCard: 0n,
      at: moment(1),
    })
    await shop.read(order)
    await shop.plan(order, [due(LATER, "75.00")])
    const [money] = await shop.ledger.sql<{ id: string }>(
      `select id from reconciliation_open_item where kind = 'payment' and amount = 23000`,
    )
    await put(order, [{ credit: money?.id ?? "", line: "A", amount: "60.00" }])
    expect(states(await shop.view(order))).toEqual(["60.00 scheduled"])
    await shop.ledger.service.payments.reverse({
      paymentId: money?.id ?? "",
      kind: "chargeback",
      amount: "60.00",
      reference: null,
      reason: "disputed",
      occurredAt: "2026-01-20",
      idempotencyKey: "disputed",
      context: shop.context,
    })
    expect(states(await shop.view(order))).toEqual(["0.00 scheduled"])
  })

  it("what a capture fulfilled is open again once the host has deleted the capture", async () => {
    const order = await planned("deleted")
    order.capture(moment(2), 7500n, 0)
    expect(states(await shop.read(order))).toEqual(["0.00 scheduled", "75.00 settled"])
    order.vanish(`${order.id}_cap0001`)
    const view = await shop.read(order)
    expect(states(view)).toEqual(["0.00 scheduled", "0.00 scheduled"])
    expect(view.plan?.instalments[1]?.reserved).toEqual([{ row: "", amount: "75.00" }])
    order.capture(moment(6), 7500n, 0)
    expect(states(await shop.read(order))).toEqual(["0.00 scheduled", "75.00 settled"])
  })
})
