import type { RunView } from "../../src/types/http"
import { openLedger, type Ledger } from "../setup/ledger"
import { RunShop } from "../setup/run-shop"

describe("F32: a run over many accounts, on PostgreSQL", () => {
  let ledger: Ledger
  const shop = new RunShop(() => ledger)
  beforeAll(async () => {
    ledger = await openLedger("runs")
    await shop.customer("cus_1", 2, "100.00", "50.00")
    await shop.customer("cus_2", 1, "30.00")
    await shop.customer("cus_3", 1)
    await shop.customer("cus_4", 0, "20.00")
    await shop.customer("cus_5", 1, "250.00")
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  let run: RunView

  it("is previewed as it then is, and leaves nothing", async () => {
    const { runs } = ledger.service
    const preview = await runs.preview({ scope: {}, context: shop.by })
    expect(preview).toMatchObject({
      strategy: "oldest_first",
      in_scope: 5,
      exact_pairs_broken: 0,
      next_cursor: null,
      counts: {
        done: 3,
        changed: 3,
        placed: 4,
        allocations: 6,
        settled_orders: 2,
        left: 1,
        amounts: [{ currency_code: "eur", before: "430.00", moved: "280.00", after: "150.00" }],
      },
    })
    expect(preview.left).toMatchObject([{ amount: "150.00", reason: "nothing_owed" }])
    expect(await runs.list({ limit: 10 })).toEqual({ runs: [], nextCursor: null })
    expect(await shop.standing("cus_%")).toEqual([])

    run = await shop.finished(await runs.start({ scope: {}, context: shop.by, idempotencyKey: "first" }))
    expect(run).toMatchObject({ id: "1", kind: "reconcile", state: "finished", accounts: 3, in_scope: 5 })
    expect(run.counts).toEqual(preview.counts)
    const { rows } = await runs.moves(run.id, { limit: 100 })
    const told = (all: typeof rows): unknown[] => all.map((one) => ({ ...one, change_id: null }))
    expect(told(rows)).toEqual(told(preview.moves))
    expect((await runs.left(run.id, { limit: 100 })).rows).toEqual(preview.left)
  })

  it("placed the oldest first, items in order, and says so in the journal", async () => {
    expect(await shop.standing("cus_%")).toEqual([
      "cus_1 deposit 10000 → A 6000 oldest_first",
      "cus_1 deposit 10000 → B 4000 oldest_first",
      "cus_1 deposit 5000 → A 5000 oldest_first",
      "cus_2 deposit 3000 → A 3000 oldest_first",
      "cus_5 deposit 25000 → A 6000 oldest_first",
      "cus_5 deposit 25000 → B 4000 oldest_first",
    ])
    const changes = await ledger.sql<{ kind: string; actor_id: string; changes: string; rows: string }>(
      `select c.kind, c.actor_id, count(distinct c.id) as changes, count(a.run_id) as rows
         from reconciliation_change c join reconciliation_allocation a on a.change_id = c.id
        where c.run_id = ? group by 1, 2`,
      [run.id],
    )
    expect(changes).toEqual([{ kind: "reconcile_account", actor_id: "user_ada", changes: "3", rows: "6" }])
  })

  it("pages through what it placed, and lists it by account with the orders' codes", async () => {
    const { runs } = ledger.service
    const whole = (await runs.moves(run.id, { limit: 100 })).rows
    const paged: typeof whole = []
    let cursor: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      const page = await runs.moves(run.id, { cursor, limit: 1 })
      paged.push(...page.rows)
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(paged).toEqual(whole)
    expect(
      whole.map(({ owner, amount, items, order }) => [
        owner.id,
        amount,
        items,
        order?.open,
        order?.code?.code,
      ]),
    ).toEqual([
      ["cus_1", "100.00", 2, "0.00", "A"],
      ["cus_1", "50.00", 1, "50.00", "c"],
      ["cus_2", "30.00", 1, "70.00", "a"],
      ["cus_5", "100.00", 2, "0.00", "A"],
    ])
  })

  it("is started once under a key, and has nothing to do twice", async () => {
    const { runs } = ledger.service
    const again = await runs.start({ scope: {}, context: shop.by, idempotencyKey: "first" })
    expect(again.id).toBe(run.id)
    const second = await shop.finished(await runs.start({ scope: {}, context: shop.by }))
    expect(second.counts).toMatchObject({ placed: 0, changed: 0, allocations: 0 })
    expect((await runs.list({ limit: 10 })).runs.map(({ id }) => id)).toEqual([second.id, run.id])
  })

  it("is limited to accounts, customers, a currency, days and a number", async () => {
    const { runs } = ledger.service
    await shop.customer("cus_6", 1, "10.00")
    await shop.customer("cus_7", 1, "10.00")
    const done = async (scope: Parameters<typeof runs.preview>[0]["scope"]): Promise<string[]> =>
      (await runs.preview({ scope, context: shop.by })).moves.map(({ owner }) => owner.id)
    expect(await done({ customer_ids: ["cus_7"] })).toEqual(["cus_7"])
    expect(await done({ currency_code: "usd" })).toEqual([])
    expect(await done({ limit: 2, customer_ids: ["cus_6", "cus_7"] })).toEqual(["cus_6", "cus_7"])
    expect(await done({ limit: 1, customer_ids: ["cus_6", "cus_7"] })).toEqual(["cus_6"])
    expect(await done({ until: "2026-01-04" })).toEqual([])
    expect(await done({ from: "2026-01-05", until: "2026-01-05", limit: 9 })).toEqual(["cus_6", "cus_7"])
    const [account] = await ledger.sql<{ id: string }>(
      "select id from reconciliation_account where owner_id = 'cus_6'",
    )
    expect(await done({ account_ids: [account?.id ?? ""] })).toEqual(["cus_6"])
  })

  it("counts the exact pairs that oldest first breaks, which exact_match keeps", async () => {
    const { runs } = ledger.service
    const [, second] = await shop.customer("cus_8", 2, "60.00")
    second?.capture(shop.shop.day(2), 4000n, 0)
    if (second) await shop.shop.tell(second)
    const scope = { customer_ids: ["cus_8"] }
    const oldest = await runs.preview({ scope, context: shop.by })
    expect(oldest).toMatchObject({ exact_pairs_broken: 1, counts: { placed: 1 } })
    const exact = await runs.preview({ scope, strategy: "exact_match", context: shop.by })
    expect(exact).toMatchObject({ exact_pairs_broken: 0, counts: { placed: 1, settled_orders: 1 } })
  })

  it("refuses a strategy and a run that it does not know", async () => {
    const { runs } = ledger.service
    await expect(runs.start({ scope: {}, strategy: "x", context: shop.by })).rejects.toMatchObject({
      code: "strategy_unknown",
    })
    await expect(runs.retrieve("99")).rejects.toMatchObject({ code: "run_not_found" })
    await expect(runs.cancel("1", { actorId: null })).rejects.toMatchObject({ code: "run_ended" })
  })
})
