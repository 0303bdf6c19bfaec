import type { RunView } from "../../src/types/http"
import { ORDERS_A_CHUNK } from "../../src/modules/reconciliation/runs/types"
import type { Statement } from "../../src/modules/reconciliation/ledger/statement"
import { openLedger, type Ledger } from "../setup/ledger"
import { OldShop } from "../setup/old-shop"
import type { ModelOrder } from "../setup/model-shop"

describe("F58: undoing a back-fill, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new OldShop(() => ledger)
  beforeAll(async () => {
    ledger = await openLedger("back_fill_undone")
    await shop.build()
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  const filled = async (customer: string): Promise<{ run: RunView; orders: ModelOrder[] }> => {
    const orders = await shop.several(customer)
    return { orders, run: await shop.finished(await shop.start([customer])) }
  }

  /** What a customer's account comes to by key, and what of it is open. */
  const sums = async (customer: string): Promise<unknown[]> =>
    ledger.sql(
      `select sum(case side when 'debit' then amount else -amount end)::int as net, sum(amount - allocated)::int as open
         from reconciliation_open_item i join reconciliation_account a on a.id = i.account_id
        where a.owner_id = ? group by key having sum(case side when 'debit' then amount else -amount end) <> 0 or sum(amount - allocated) <> 0`,
      [customer],
    )

  const left = async (id: string): Promise<string[]> =>
    (await ledger.service.runs.left(id, { limit: 100 })).orders.map(
      ({ order_id: order, reason }) => `${order.replace(/_\d+$/, "")} ${reason}`,
    )

  it("brings every amount to nothing by rows of its own, dated as what they take back, and is previewed as it then is", async () => {
    const { runs } = ledger.service
    const { run, orders } = await filled("cus_all")
    const before = await shop.rows("cus_all")
    const preview = await runs.previewUndo({ runId: run.id, context: shop.by })
    expect(preview).toMatchObject({
      in_scope: null,
      left: [],
      left_orders: [],
      next_cursor: null,
      counts: { changed: 5 },
    })
    expect(await shop.rows("cus_all")).toEqual(before)
    const undo = await shop.finished(await runs.undo({ runId: run.id, context: shop.by }))
    expect(undo).toMatchObject({ kind: "undo", state: "finished", undoes: run.id, counts: preview.counts })
    expect(await runs.retrieve(run.id)).toMatchObject({ state: "undone", undone_by: undo.id })
    expect(await sums("cus_all")).toEqual([])
    const views = await Promise.all(orders.map(async ({ id }) => ledger.service.orders.retrieve(id)))
    const nothing = { owed: "0.00", allocated: "0.00", open: "0.00", unallocated: "0.00" }
    expect(views.map((view) => view?.totals)).toEqual(views.map(() => nothing))
    const items = before.filter((line) => !line.includes("→"))
    const kept = await shop.rows("cus_all")
    for (const line of items) expect(kept.map(withoutCounters)).toContain(withoutCounters(line))
    const [late] = await ledger.sql(
      `select count(*)::int as n from reconciliation_open_item i join reconciliation_account a on a.id = i.account_id
        where a.owner_id = 'cus_all' and i.occurred_on > '2025-02-01'`,
    )
    expect(late).toEqual({ n: 0 })
    const [journal] = await ledger.sql(
      `select count(*)::int as n, count(undoes_change_id)::int as named from reconciliation_change where run_id = ? and kind = 'withdrawal'`,
      [undo.id],
    )
    expect(journal).toEqual({ n: 5, named: 5 })
    await expect(runs.undo({ runId: run.id, context: shop.by })).rejects.toMatchObject({
      code: "run_not_undoable",
    })
    expect((await runs.moves(undo.id, { limit: 100 })).rows.length).toBe(
      (await runs.moves(run.id, { limit: 100 })).rows.length,
    )
  })

  it("lets the orders be brought in again, as they would have been the first time", async () => {
    const { runs } = ledger.service
    const { run, orders } = await filled("cus_again")
    const first = await runs.retrieve(run.id)
    await shop.finished(await runs.undo({ runId: run.id, context: shop.by }))
    const again = await shop.finished(await shop.start(["cus_again"]))
    expect(again.counts).toEqual(first.counts)
    const seen = async (order: ModelOrder) => {
      const view = await ledger.service.orders.retrieve(order.id)
      return [view?.state, view?.totals, view?.code?.code]
    }
    for (const order of orders) {
      const twin = await twinOf(order)
      expect(await seen(order)).toEqual(twin)
    }
    expect((await shop.finished(await shop.start(["cus_again"]))).counts.done).toBe(0)
  })

  /** How the same order stands where it was brought in once. */
  const twinOf = async (order: ModelOrder) => {
    if (twins.length === 0) twins.push(...(await filled("cus_twin")).orders)
    const place = [...shop.orders.values()]
      .filter(({ id }) => id.startsWith("order_cus_again"))
      .indexOf(order)
    const view = await ledger.service.orders.retrieve(twins[place]?.id ?? "")
    return [view?.state, view?.totals, view?.code?.code]
  }
  const twins: ModelOrder[] = []

  it("leaves an order to the next event, which reads it from its beginning", async () => {
    const { runs } = ledger.service
    const { run, orders } = await filled("cus_event")
    await shop.finished(await runs.undo({ runId: run.id, context: shop.by }))
    const [unpaid] = orders
    if (!unpaid) throw new Error("there is no order")
    unpaid.capture(shop.day(20), 10_000n, 0)
    await shop.tell(unpaid)
    expect(await ledger.service.orders.retrieve(unpaid.id)).toMatchObject({
      state: "full",
      totals: { owed: "100.00", open: "0.00" },
    })
    expect((await shop.finished(await shop.start(["cus_event"]))).counts).toMatchObject({
      done: 4,
      changed: 4,
    })
  })

  it("is refused where an order was changed since, and lists it; keeps it, or takes it back with the change", async () => {
    const { runs, edits } = ledger.service
    const { run, orders } = await filled("cus_edited")
    const paid = orders[1]
    const view = await ledger.service.orders.retrieve(paid?.id ?? "")
    const cell = view?.cells.find(({ amount }) => amount === "60.00")
    const [pair] = await ledger.sql<{ credit: string; debit: string }>(
      `select l.credit_item_id as credit, l.debit_item_id as debit from reconciliation_live_allocation l
         join reconciliation_open_item d on d.id = l.debit_item_id where d.document_id = ? and l.amount = 6000`,
      [view?.document_id],
    )
    expect(cell?.explanations).toMatchObject([{ origin: "backfill" }])
    await edits.edit({
      orderId: paid?.id ?? "",
      expectedVersion: view?.version ?? 0,
      cells: [{ creditItemId: pair?.credit ?? "", debitItemId: pair?.debit ?? "", amount: "10.00" }],
      context: shop.by,
    })
    const asked = { runId: run.id, context: shop.by } as const
    await expect(runs.undo(asked)).rejects.toMatchObject({ code: "run_has_dependants" })
    const keep = await shop.finished(await runs.undo({ ...asked, dependants: "keep" }))
    expect(keep).toMatchObject({ state: "finished", counts: { changed: 4, left: 1 } })
    expect(await left(keep.id)).toEqual(["order_cus_edited changed"])

    const other = await filled("cus_cascade")
    const edited = await ledger.service.orders.retrieve(other.orders[1]?.id ?? "")
    await edits.takeBack({ target: { orderId: edited?.id ?? "" }, cascade: false, context: shop.by })
    const cascade = await shop.finished(
      await runs.undo({ runId: other.run.id, dependants: "cascade", context: shop.by }),
    )
    expect(cascade).toMatchObject({ counts: { changed: 5, left: 0 } })
    expect(await sums("cus_cascade")).toEqual([])
  })

  it("leaves what the store showed more of since: it is alive, and stays whatever is said", async () => {
    const { runs } = ledger.service
    const { run, orders } = await filled("cus_alive")
    orders[0]?.capture(shop.day(20), 4000n, 0)
    for (const order of orders) await shop.tell(order)
    const asked = { runId: run.id, dependants: "cascade", context: shop.by } as const
    expect((await runs.previewUndo(asked)).left_orders).toMatchObject([
      { order_id: orders[0]?.id, reason: "followed" },
    ])
    const undo = await shop.finished(await runs.undo(asked))
    expect(await left(undo.id)).toEqual(["order_cus_alive followed"])
    expect(await ledger.service.orders.retrieve(orders[0]?.id ?? "")).toMatchObject({
      totals: { open: "60.00" },
    })
  })

  it("letters what was paid on several cancelled orders of a customer, each by a code of its own", async () => {
    const { runs } = ledger.service
    for (const day of [1, 2, 3]) {
      const order = await shop.order("cus_cancelled", { at: shop.day(day) })
      order.cancel(shop.day(5))
      order.capture(shop.day(6), 3000n, 0)
    }
    const run = await shop.finished(await shop.start(["cus_cancelled"]))
    const asked = { runId: run.id, context: shop.by } as const
    expect(await runs.previewUndo(asked)).toMatchObject({ counts: { changed: 3 }, left_orders: [] })
    const undo = await runs.undo(asked)
    expect(await runs.work("one")).toMatchObject({ runId: BigInt(undo.id), isDone: true })
    const ranks = await ledger.sql<{ rank: number }>(
      `select s.rank from reconciliation_matching_sequence s join reconciliation_account a on a.id = s.account_id
        where a.owner_id = 'cus_cancelled' order by 1`,
    )
    expect(ranks.map(({ rank }) => rank)).toEqual([1, 2, 3])
    expect(await sums("cus_cancelled")).toEqual([])
  })

  it("lists an order that goes to another customer while the undo waits for its account", async () => {
    const { runs, orders } = ledger.service
    const order = await shop.order("cus_giver")
    await shop.order("cus_giver", { at: shop.day(2) })
    const run = await shop.finished(await shop.start(["cus_giver"]))
    const undo = await runs.undo({ runId: run.id, context: shop.by })
    order.giveTo(shop.day(20), "cus_taker")
    const history = (await shop.read([order.id])).histories[0]
    if (!history) throw new Error("the host has no such order")
    let working: Promise<unknown> = Promise.resolve()
    await ledger.database.transaction(async (session) => {
      await session.run({
        name: "hold",
        text: "select id from reconciliation_account where owner_id = 'cus_giver' for update",
      })
      working = runs.work("one")
      await ended(async () => (await session.run(WAITING)).length > 0)
      await orders.reconcileIn(session, history, { context: shop.by, isLast: false })
    })
    await working
    expect(await runs.retrieve(undo.id)).toMatchObject({ state: "finished", counts: { changed: 1, left: 1 } })
    expect(await left(undo.id)).toEqual(["order_cus_giver order_moved"])
  })

  it("asks to say keep or cascade where too much was changed since for one answer", async () => {
    const { runs, payments } = ledger.service
    for (let made = 0; made <= ORDERS_A_CHUNK * 2; made += 1) await shop.order("cus_many")
    const run = await shop.finished(await shop.start(["cus_many"]))
    await payments.record({
      customerId: "cus_many",
      currencyCode: "eur",
      digits: 2,
      amount: "1.00",
      method: "transfer",
      reference: null,
      occurredAt: "2026-01-01",
      idempotencyKey: "cus_many",
      confirmed: true,
      context: shop.by,
    })
    const { now } = Date
    let late = 0
    const clock = jest.spyOn(Date, "now").mockImplementation(() => {
      late += 3000
      return now() + late
    })
    const asked = { runId: run.id, context: shop.by } as const
    try {
      await expect(runs.undo(asked)).rejects.toMatchObject({ code: "run_not_looked_through" })
    } finally {
      clock.mockRestore()
    }
    const undo = await runs.undo({ ...asked, dependants: "keep" })
    expect(undo).toMatchObject({ state: "queued", accounts: 201 })
    await runs.cancel(undo.id, { actorId: null })
  })

  it("tells all of what it placed and took back, however many unpaid orders lie between", async () => {
    const { runs } = ledger.service
    for (let day = 1; day <= 9; day += 1) {
      const order = await shop.order("cus_between", { at: shop.day(day) })
      if (day % 4 === 0) order.capture(shop.day(20), 10_000n, 0)
    }
    const run = await shop.finished(await shop.start(["cus_between"]))
    const undo = await shop.finished(await runs.undo({ runId: run.id, context: shop.by }))
    for (const { id } of [run, undo]) {
      const whole = (await runs.moves(id, { limit: 100 })).rows
      expect(whole.map(({ amount }) => amount)).toEqual(["100.00", "100.00"])
      const first = await runs.moves(id, { limit: 1 })
      const second = await runs.moves(id, { limit: 1, cursor: first.nextCursor ?? undefined })
      expect([...first.rows, ...second.rows]).toEqual(whole)
      expect(second.nextCursor).toBeNull()
    }
  })
})

/** Who waits for somebody's lock. */
const WAITING: Statement = {
  name: "waiting",
  text: `select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
}

/** Waits until something is so. */
async function ended(isSo: () => Promise<boolean>, tries = 200): Promise<void> {
  if (await isSo()) return
  if (tries === 0) throw new Error("it did not come to that")
  await new Promise((resolve) => setTimeout(resolve, 20))
  await ended(isSo, tries - 1)
}

/** What a line says besides how much of it is allocated, and how far the host was read. */
const withoutCounters = (line: string): string => {
  const words = line.split(" ")
  return [...words.slice(0, 2), ...words.slice(3, 8), ...words.slice(9)].join(" ")
}
