import type { RunView } from "../../src/types/http"
import { openLedger, type Ledger } from "../setup/ledger"
import { OldShop } from "../setup/old-shop"

describe("F58: a back-fill, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new OldShop(() => ledger)
  beforeAll(async () => {
    ledger = await openLedger("back_fill")
    await shop.build()
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  let run: RunView

  it("is previewed as it then is, and leaves the rows that events would have left", async () => {
    const { runs } = ledger.service
    for (const order of await shop.several("cus_live")) await shop.tell(order)
    await shop.several("cus_old")
    const asked = { kind: "backfill" as const, scope: { customer_ids: ["cus_old"] }, context: shop.by }
    const preview = await runs.preview(asked, undefined, shop.read)
    expect(preview).toMatchObject({
      strategy: null,
      in_scope: 5,
      next_cursor: null,
      counts: {
        done: 5,
        changed: 5,
        failed: 0,
        settled_orders: 3,
        amounts: [{ currency_code: "eur", before: "295.00", moved: "295.00", after: "0.00" }],
      },
      left: [],
      left_orders: [],
    })
    expect(await shop.rows("cus_old")).toEqual([])
    expect((await runs.list({ limit: 10 })).runs).toEqual([])

    run = await shop.finished(await shop.start(["cus_old"]))
    expect(run).toMatchObject({
      kind: "backfill",
      state: "finished",
      strategy: null,
      in_scope: 5,
      accounts: 5,
    })
    expect(run.counts).toEqual(preview.counts)
    expect(await shop.rows("cus_old")).toEqual(await shop.rows("cus_live"))
    const { rows } = await runs.moves(run.id, { limit: 100 })
    const told = (all: typeof rows): unknown[] =>
      all.map((one) => ({ ...one, change_id: null, credit: null, account_id: null, owner: null }))
    expect(told(rows)).toEqual(told(preview.moves))
  })

  it("marks what it allocated as inferred, in one entry of the journal for each order, and tells nobody", async () => {
    const origins = await ledger.sql<{ line: string }>(
      `select distinct a.owner_id || ' ' || l.origin || ' ' || c.kind || ' ' || c.actor_id || ' ' || (l.run_id = c.run_id) as line
         from reconciliation_allocation l join reconciliation_account a on a.id = l.account_id
         join reconciliation_change c on c.id = l.change_id where a.owner_id = 'cus_old'`,
    )
    expect(origins).toEqual([{ line: "cus_old backfill ingest user_ada true" }])
    const [changes] = await ledger.sql(
      "select count(*)::int as n from reconciliation_change where run_id = ?",
      [run.id],
    )
    expect(changes).toEqual({ n: 5 })
    await ledger.service.events.noteDue()
    const events = await ledger.sql<{ order_id: string }>(
      "select data ->> 'order_id' as order_id from reconciliation_event",
    )
    expect(events.filter(({ order_id: id }) => id.startsWith("order_cus_old"))).toEqual([])
    expect(events.filter(({ order_id: id }) => id.startsWith("order_cus_live")).length).toBe(5)
  })

  it("F29: says how much of an order was inferred, until a person has confirmed it", async () => {
    const { orders } = ledger.service
    const [, paid] = [...shop.orders.keys()].filter((id) => id.startsWith("order_cus_old"))
    const orderId = paid ?? ""
    const before = await orders.retrieve(orderId)
    expect(before).toMatchObject({ inferred: 2, state: "full" })
    const input = {
      orderId,
      context: shop.by,
      idempotencyKey: "confirmed",
      expectedVersion: before?.version ?? 0,
    }
    expect(await orders.confirm(input)).toEqual({ changed: true })
    expect(await orders.confirm(input)).toEqual({ changed: true })
    expect(await orders.retrieve(orderId)).toMatchObject({ inferred: 0, state: "full" })
    expect(await orders.confirm({ orderId, context: shop.by })).toEqual({ changed: false })
    const [, , refunded = ""] = [...shop.orders.keys()].filter((id) => id.startsWith("order_cus_old"))
    await expect(
      orders.confirm({ orderId: refunded, context: shop.by, expectedVersion: 99 }),
    ).rejects.toMatchObject({ code: "version_stale" })
    const { entries } = await ledger.service.edits.history({ orderId, limit: 10 })
    expect(entries.map(({ kind, actor, undoable }) => [kind, actor.id, undoable])).toEqual([
      ["confirmation", "user_ada", false],
      ["ingest", "user_ada", true],
    ])
    const live = [...shop.orders.keys()].find((id) => id.startsWith("order_cus_live"))
    expect(await orders.retrieve(live ?? "")).toMatchObject({ inferred: 0 })
  })

  it("does nothing the second time, and pages through what it did", async () => {
    const { runs } = ledger.service
    const again = await shop.finished(await shop.start(["cus_old"]))
    expect(again).toMatchObject({
      state: "finished",
      accounts: 0,
      in_scope: 5,
      counts: { done: 0, changed: 0 },
    })
    const whole = (await runs.moves(run.id, { limit: 100 })).rows
    const paged: typeof whole = []
    let cursor: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      const page = await runs.moves(run.id, { cursor, limit: 2 })
      paged.push(...page.rows)
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(whole.length).toBeGreaterThan(4)
    expect(paged).toEqual(whole)
  })

  it("is limited to customers, a currency, days in the store's time zone and a number, the oldest first", async () => {
    await shop.order("cus_eur", { at: "2024-06-01T21:30:00.000Z" })
    await shop.order("cus_eur", { at: "2024-06-01T22:30:00.000Z" })
    await shop.order("cus_usd", { at: "2024-06-03T09:00:00.000Z", currency: "usd" })
    const { runs } = ledger.serviceWith({ timeZone: "Europe/Paris" })
    const seen = async (scope: Parameters<typeof runs.preview>[0]["scope"]): Promise<number | null> => {
      const customers = { customer_ids: ["cus_eur", "cus_usd"] }
      const asked = { kind: "backfill" as const, scope: { ...customers, ...scope }, context: shop.by }
      return (await runs.preview(asked, undefined, shop.read)).counts.done
    }
    expect(await seen({})).toBe(3)
    expect(await seen({ customer_ids: ["cus_usd"] })).toBe(1)
    expect(await seen({ currency_code: "usd" })).toBe(1)
    expect(await seen({ until: "2024-06-01" })).toBe(1)
    expect(await seen({ from: "2024-06-02" })).toBe(2)
    expect(await seen({ from: "2024-06-02", until: "2024-06-02" })).toBe(1)
    expect(await seen({ limit: 2 })).toBe(2)
    await expect(seen({ account_ids: ["1"] })).rejects.toMatchObject({ code: "backfill_of_accounts" })
    await expect(
      runs.preview({ kind: "backfill" as const, scope: {}, strategy: "luck", context: shop.by }),
    ).rejects.toMatchObject({ code: "strategy_unknown" })
    const limited = await shop.finished(await shop.start(["cus_eur"], { limit: 1 }))
    expect(limited).toMatchObject({ accounts: 1, counts: { done: 1 } })
    expect((await shop.rows("cus_eur"))[0]).toContain("2024-06-01")
  })

  it("is previewed from a cursor on, where these are too many for one answer", async () => {
    for (let index = 0; index < 5; index += 1) await shop.order("cus_pages", { at: shop.day(11 + index) })
    const { runs } = ledger.service
    const asked = {
      kind: "backfill" as const,
      scope: { customer_ids: ["cus_pages"], limit: 101 },
      context: shop.by,
    }
    const first = await runs.preview(asked, undefined, shop.read)
    expect(first).toMatchObject({ in_scope: 5, counts: { done: 5 }, next_cursor: null })
    await expect(runs.preview(asked, "12_34", shop.read)).rejects.toMatchObject({ code: "cursor_malformed" })
    const middle = `2_${Date.parse(shop.day(12))}000_${[...shop.orders.values()].find(({ id }) => id.startsWith("order_cus_pages"))?.id}`
    const rest = await runs.preview(asked, middle, shop.read)
    expect(rest).toMatchObject({ in_scope: null, next_cursor: null, counts: { done: 4 } })
  })
})
