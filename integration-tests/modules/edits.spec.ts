import { openLedger, type Ledger } from "../setup/ledger"
import { ada, day, EditShop, event } from "../setup/edit-shop"
import { fingerprintOf } from "../setup/audit"

describe("An edit of allocations by hand", () => {
  let ledger: Ledger
  const shop = new EditShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("edits")
  })

  afterAll(async () => {
    await ledger.close()
  })

  it("moves money between lines in one change, with as few rows as it takes", async () => {
    const order = await shop.paid(10000n)
    expect(await shop.standing(order)).toEqual(["cap0001 → A 75.00", "cap0001 → B 25.00", "partial a"])
    const done = await shop.edit(order, { "cap0001 A": "65.00", "cap0001 B": "35.00" })
    expect(done).toMatchObject({
      changed: true,
      version: 2,
      released: [{ amount: "75.00" }],
      allocated: [{ amount: "65.00" }, { amount: "10.00" }],
    })
    expect(await shop.standing(order)).toEqual(["cap0001 → A 65.00", "cap0001 → B 35.00", "partial a"])
    expect((await shop.view(order)).version).toBe(2)
    expect(await shop.broken(order)).toEqual([])
  })

  it("takes back the newest allocations of a cell and leaves cells that it does not name", async () => {
    const order = await shop.paid(10000n)
    await shop.edit(order, { "cap0001 A": "60.00" })
    await shop.edit(order, { "cap0001 A": "70.00" })
    const done = await shop.edit(order, { "cap0001 A": "60.00" })
    expect(done).toMatchObject({ released: [{ amount: "10.00" }], allocated: [] })
    expect(await shop.standing(order)).toEqual([
      "cap0001 → A 60.00",
      "cap0001 → B 25.00",
      "cap0001 left 15.00",
      "partial a",
    ])
    expect(await shop.broken(order)).toEqual([])
  })

  it("swaps two payments that have nothing left, because all is taken back before anything is put", async () => {
    const order = await shop.paid(7500n, 9500n)
    await shop.edit(order, {
      "cap0001 A": "0.00",
      "cap0002 B": "0.00",
      "cap0001 B": "75.00",
      "cap0002 A": "75.00",
    })
    expect(await shop.standing(order)).toEqual([
      "cap0001 → B 75.00",
      "cap0002 → A 75.00",
      "cap0002 → C 20.00",
      "full A",
    ])
    expect(await shop.broken(order)).toEqual([])
  })

  it("does nothing and writes nothing when every cell is as wanted", async () => {
    const order = await shop.paid(10000n)
    const before = await fingerprintOf(ledger)
    expect(await shop.edit(order, { "cap0001 A": "75.00", "cap0001 C": "0.00" })).toEqual({
      change_id: null,
      changed: false,
      version: 1,
      released: [],
      allocated: [],
      dependants: [],
      kept: [],
    })
    expect(await fingerprintOf(ledger)).toBe(before)
  })

  it("gives a paid order's code its small letter again, and the capital with the same rank later", async () => {
    const order = await shop.paid(17000n)
    expect(await shop.standing(order)).toContain("full A")
    await shop.edit(order, { "cap0001 C": "0" })
    expect(await shop.standing(order)).toContain("partial a")
    await shop.edit(order, { "cap0001 C": "20" })
    expect(await shop.standing(order)).toContain("full A")
  })

  it("leaves what a person set free to a person: the next event pays with its own money only", async () => {
    const order = await shop.paid(10000n)
    await shop.edit(order, { "cap0001 A": "65.00" })
    order.capture(day(5), 500n, 0)
    await shop.tell(order)
    expect(await shop.standing(order)).toEqual([
      "cap0001 → A 65.00",
      "cap0001 → B 25.00",
      "cap0002 → A 5.00",
      "cap0001 left 10.00",
      "partial a",
    ])
    await shop.tell(order)
    expect(await shop.standing(order)).toContain("cap0001 left 10.00")
    await shop.tell(order, ada)
    expect(await shop.standing(order)).toEqual([
      "cap0001 → A 70.00",
      "cap0001 → B 30.00",
      "cap0002 → A 5.00",
      "partial a",
    ])
    expect(await shop.broken(order)).toEqual([])
  })

  it("leaves it also when the bank takes other money back, or a checkout plans payments", async () => {
    const order = await shop.paid(10000n, 500n)
    await shop.edit(order, { "cap0001 A": "65.00" })
    const { service } = ledger
    await service.payments.reverse({
      paymentId: `${order.id}_cap0002`,
      kind: "chargeback",
      amount: null,
      reference: null,
      reason: "fraudulent",
      occurredAt: null,
      idempotencyKey: `${order.id} chargeback`,
      context: event,
    })
    expect(await shop.standing(order)).toContain("cap0001 left 10.00")
    const instalments = [{ dueOn: "2199-01-01", amount: "20.00" }]
    await service.plans.plan({ orderId: order.id, instalments, context: event })
    expect(await shop.standing(order)).toContain("cap0001 left 10.00")
    await service.plans.plan({ orderId: order.id, instalments, context: ada, idempotencyKey: "by hand" })
    expect(await shop.standing(order)).toContain("cap0001 left 10.00")
    const smaller = [{ dueOn: "2199-01-01", amount: "15.00" }]
    await service.plans.plan({ orderId: order.id, instalments: smaller, context: ada })
    expect(await shop.standing(order)).not.toContain("cap0001 left 10.00")
    expect(await shop.broken(order)).toEqual([])
  })

  it("lets money that was set free pay back a refund", async () => {
    const order = await shop.paid(10000n)
    await shop.edit(order, { "cap0001 B": "15.00" })
    order.refund(day(5), { share: 10, payment: 0, credited: false })
    await shop.tell(order)
    expect((await shop.standing(order)).filter((line) => line.includes("left"))).toEqual([])
    expect(await shop.broken(order)).toEqual([])
  })

  it("leaves a deposit that was set free to a person, whatever the store's policy", async () => {
    const service = ledger.serviceWith({ unappliedMoney: "oldest_first" })
    const order = shop.newOrder("cus_deposit")
    await shop.tell(order)
    await service.payments.record({
      customerId: "cus_deposit",
      currencyCode: "eur",
      digits: 2,
      amount: "100.00",
      method: "cheque",
      reference: "cheque 1",
      occurredAt: day(2),
      idempotencyKey: "cheque1",
      context: event,
    })
    expect(await shop.standing(order)).toEqual(["cheque1 → A 75.00", "cheque1 → B 25.00", "partial a"])
    await shop.edit(order, { "cheque1 B": "0" })
    const next = shop.newOrder("cus_deposit")
    await shop.tell(next, event, service)
    const [account] = await service.accounts.listOf("cus_deposit")
    expect((await service.accounts.retrieve(account?.id ?? "")).totals.unallocated).toBe("25.00")
    await service.accounts.reconcile(account?.id ?? "", "oldest_first", { context: event })
    expect((await service.accounts.retrieve(account?.id ?? "")).totals.unallocated).toBe("25.00")
    await service.accounts.reconcile(account?.id ?? "", "oldest_first", { context: ada })
    expect((await service.accounts.retrieve(account?.id ?? "")).totals.unallocated).toBe("0.00")
    expect(await shop.broken(order)).toEqual([])
  })
})
