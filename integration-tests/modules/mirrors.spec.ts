import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { MirrorLedger } from "../setup/mirror-ledger"

const context = { actor: { type: "user", id: "user_ann" }, cause: "mirrors" } as const

describe("F19: what the host is to count of money on account, on PostgreSQL", () => {
  let ledger: Ledger
  let shop: MirrorLedger
  beforeAll(async () => {
    ledger = await openLedger("mirrors")
    shop = new MirrorLedger(ledger)
  })
  afterAll(async () => ledger.close())

  const ordersOf: MirrorLedger["ordersOf"] = async (...words) => shop.ordersOf(...words)
  const deposit: MirrorLedger["deposit"] = async (...words) => shop.deposit(...words)
  const apply: MirrorLedger["apply"] = async (...words) => shop.apply(...words)
  const put: MirrorLedger["put"] = async (...words) => shop.put(...words)
  const outbox: MirrorLedger["outbox"] = async (...words) => shop.outbox(...words)
  const work: MirrorLedger["work"] = async (...words) => shop.work(...words)
  const recorded: MirrorLedger["recorded"] = async (...words) => shop.recorded(...words)

  it("is wanted in the transaction that applies it: by an account's reconciliation, over several orders", async () => {
    const [one, two] = await ordersOf(2)
    const { account } = await deposit("150.00")
    if (!one || !two) throw new Error("two orders")
    expect(await outbox(one)).toEqual([])
    await apply(account)
    expect(await outbox(one)).toEqual(["wanted 100.00"])
    expect(await outbox(two)).toEqual(["wanted 50.00"])
    await apply(account)
    expect(await outbox(one)).toEqual(["wanted 100.00"])
    expect((await ledger.service.orders.retrieve(one.id))?.mirrors).toMatchObject([
      { amount: "100.00", payment: "1042", state: "wanted", refusal: null, attempts: 0 },
    ])
    expect(await violationsIn(ledger, account)).toEqual([])
  })

  it("asks for a further part when more is applied, and takes the newest back whole when less is", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { id } = await deposit("100.00")
    await put(order, id, { A: "50.00" })
    await work(order)
    await put(order, id, { A: "60.00", B: "30.00" })
    expect(await outbox(order)).toEqual(["recorded 50.00", "wanted 40.00"])
    await work(order)
    await put(order, id, { B: "10.00" })
    expect(await outbox(order)).toEqual(["recorded 50.00", "withdrawing 40.00", "wanted 20.00"])
    expect((await ledger.service.mirrors.workOf(order.id)).map(({ state }) => state)).toEqual([
      "withdrawing",
      "wanted",
    ])
    await work(order)
    await put(order, id, { A: "0.00", B: "0.00" })
    expect(await outbox(order)).toEqual(["withdrawing 50.00", "withdrawn 40.00", "withdrawing 20.00"])
  })

  it("moving money between the lines of an order changes nothing", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { id } = await deposit("40.00")
    await put(order, id, { A: "40.00" })
    await work(order)
    await put(order, id, { A: "0.00", B: "40.00" })
    expect(await outbox(order)).toEqual(["recorded 40.00"])
  })

  it("follows undo and redo, deletion of a payment's allocations, and what is withdrawn before it was recorded", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { id } = await deposit("100.00")
    const edit = await put(order, id, { A: "60.00" })
    await work(order)
    const view = async () => (await ledger.service.orders.retrieve(order.id))?.version ?? 0
    const undone = await ledger.service.edits.takeBack({
      target: { orderId: order.id, changeId: edit },
      cascade: false,
      expectedVersion: await view(),
      context,
      idempotencyKey: undefined,
    })
    expect(await outbox(order)).toEqual(["withdrawing 60.00"])
    await ledger.service.edits.takeBack({
      target: { orderId: order.id, changeId: undone.change_id ?? "" },
      cascade: false,
      expectedVersion: await view(),
      context,
      idempotencyKey: undefined,
    })
    expect(await outbox(order)).toEqual(["withdrawing 60.00", "wanted 60.00"])
    await ledger.service.edits.takeBack({
      target: { paymentId: id },
      cascade: false,
      expectedVersion: undefined,
      context,
      idempotencyKey: undefined,
    })
    expect(await outbox(order)).toEqual(["withdrawing 60.00", "withdrawing 60.00"])
    await work(order)
    expect(await recorded(order)).toBe(0)
  })

  it("F66: a cheque that bounces is taken back, also in part; the money presented again is mirrored", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { id, account } = await deposit("80.00")
    await apply(account)
    await work(order)
    const reverse = async (amount: string | null) =>
      ledger.service.payments.reverse({
        paymentId: id,
        kind: "bounced_cheque",
        amount,
        reference: null,
        reason: "bounced",
        occurredAt: "2026-01-20",
        idempotencyKey: `${id} ${amount}`,
        context,
      })
    await reverse("30.00")
    expect(await outbox(order)).toEqual(["withdrawing 80.00", "wanted 50.00"])
    await work(order)
    await reverse(null)
    expect(await recorded(order)).toBe(0)
    await work(order)
    await deposit("80.00")
    await apply(account)
    expect(await recorded(order)).toBe(80)
    expect(await violationsIn(ledger, account)).toEqual([])
  })

  it("F66: a reversal that was recorded by mistake and is undone brings back what it had withdrawn", async () => {
    const [order, other] = await ordersOf(2)
    if (!order || !other) throw new Error("two orders")
    const { id, account } = await deposit("140.00")
    await apply(account)
    await work(order)
    await work(other)
    const reverse = async (amount: string | null) =>
      ledger.service.payments.reverse({
        paymentId: id,
        kind: "bounced_cheque",
        amount,
        reference: null,
        reason: "bounced",
        occurredAt: "2026-01-20",
        idempotencyKey: `${id} ${amount}`,
        context,
      })
    const undo = async (number: number) =>
      ledger.service.reversals.undo({ paymentId: id, number, context, idempotencyKey: undefined })
    await reverse("60.00")
    expect([await recorded(order), await recorded(other)]).toEqual([80, 0])
    await work(order)
    await work(other)
    await undo(1)
    expect(await outbox(order)).toEqual(["withdrawn 100.00", "recorded 80.00", "wanted 20.00"])
    expect(await outbox(other)).toEqual(["withdrawn 40.00", "wanted 40.00"])
    expect(await ledger.service.mirrors.previewTakeUp([order.id, other.id])).toEqual([])
    await work(order)
    await work(other)
    expect(await violationsIn(ledger, account)).toEqual([])

    await reverse(null)
    await work(order)
    await work(other)
    expect([await recorded(order), await recorded(other)]).toEqual([0, 0])
    await undo(2)
    expect([await recorded(order), await recorded(other)]).toEqual([100, 40])
    expect(await violationsIn(ledger, account)).toEqual([])
  })

  it("the undo of a reversal mirrors nothing of what was applied while it was off", async () => {
    const off = ledger.serviceWith({ mirror: false })
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { account, id } = await deposit("50.00")
    await apply(account, off)
    const reversal = { paymentId: id, kind: "bounced_cheque", reason: "bounced", context } as const
    await ledger.service.payments.reverse({
      ...reversal,
      amount: null,
      reference: null,
      occurredAt: "2026-01-20",
      idempotencyKey: id,
    })
    await ledger.service.reversals.undo({ paymentId: id, number: 1, context, idempotencyKey: undefined })
    expect(await outbox(order)).toEqual([])
    expect(await ledger.service.mirrors.previewTakeUp([order.id])).toMatchObject([{ amount: "50.00" }])
    expect(await violationsIn(ledger, account)).toEqual([])
  })

  it("an order that goes to another customer keeps what it has, and gives it back as ever", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { id } = await deposit("30.00")
    await put(order, id, { A: "30.00" })
    await work(order)
    const { now, hostVersions } = await ledger.service.orders.readMarks([order.id])
    const history = order.read(hostVersions.get(order.id) ?? 0, now)
    const moved = {
      ...history,
      ownerId: "cus_other",
      ownerSince: { at: "2026-01-12T09:00:00.000Z", on: "2026-01-12" },
    }
    await ledger.service.orders.reconcile(moved, { context })
    expect(await outbox(order)).toEqual(["recorded 30.00"])
  })

  it("leaves out what was applied while it was off, until a person takes it up; what was recorded goes back all the same", async () => {
    const off = ledger.serviceWith({ mirror: false })
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { account, id } = await deposit("50.00")
    await apply(account, off)
    expect(await outbox(order)).toEqual([])
    await deposit("20.00")
    await apply(account)
    expect(await outbox(order)).toEqual(["wanted 20.00"])
    await expect(off.mirrors.takeUp({ orderIds: null, actorId: null })).rejects.toMatchObject({
      code: "mirror_off",
    })
    const preview = await ledger.service.mirrors.previewTakeUp([order.id])
    expect(preview).toMatchObject([{ order_id: order.id, payment_id: id, payment: "1042", amount: "50.00" }])
    expect(await outbox(order)).toEqual(["wanted 20.00"])
    expect(await ledger.service.mirrors.takeUp({ orderIds: [order.id], actorId: "user_ann" })).toEqual(
      preview,
    )
    expect(await ledger.service.mirrors.takeUp({ orderIds: [order.id], actorId: "user_ann" })).toEqual([])
    expect(await outbox(order)).toEqual(["wanted 20.00", "wanted 50.00"])
    await work(order)
    const { version } = (await off.orders.retrieve(order.id)) ?? { version: 0 }
    await off.edits.takeBack({
      target: { orderId: order.id },
      cascade: false,
      expectedVersion: version,
      context,
      idempotencyKey: undefined,
    })
    expect(await outbox(order)).toEqual(["withdrawing 20.00", "withdrawing 50.00"])
  })

  it("is told of once it is committed, and a preview tells nobody", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { account } = await deposit("10.00")
    expect(await ledger.service.mirrors.due(1000)).not.toContain(order.id)
    await ledger.service.accounts.preview(account, "oldest_first")
    expect(await outbox(order)).toEqual([])
    await apply(account)
    expect(await ledger.service.mirrors.due(1000)).toContain(order.id)
  })
})
