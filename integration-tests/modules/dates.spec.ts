import { change } from "../../src/modules/reconciliation/ledger/envelope"
import { findDocument } from "../../src/modules/reconciliation/ledger/documents"
import { lockOrder, type OrderPlace } from "../../src/modules/reconciliation/ledger/lock"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const context = { actor: { type: "user", id: "user_ann" }, cause: "dates" } as const

describe("the days of what is written", () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger("dates")
  })
  afterAll(async () => ledger.close())

  /** An order of January, of 60 + 40, paid but for two cents; read by a run. */
  const paidOrder = async (runId?: bigint): Promise<string> => {
    const order = new ModelOrder(`order_${runId ?? "none"}`, 2, {
      customerId: `cus_${runId ?? "none"}`,
      currency: "eur",
      lines: [6000n, 4000n],
      giftCard: 0n,
      at: "2026-01-01T09:00:00.000Z",
    })
    order.capture("2026-01-02T09:00:00.000Z", 9998n, 0)
    const { now } = await ledger.service.orders.readMarks([order.id])
    await ledger.service.orders.reconcile(order.read(0, now), {
      context: { ...context, ...(runId !== undefined && { runId }) },
    })
    return order.id
  }

  const allocationsOf = async (orderId: string): Promise<Record<string, unknown>[]> =>
    ledger.sql(
      `select a.rule, a.releases is not null as release, a.occurred_on::text, a.accounting_on::text, a.run_id
         from reconciliation_allocation a
         join reconciliation_open_item i on i.id = a.debit_item_id
         join reconciliation_document d on d.id = i.document_id
        where d.order_id = ? order by a.id`,
      [orderId],
    )

  it("name the run that set a change off, in the journal and on each allocation", async () => {
    const orderId = await paidOrder(12n)
    expect((await allocationsOf(orderId)).map(({ run_id: id }) => id)).toEqual(["12", "12"])
    const runs = `select c.run_id from reconciliation_change c join reconciliation_document d on d.id = c.document_id
                   where d.order_id = ?`
    expect(await ledger.sql(runs, [orderId])).toEqual([{ run_id: "12" }])
  })

  it("show in the books an edit as if it had always been so, and a write-off until it was undone", async () => {
    const orderId = await paidOrder()
    const today = new Date().toISOString().slice(0, 10)
    const [credit, first] = await idsOf(orderId)
    await ledger.service.edits.edit({
      orderId,
      expectedVersion: 1,
      cells: [{ creditItemId: credit ?? "", debitItemId: first ?? "", amount: "50.00" }],
      context,
    })
    const writeOffs = ledger.serviceWith({
      writeOff: {
        accounts: { loss: "6714", gain: "7714", bankCharges: "627" },
        limits: { EUR: { amount: "0.50", percent: 1 } },
      },
    }).writeOffs
    const orderTwo = await paidOrder(13n)
    const { write_off: made } = await writeOffs.write({
      target: { orderId: orderTwo },
      kind: "short_payment",
      amount: null,
      reason: "till",
      context,
    })
    await writeOffs.undo({ id: made?.id ?? "", reason: "paid after all", context })
    const [january, edited] = ["2026-01-02", { occurred_on: today, accounting_on: "2026-01-02" }]
    expect((await allocationsOf(orderId)).slice(2)).toMatchObject([
      { release: true, ...edited },
      { release: false, ...edited },
    ])
    expect(await allocationsOf(orderTwo)).toMatchObject([
      { occurred_on: january, accounting_on: january },
      { occurred_on: january, accounting_on: january },
      { rule: "written_off", occurred_on: today, accounting_on: today },
      { rule: "write_off_undone", occurred_on: today, accounting_on: today },
      { rule: "write_off_undone", occurred_on: today, accounting_on: today },
    ])
  })

  it("keep each day on which an item was to fall due; the last one is in force", async () => {
    const orderId = await paidOrder(14n)
    const [, first] = await idsOf(orderId)
    const setDueDate = (dueOn: string): Promise<void> =>
      ledger.database.transaction((session) =>
        change<OrderPlace, void>(session, {
          context,
          codes: { enabled: true, scope: "account", firstRank: 1 },
          lock: () => lockOrder(session, orderId),
          plan: async () => ({
            change: {
              kind: "edit",
              items: [],
              proposals: [],
              origin: "manual",
              dueDates: [{ openItemId: BigInt(first ?? ""), dueOn }],
            },
            answer: () => undefined,
          }),
        }),
      )
    await setDueDate("2026-02-01")
    await setDueDate("2026-03-01")
    const { items } = await ledger.service.openItems.list({ orderId, limit: 10 })
    expect(items.map(({ due_on: due }) => due)).toEqual([null])
    const loaded = await ledger.database.snapshot((session) => findDocument(session, orderId))
    expect(loaded?.items.map(({ dueOn }) => dueOn)).toEqual(["2026-03-01", null, null])
    const dated = "select due_on::text from reconciliation_due_date where open_item_id = ? order by id"
    expect(await ledger.sql(dated, [first])).toEqual([{ due_on: "2026-02-01" }, { due_on: "2026-03-01" }])
    expect(loaded?.document.version).toBe(3)
  })

  const idsOf = async (orderId: string): Promise<string[]> =>
    (
      await ledger.sql<{ id: string }>(
        `select i.id from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
          where d.order_id = ? order by i.side, i.position`,
        [orderId],
      )
    ).map(({ id }) => id)
})
