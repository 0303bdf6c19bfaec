import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { MirrorLedger } from "../setup/mirror-ledger"

const context = { actor: { type: "user", id: "user_ann" }, cause: "mirrors" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

describe("F19: the outbox of the mirror, and captures that a mirrored deposit yields to", () => {
  let ledger: Ledger
  let shop: MirrorLedger
  beforeAll(async () => {
    ledger = await openLedger("mirror_outbox")
    shop = new MirrorLedger(ledger)
  })
  afterAll(async () => ledger.close())

  const reconcile: MirrorLedger["reconcile"] = async (...words) => shop.reconcile(...words)
  const ordersOf: MirrorLedger["ordersOf"] = async (...words) => shop.ordersOf(...words)
  const deposit: MirrorLedger["deposit"] = async (...words) => shop.deposit(...words)
  const apply: MirrorLedger["apply"] = async (...words) => shop.apply(...words)
  const put: MirrorLedger["put"] = async (...words) => shop.put(...words)
  const outbox: MirrorLedger["outbox"] = async (...words) => shop.outbox(...words)
  const work: MirrorLedger["work"] = async (...words) => shop.work(...words)
  const recorded: MirrorLedger["recorded"] = async (...words) => shop.recorded(...words)

  it("one worker at a time has an order; a lease that ran out is another's", async () => {
    const { mirrors } = ledger.service
    expect(await mirrors.lease("order_lease", "one")).toBe(true)
    expect(await mirrors.lease("order_lease", "two")).toBe(false)
    expect(await mirrors.lease("order_lease", "one")).toBe(true)
    await ledger.sql("update reconciliation_mirror_lease set until = now() - interval '1 second'")
    expect(await mirrors.lease("order_lease", "two")).toBe(true)
    await mirrors.release("order_lease", "one")
    expect(await mirrors.lease("order_lease", "one")).toBe(false)
    await mirrors.release("order_lease", "two")
  })

  it("parts what an order takes less of, says why the rest waits, and wakes it with the order's next change", async () => {
    const { mirrors } = ledger.service
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { account } = await deposit("90.00")
    await apply(account)
    const [work1] = await mirrors.workOf(order.id)
    if (!work1) throw new Error("work")
    await mirrors.part(work1, 7000n)
    expect(await outbox(order)).toEqual(["wanted 70.00", "refused 20.00"])
    const { mirrors: page } = await mirrors.list({ orderId: order.id, limit: 10 })
    expect(page[1]).toMatchObject({
      state: "refused",
      refusal: {
        code: "nothing_open",
        message: `Order #${page[1]?.display_id} owes nothing any more: 20.00 stays on account.`,
      },
      next_attempt_at: null,
    })
    await mirrors.postpone(work1, "the host is down")
    const [failed] = (await mirrors.list({ orderId: order.id, state: "wanted", limit: 10 })).mirrors
    expect(failed).toMatchObject({ attempts: 1, error: "the host is down" })
    const wait = Date.parse(failed?.next_attempt_at ?? "") - Date.now()
    expect(wait).toBeGreaterThan(50_000)
    expect(wait).toBeLessThan(70_000)
    expect(await mirrors.wake([order.id])).toEqual([order.id])
    expect(await outbox(order)).toEqual(["wanted 70.00", "wanted 20.00"])
    await expect(mirrors.retry("mir_none")).rejects.toMatchObject({ code: "mirror_not_found" })
    await work(order)
    await expect(mirrors.retry(work1.id)).rejects.toMatchObject({ code: "mirror_settled" })
  })

  it("money bound to the order counts, money on account yields: a capture takes a mirrored deposit's place, the newest first", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { id, account } = await deposit("60.00")
    await put(order, id, { A: "60.00" })
    const second = await deposit("40.00")
    await put(order, second.id, { B: "40.00" })
    await work(order)
    order.capture(day(15), 7000n, 0)
    const before = await ledger.service.orders.retrieve(order.id)
    const preview = await shop.preview(order)
    expect(preview.released.map(({ amount, order_id: of }) => `${amount} ${of === order.id}`)).toEqual([
      "40.00 true",
      "60.00 true",
    ])
    expect(preview.allocate.map(({ credit_item_id: credit, amount }) => [credit, amount])).toEqual([
      [id, "30.00"],
      ["new:1", "30.00"],
      ["new:1", "40.00"],
    ])
    expect(await ledger.service.orders.retrieve(order.id)).toEqual(before)
    const done = await reconcile(order)
    expect(done.changed).toBe(true)
    const named = (plan: typeof preview): unknown => ({
      ...plan,
      allocate: plan.allocate.map((one) => ({ ...one, credit_item_id: null })),
    })
    expect(named(done.allocationPlan)).toEqual(named(preview))
    expect(done.allocationPlan.allocate.filter(({ credit_item_id: item }) => /\D/.test(item))).toEqual([])
    expect(await outbox(order)).toEqual(["withdrawing 60.00", "withdrawing 40.00", "wanted 30.00"])
    const view = await ledger.service.orders.retrieve(order.id)
    expect(view?.columns.map(({ kind, on_this_order: here }) => `${kind} ${here}`)).toEqual([
      "deposit 30.00",
      "payment 70.00",
    ])
    expect(view).toMatchObject({ state: "full", totals: { unallocated: "30.00" } })
    expect((await reconcile(order)).changed).toBe(false)
    expect(await violationsIn(ledger, account)).toEqual([])
  })

  it("a capture that pays most of what it brings takes the place of a deposit with the rest, at once", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { id, account } = await deposit("30.00")
    await put(order, id, { A: "30.00" })
    await work(order)
    order.capture(day(15), 9000n, 0)
    expect((await reconcile(order)).changed).toBe(true)
    const view = await ledger.service.orders.retrieve(order.id)
    expect(view?.columns.map(({ kind, on_this_order: here }) => `${kind} ${here}`)).toEqual([
      "deposit 10.00",
      "payment 90.00",
    ])
    expect((await reconcile(order)).changed).toBe(false)
    expect(await violationsIn(ledger, account)).toEqual([])
  })

  it("says that it may be the same money where the amounts agree", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    const { account } = await deposit("100.00")
    await apply(account)
    order.capture(day(15), 10000n, 0)
    await reconcile(order)
    const { entries } = await ledger.service.edits.history({ orderId: order.id, limit: 1 })
    expect(entries[0]).toMatchObject({
      kind: "ingest",
      reason: "Paid in the store at the same time: is it the same money? 100.00 is on account again.",
    })
    expect(await recorded(order)).toBe(0)
  })

  it("leaves alone a capture that a person set free, and a deposit that is not mirrored", async () => {
    const [order] = await ordersOf(1)
    if (!order) throw new Error("an order")
    order.capture(day(15), 10000n, 0)
    await reconcile(order)
    await ledger.service.edits.takeBack({
      target: { orderId: order.id },
      cascade: false,
      expectedVersion: (await ledger.service.orders.retrieve(order.id))?.version,
      context,
      idempotencyKey: undefined,
    })
    const { account, id } = await deposit("60.00")
    await put(order, id, { A: "60.00" })
    await reconcile(order)
    expect(await outbox(order)).toEqual(["wanted 60.00"])

    const off = ledger.serviceWith({ mirror: false })
    const [other] = await ordersOf(1)
    if (!other) throw new Error("an order")
    const later = await deposit("100.00", off)
    await apply(later.account, off)
    other.capture(day(15), 10000n, 0)
    await reconcile(other)
    const view = await ledger.service.orders.retrieve(other.id)
    expect(view?.totals.unallocated).toBe("100.00")
    expect(await violationsIn(ledger, account)).toEqual([])
  })
})
