import { SheetMaker } from "../../src/admin/features/order/grid/sheet"
import { HostTimeline } from "../../test/support/host-timeline"
import { openLedger, type Ledger } from "../setup/ledger"
import { readTimeline, timelineDay as day, TransferShop, type ItemRow } from "../setup/transfer-shop"

const context = { actor: { type: "user", id: "user_ann" }, cause: "transferred" } as const

describe("F67: what people do with an order that went to another customer", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("transferred_orders")
  })

  afterAll(async () => {
    await ledger.close()
  })

  const shop = new TransferShop(() => ledger, context)
  const read = async (timeline: HostTimeline) => shop.read(timeline)
  const given = async (paid: string) => shop.given(paid)
  const itemsOf = async (timeline: HostTimeline) => shop.itemsOf(timeline)
  const itemOf = async (timeline: HostTimeline, key: string) => shop.itemOf(timeline, key)
  const sound = async (timeline: HostTimeline) => shop.sound(timeline)

  const edit = async (accountId: string, [credit, debit]: readonly [ItemRow, ItemRow]): Promise<unknown> => {
    const { version } = await ledger.service.accounts.retrieve(accountId)
    return ledger.service.edits
      .edit({
        accountId,
        expectedVersion: version,
        cells: [{ creditItemId: credit.id, debitItemId: debit.id, amount: "0" }],
        context,
      })
      .catch((error: unknown) => error)
  }

  it("leaves to history what was settled where it was, and reads on", async () => {
    const timeline = await given("30")
    const [payment, line] = [await itemOf(timeline, "cap:cap1"), await itemOf(timeline, "line:A")]
    expect(await edit(line.account_id, [payment, line])).toMatchObject({ code: "order_moved" })
    const closing = await itemOf(timeline, "move:out:line:A#1")
    expect(await edit(line.account_id, [closing, line])).toMatchObject({ code: "not_by_hand" })
    await read(timeline.capture(day(4), "138", { id: "cap2" }))
    expect(await ledger.service.orders.retrieve(timeline.orderId)).toMatchObject({ state: "full" })
    await sound(timeline)
  })

  it("owes again what is reversed of money that went with it, also after the next read", async () => {
    const timeline = await given("200")
    await read(timeline.edit(day(4), { C: "20" }))
    const moved = await itemOf(timeline, "move:in:cap:cap1#1")
    const ask = { kind: "chargeback", reference: null, reason: "bank", occurredAt: null, context } as const
    await ledger.service.payments.reverse({
      ...ask,
      paymentId: moved.id,
      amount: "20",
      idempotencyKey: `${timeline.orderId} a`,
    })
    const open = async (): Promise<string | undefined> =>
      (await ledger.service.orders.retrieve(timeline.orderId))?.totals.open
    const before = await open()
    await read(timeline)
    await read(timeline.mark(day(5), "A", { requested: 1 }))
    expect([before, await open()]).toEqual(["8.00", "8.00"])
    const first = await itemOf(timeline, "cap:cap1")
    const refused = await ledger.service.payments
      .reverse({ ...ask, paymentId: first.id, amount: "170", idempotencyKey: `${timeline.orderId} b` })
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: "reversal_too_large", ids: { left: "168.00" } })
    await sound(timeline)
  })

  it("says that it changed where nothing but its customer did, and lets the new one's money pay it at once", async () => {
    const service = ledger.serviceWith({ unappliedMoney: "oldest_first" })
    const [ada, bea] = ["ada_with_none", "bea_with_money"]
    await service.payments.record({
      customerId: bea,
      currencyCode: "eur",
      digits: 2,
      amount: "168.00",
      method: "transfer",
      reference: null,
      occurredAt: "2026-01-01",
      idempotencyKey: bea,
      confirmed: true,
      context,
    })
    const timeline = new HostTimeline({ orderId: "order_with_money", customerId: ada })
    timeline.place({ A: "100", B: "68" })
    await readTimeline({ ...ledger, service }, timeline, context)
    timeline.giveTo(day(3), bea)
    expect(await readTimeline({ ...ledger, service }, timeline, context)).toMatchObject({ changed: true })
    expect(await service.orders.retrieve(timeline.orderId)).toMatchObject({ state: "full" })
    expect(await readTimeline({ ...ledger, service }, timeline, context)).toMatchObject({ changed: false })
    await sound(timeline)
  })

  it("may be given on after a write-off in its first account was undone", async () => {
    const { writeOffs } = ledger.serviceWith({
      writeOff: { accounts: { loss: "6714" }, limits: { EUR: { amount: "20", percent: 50 } } },
    })
    shop.orders += 1
    const [ada, bea] = [`ada_${shop.orders}`, `bea_${shop.orders}`]
    const timeline = new HostTimeline({ orderId: `order_${shop.orders}`, customerId: ada })
    await read(timeline.place({ A: "50" }))
    const { write_off: written } = await writeOffs.write({
      target: { orderId: timeline.orderId },
      kind: "short_payment",
      amount: "10",
      reason: "agreed",
      context,
    })
    await read(timeline.giveTo(day(3), bea))
    await read(timeline.giveTo(day(4), ada))
    await writeOffs.undo({ id: written?.id ?? "", reason: "not agreed", context })
    await read(timeline.giveTo(day(5), bea))
    await read(timeline.giveTo(day(6), ada))
    await read(timeline.capture(day(7), "50", { id: "cap7" }))
    expect(await ledger.service.orders.retrieve(timeline.orderId)).toMatchObject({
      state: "full",
      rows: [{ net: "50.00", allocated: "50.00", open: "0.00" }],
    })
    const moved = (await itemsOf(timeline)).filter(({ key }) => key === "move:in:line:A#1")
    expect(moved).toHaveLength(6)
    await sound(timeline)
  })

  /** Of 200, 168 were settled before; the 32 that came along pay what B costs more since. */
  const raised = async () => {
    const timeline = await given("200")
    await read(timeline.edit(day(4), { B: "100" }))
    const order = await ledger.service.orders.retrieve(timeline.orderId)
    if (!order) throw new Error("the order is not there")
    const column = (await itemOf(timeline, "cap:cap1")).id
    const [A, B] = ["A", "B"].map((line) => order.rows.find(({ key }) => key.endsWith(line))?.key ?? "")
    const put = async (row: string | undefined, amount: string): Promise<unknown> =>
      ledger.service.edits
        .edit({
          orderId: timeline.orderId,
          expectedVersion: (await ledger.service.orders.retrieve(timeline.orderId))?.version ?? 0,
          cells: [{ row: row ?? "", column, amount }],
          context,
        })
        .catch((error: unknown) => error)
    const { draft } = new SheetMaker(order, "2026-01-31")
    return { timeline, order, column: BigInt(column), A: A ?? "", B: B ?? "", put, draft }
  }

  it("shows what was settled before as what stays of a cell, and refuses less of it by that name", async () => {
    const { timeline, order, column, B, put, draft } = await raised()
    const shown = order.cells.find((one) => one.row === B && one.column === column.toString())
    expect(shown?.amount).toBe("100.00")
    expect([draft.lockOf(B, column), draft.boundOf(B, column), draft.staysOf(B, column)]).toEqual([
      null,
      6800n,
      6800n,
    ])
    expect(await put(B, "67.99")).toMatchObject({
      code: "order_moved",
      ids: { row: B, column: column.toString(), stays: "6800" },
    })
    expect(await put(B, "68")).toMatchObject({ changed: true })
    await sound(timeline)
  })

  it("locks a cell that was wholly settled before, because of that and not because nothing was charged", async () => {
    const { timeline, column, A, put, draft } = await raised()
    expect(draft.lockOf(A, column)).toBe("order_moved")
    expect(await put(A, "50")).toMatchObject({ code: "cell_locked", ids: { lock: "order_moved" } })
    await sound(timeline)
  })

  it("is planned without what was paid before it came", async () => {
    const timeline = await given("100")
    await read(timeline.capture(day(4), "28", { id: "cap2" }))
    const plan = async (amount: string): Promise<unknown> =>
      ledger.service.plans
        .plan({ orderId: timeline.orderId, instalments: [{ dueOn: "2030-01-01", amount }], context })
        .catch((error: unknown) => error)
    expect(await plan("68.01")).toMatchObject({ code: "plan_above_open" })
    expect(await plan("68")).toMatchObject({ changed: true })
    await sound(timeline)
  })

  it("is read on after it was cancelled with something open", async () => {
    const timeline = await given("30")
    timeline.cancel(day(4))
    await read(timeline)
    await read(timeline.giveTo(day(5), `cleo_${shop.orders}`))
    await read(timeline.giveTo(day(6), `ada_${shop.orders}`))
    expect(await ledger.service.orders.retrieve(timeline.orderId)).toMatchObject({
      state: "full",
      totals: { owed: "0.00", open: "0.00" },
    })
    await sound(timeline)
  })
})
