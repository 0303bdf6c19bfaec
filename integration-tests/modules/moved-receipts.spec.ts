import { openLedger, type Ledger } from "../setup/ledger"
import { MoneyShop } from "../setup/money-shop"

describe("F79: receipts of money that was moved or paid back", () => {
  let ledger: Ledger
  const shop = new MoneyShop(() => ledger)
  beforeAll(async () => {
    ledger = await openLedger("moved_receipts")
  })
  afterAll(async () => ledger.close())

  const receiptOf = async (itemId: string) => {
    await ledger.service.receipts.assign()
    const [row] = await ledger.sql<{ number: string }>(
      `select series || '-' || year || '-' || lpad(number::text, 4, '0') as number
         from reconciliation_receipt where open_item_id = ?`,
      [itemId],
    )
    return ledger.service.receipts.retrieve(row?.number ?? "")
  }

  it("name the owner of the account where the money is by now", async () => {
    const order = shop.order("grace")
    await shop.tell(order)
    const payment = await shop.record("ann", "100.00")
    expect(await receiptOf(payment.id)).toMatchObject({ owner_id: "ann", unapplied: "100.00" })
    const moved = await shop.move(payment.id, "grace")
    const { account_id: accountId } = (await ledger.service.orders.retrieve(order.id)) ?? { account_id: "" }
    await ledger.service.accounts.reconcile(accountId, "oldest_first", { context: shop.context })
    expect(await receiptOf(payment.id)).toMatchObject({
      kind: "deposit",
      owner_type: "customer",
      owner_id: "grace",
      account_id: accountId,
      settles: [
        { kind: "charge", amount: "60.00", order: { id: order.id } },
        { kind: "charge", amount: "40.00", order: { id: order.id } },
      ],
      unapplied: "0.00",
    })
    await ledger.service.money.undoMove({ ...shop.undo(moved.id), release: true })
    expect(await receiptOf(payment.id)).toMatchObject({ owner_id: "ann", settles: [], unapplied: "100.00" })
  })

  it("name who has most of it, and who it came from where both have the same", async () => {
    const payment = await shop.record("ben", "100.00")
    await shop.move(payment.id, "gus", { amount: "50.00" })
    expect(await receiptOf(payment.id)).toMatchObject({ owner_id: "ben" })
    await shop.move(payment.id, "gus", { amount: "10.00" })
    expect(await receiptOf(payment.id)).toMatchObject({ owner_id: "gus" })
  })

  it("say of money that was paid back by mistake that it did not go out", async () => {
    const payment = await shop.record("cat", "100.00")
    const { view } = await ledger.service.money.payBack(shop.payBack(payment.id, { amount: "40.00" }))
    const paidBack = view.paid_back?.id ?? ""
    expect(await receiptOf(paidBack)).toMatchObject({
      kind: "refund",
      settles: [{ kind: "deposit", amount: "40.00" }],
      unapplied: "0.00",
      taken_back: "0.00",
    })
    await ledger.service.money.undoPayBack({ id: view.id ?? "", context: shop.context })
    expect(await receiptOf(paidBack)).toMatchObject({
      kind: "refund",
      amount: "40.00",
      settles: [],
      unapplied: "0.00",
      taken_back: "40.00",
    })
    expect(await receiptOf(payment.id)).toMatchObject({
      settles: [],
      unapplied: "100.00",
      taken_back: "0.00",
    })
  })
})
