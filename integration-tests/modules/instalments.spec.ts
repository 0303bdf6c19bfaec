import type { ChangeKind } from "../../src/modules/reconciliation/ledger/change"
import { write } from "../../src/modules/reconciliation/ledger/write"
import { lockOrder } from "../../src/modules/reconciliation/ledger/lock"
import { allocationOf, type AllocationRow } from "../../src/modules/reconciliation/ledger/rows"
import { loadAllocations } from "../../src/modules/reconciliation/ledger/load-document.sql"
import { due, LAST, LATER, moment, paidRows, PlanShop, row, shown } from "../setup/plan-shop"

describe("Instalments on PostgreSQL", () => {
  let shop: PlanShop
  beforeAll(async () => {
    shop = await PlanShop.open("instalments")
  })
  afterAll(async () => {
    await shop.ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  it("an instalment is postponed, fails, is paid again, and cannot be changed once settled", async () => {
    const order = shop.order("changed")
    await shop.read(order)
    await shop.plan(order, [due("2026-01-05", "85.00"), due(LATER, "85.00")])
    const view = await shop.view(order)
    expect(view).toMatchObject({ state: "none", code: null })
    const [first, second] = view.plan?.instalments ?? []
    const change = async (
      id: string | undefined,
      action: Parameters<typeof shop.plans.changeInstalment>[0]["action"],
    ) => shop.plans.changeInstalment({ instalmentId: id ?? "", action, context: shop.context })
    expect(first?.state).toBe("overdue")
    expect(await change(first?.id, { kind: "postpone", dueOn: LATER })).toMatchObject({ changed: true })
    expect(await change(first?.id, { kind: "postpone", dueOn: LATER })).toMatchObject({ changed: false })
    expect(await shop.view(order)).toMatchObject({ state: "planned", version: view.version + 1 })
    expect(await change(first?.id, { kind: "fail", note: "card declined" })).toMatchObject({ changed: true })
    expect(await change(first?.id, { kind: "fail", note: "card declined" })).toMatchObject({ changed: false })
    expect((await shop.view(order)).plan?.instalments.map(({ state }) => state)).toEqual([
      "failed",
      "scheduled",
    ])
    order.capture(moment(6), 8500n, 0)
    expect(await shop.read(order)).toMatchObject({
      state: "planned",
      plan: { instalments: [{ state: "settled" }, { state: "scheduled" }] },
    })
    await expect(change(first?.id, { kind: "cancel" })).rejects.toMatchObject({ code: "instalment_settled" })
    expect(await change(second?.id, { kind: "cancel" })).toMatchObject({ changed: true })
    expect(await change(second?.id, { kind: "cancel" })).toMatchObject({ changed: false })
    await expect(change(second?.id, { kind: "fail", note: null })).rejects.toMatchObject({
      code: "instalment_cancelled",
    })
    await expect(change("999999", { kind: "cancel" })).rejects.toMatchObject({ code: "instalment_not_found" })
    expect(await shop.view(order)).toMatchObject({ state: "partial", plan: { not_covered: "85.00" } })
  })

  it("cancelling a plan frees what it kept; repeating it changes nothing", async () => {
    const order = shop.order("withdrawn")
    await shop.read(order)
    await shop.plan(order, [due(LATER, "170.00", { items: [{ row: row(order, "C") }] })])
    const cancel = async (more: object = {}) =>
      shop.plans.cancel({ orderId: order.id, context: shop.context, ...more })
    expect(await cancel({ plan: 7 })).toEqual({ plan: 1, changed: false })
    expect(await cancel()).toEqual({ plan: 1, changed: true })
    expect(await cancel()).toEqual({ plan: 1, changed: false })
    const again = [due(LATER, "170.00", { items: [{ row: row(order, "C") }] })]
    expect(await shop.plan(order, again)).toEqual({ plan: 2, changed: true })
    expect(await shop.plan(order, again)).toEqual({ plan: 2, changed: false })
    expect(await cancel({ plan: 2 })).toEqual({ plan: 2, changed: true })
    order.capture(moment(2), 5000n, 0)
    const view = await shop.read(order)
    expect(paidRows(view)).toEqual(["50.00", "0.00", "0.00"])
    expect(view).toMatchObject({ state: "partial" })
  })

  it("F62: lists what is to come, overdue and failed, page by page, as postponed", async () => {
    const order = shop.order("listed")
    await shop.read(order)
    await shop.plan(order, [
      due("2026-01-05", "50.00"),
      due("2026-01-06", "50.00"),
      due(LATER, "50.00"),
      due(LAST, "20.00"),
    ])
    const ids = (await shop.view(order)).plan?.instalments.map(({ id }) => id) ?? []
    await shop.plans.changeInstalment({
      instalmentId: ids[2] ?? "",
      action: { kind: "postpone", dueOn: "2199-03-01" },
      context: shop.context,
    })
    await shop.plans.changeInstalment({
      instalmentId: ids[1] ?? "",
      action: { kind: "fail", note: null },
      context: shop.context,
    })
    const numbers = async (more: object) => {
      const seen: number[] = []
      for (let cursor: string | undefined; ;) {
        // oxlint-disable-next-line no-await-in-loop -- a page names the next
        const page = await shop.plans.list({ customerId: "cus_listed", limit: 1, cursor, ...more })
        seen.push(...page.instalments.map(({ number }) => number))
        if (page.nextCursor === null) return seen
        cursor = page.nextCursor
      }
    }
    expect(await numbers({})).toEqual([1, 2, 4, 3])
    expect(await numbers({ state: "upcoming" })).toEqual([4, 3])
    expect(await numbers({ state: "overdue" })).toEqual([1])
    expect(await numbers({ state: "failed" })).toEqual([2])
    expect(await numbers({ from: "2026-01-06", to: LAST })).toEqual([2, 4])
    await expect(shop.plans.list({ cursor: "x", limit: 1 })).rejects.toMatchObject({
      code: "cursor_malformed",
    })
  })

  it("F20, F21: refuses any other change that takes back what fulfils an instalment, by name", async () => {
    const order = shop.order("refused_release")
    await shop.read(order)
    await shop.plan(order, [due(LATER, "170.00")])
    order.capture(moment(2), 5000n, 0)
    await shop.read(order)
    const release = async (kind: ChangeKind) =>
      shop.ledger.database.transaction(async (session) => {
        const { account, loaded } = await lockOrder(session, order.id)
        const rows = await session.run<AllocationRow>(loadAllocations, [loaded.document.id])
        const releases = rows.map(allocationOf).flatMap((allocation) => {
          const credit = loaded.items.find(({ id }) => id === allocation.creditItemId)
          const debit = loaded.items.find(({ id }) => id === allocation.debitItemId)
          return credit && debit ? [{ allocation, credit, debit, rule: "released", on: "2026-01-09" }] : []
        })
        const codes = { enabled: true, scope: "account", firstRank: 1 } as const
        const change = { account, document: loaded.document, context: shop.context, codes }
        await write(session, { ...change, kind, items: [], releases, proposals: [], origin: "manual" })
      })
    const before = await shop.view(order)
    await expect(release("edit")).rejects.toMatchObject({
      code: "instalment_bound",
      ids: { instalment_id: before.plan?.instalments[0]?.id },
      remedy: expect.stringMatching(/plan of payments/) as unknown,
    })
    expect(await shop.view(order)).toEqual(before)
    await release("transfer")
    expect(paidRows(await shop.view(order))).toEqual(["0.00", "0.00", "0.00"])
  })

  it("lets nothing but the plan take back what fulfils an instalment", async () => {
    const order = shop.order("bound")
    await shop.read(order)
    await shop.plan(order, [due(LATER, "170.00")])
    order.capture(moment(2), 5000n, 0)
    await shop.read(order)
    const [bound] = await shop.ledger.sql<Record<string, string>>(
      `select a.* from reconciliation_allocation a join reconciliation_open_item i on i.id = a.debit_item_id
         join reconciliation_document d on d.id = i.document_id where d.order_id = '${order.id}'`,
    )
    const release = (kind: string, instalment: string): string[] => [
      `insert into reconciliation_change (account_id, kind, cause, actor_type)
         values (${bound?.["account_id"]}, '${kind}', 'a test', 'system')`,
      `update reconciliation_open_item set allocated = allocated - ${bound?.["amount"]}
        where id in (${bound?.["credit_item_id"]}, ${bound?.["debit_item_id"]})`,
      `insert into reconciliation_allocation (account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule,
           step, credit_open_before, debit_open_before, instalment_id, releases, occurred_on, accounting_on)
         select account_id, (select max(id) from reconciliation_change), credit_item_id, debit_item_id, amount, origin, rule,
           step, credit_open_before, debit_open_before, ${instalment}, id, occurred_on, accounting_on
           from reconciliation_allocation where id = ${bound?.["id"]}`,
    ]
    const roll = "select 1 / 0"
    await expect(shop.ledger.together(...release("edit", "instalment_id"), roll)).rejects.toThrow(
      /fulfils a planned payment/,
    )
    await expect(shop.ledger.together(...release("edit", "null"), roll)).rejects.toThrow(
      /do not belong together/,
    )
    await expect(shop.ledger.together(...release("plan", "instalment_id"), roll)).rejects.toThrow(
      /division by zero/,
    )
  })
  it("F13: down payments are planned with the order's lines, and the checkout's money pays them in one change", async () => {
    const order = shop.order("deposit")
    order.capture(moment(1), 5000n, 0)
    const facts = { typeId: null, collectionId: null, categoryIds: [] }
    const products = new Map([[row(order, "B"), { ...facts, productId: "prod_sofa" }]])
    const schedule = [{ afterDays: 30, percent: 100 }]
    const options = { deposits: [{ product: "prod_sofa", downPayment: { percent: 20 }, schedule }] }
    const view = await shop.read(order, options, { products })
    expect(paidRows(view)).toEqual(["50.00", "0.00", "0.00"])
    expect(shown(view)).toEqual([
      "1: 50.00 of 110.00, overdue, keeps A 25.00 B 15.00 C 20.00",
      "2: 0.00 of 60.00, overdue, keeps B 60.00",
    ])
    expect(view).toMatchObject({ version: 1, state: "partial", plan: { version: 1, not_covered: "0.00" } })
    expect(await shop.read(order, options, { products })).toEqual(view)
    await shop.plan(order, [due(LATER, "120.00")])
    order.edit(moment(3), 0, 8000n)
    expect((await shop.read(order, options, { products })).plan?.version).toBe(2)
    const older = shop.order("before_the_rule")
    await shop.read(older)
    older.edit(moment(3), 0, 8000n)
    const known = new Map([[row(older, "B"), { ...facts, productId: "prod_sofa" }]])
    expect((await shop.read(older, options, { products: known })).plan).toBeNull()
  })
})
