import type { InstalmentInput } from "../../src/modules/reconciliation/instalments/plan-payments"
import { due, LAST, LATER, moment, paidRows, PlanShop, row, shown } from "../setup/plan-shop"

describe("Planned payments on PostgreSQL", () => {
  let shop: PlanShop
  beforeAll(async () => {
    shop = await PlanShop.open("plans")
  })
  afterAll(async () => {
    await shop.ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  it("F7, F12: are planned while they cover, pin their rows and beat line order", async () => {
    const order = shop.order("pins")
    await shop.read(order)
    const made = await shop.plan(order, [
      due(LATER, "100.00", { items: [{ row: row(order, "C") }, { row: row(order, "B") }] }),
      due(LAST, "70.00"),
    ])
    expect(made).toEqual({ plan: 1, changed: true })
    const planned = await shop.view(order)
    expect(planned).toMatchObject({ state: "planned", code: null, plan: { version: 1, not_covered: "0.00" } })
    expect(shown(planned)).toEqual([
      "1: 0.00 of 100.00, scheduled, keeps C 20.00 B 75.00 A 5.00",
      "2: 0.00 of 70.00, scheduled, keeps A 70.00",
    ])
    order.capture(moment(2), 9500n, 0)
    const paid = await shop.read(order)
    expect(paidRows(paid)).toEqual(["0.00", "75.00", "20.00"])
    expect(shown(paid)[0]).toBe("1: 95.00 of 100.00, scheduled, keeps A 5.00")
    expect(paid).toMatchObject({ state: "planned", code: { code: "a" } })
    order.capture(moment(3), 7500n, 0)
    const settled = await shop.read(order)
    expect(settled).toMatchObject({ state: "full", code: { code: "A" } })
    expect(shown(settled)).toEqual([
      "1: 100.00 of 100.00, settled, keeps nothing",
      "2: 70.00 of 70.00, settled, keeps nothing",
    ])
  })

  it("F12: money settles the instalment that names its capture, payment or payment collection first", async () => {
    for (const [name, reference] of [
      ["capture", "order_by_capture_cap0001"],
      ["payment", "pay_0"],
      ["collection", "paycol_1"],
    ]) {
      const order = shop.order(`by_${name}`)
      // oxlint-disable-next-line no-await-in-loop -- one timeline after the other
      await shop.read(order)
      const items = [{ row: row(order, "C") }]
      // oxlint-disable-next-line no-await-in-loop
      await shop.plan(order, [
        due(LATER, "150.00"),
        due(LAST, "20.00", { reference: reference ?? null, items }),
      ])
      order.capture(moment(2), 2000n, 0)
      // oxlint-disable-next-line no-await-in-loop
      const view = await shop.read(order)
      expect({ name, rows: paidRows(view) }).toEqual({ name, rows: ["0.00", "0.00", "20.00"] })
    }
  })

  it("F12: a plan for all of the order counts what is paid and puts it again, in one change", async () => {
    const order = shop.order("whole")
    order.capture(moment(1), 10000n, 0)
    expect(paidRows(await shop.read(order))).toEqual(["75.00", "25.00", "0.00"])
    const items = [{ row: row(order, "C") }, { row: row(order, "B"), amount: "70.00" }]
    await shop.plan(order, [due("2026-01-01", "90.00", { items }), due(LATER, "80.00")])
    const view = await shop.view(order)
    expect(paidRows(view)).toEqual(["10.00", "70.00", "20.00"])
    expect(shown(view)).toEqual([
      "1: 90.00 of 90.00, settled, keeps nothing",
      "2: 10.00 of 80.00, scheduled, keeps A 65.00 B 5.00",
    ])
    expect(view).toMatchObject({ state: "planned", version: 2 })
    const changes = await shop.ledger.sql<{ kind: string; released: string; put: string }>(
      `select c.kind, count(a.id) filter (where a.releases is not null) as released,
              count(a.id) filter (where a.releases is null) as put
         from reconciliation_change c left join reconciliation_allocation a on a.change_id = c.id
         join reconciliation_document d on d.id = c.document_id
        where d.order_id = '${order.id}' group by c.id order by c.id`,
    )
    expect(changes).toEqual([
      { kind: "ingest", released: "0", put: "2" },
      { kind: "plan", released: "2", put: "3" },
    ])
    expect(await shop.read(order)).toEqual(view)
  })

  it("F12: a plan for what is still open leaves alone what is paid", async () => {
    const order = shop.order("rest")
    order.capture(moment(1), 10000n, 0)
    await shop.read(order)
    await shop.plan(order, [
      due(LATER, "70.00", { items: [{ row: row(order, "C") }, { row: row(order, "B") }] }),
    ])
    const view = await shop.view(order)
    expect(paidRows(view)).toEqual(["75.00", "25.00", "0.00"])
    expect(shown(view)).toEqual(["1: 0.00 of 70.00, scheduled, keeps C 20.00 B 50.00"])
  })

  it("a new plan takes the place of what is left of the old one; what was paid of that stays", async () => {
    const order = shop.order("replaced")
    await shop.read(order)
    await shop.plan(order, [due(LATER, "85.00"), due(LAST, "85.00")])
    order.capture(moment(2), 5000n, 0)
    await shop.read(order)
    await expect(shop.plan(order, [due(LATER, "170.00")])).rejects.toMatchObject({ code: "plan_above_open" })
    expect(await shop.plan(order, [due(LATER, "120.00")])).toEqual({ plan: 2, changed: true })
    const view = await shop.view(order)
    expect(view.plan?.instalments.map((one) => [one.plan, one.number, one.state, one.paid])).toEqual([
      [1, 1, "cancelled", "50.00"],
      [2, 1, "scheduled", "0.00"],
    ])
    order.capture(moment(3), 12000n, 0)
    expect(await shop.read(order)).toMatchObject({ state: "full", code: { code: "A" } })
  })

  it("sent twice changes nothing, by key or by content; a key is not used for two plans", async () => {
    const order = shop.order("twice")
    await shop.read(order)
    const halves = [due(LATER, "85.00"), due(LAST, "85.00")]
    const attempts = await Promise.all(Array.from({ length: 5 }, async () => shop.plan(order, halves)))
    expect(attempts.filter(({ changed }) => changed)).toHaveLength(1)
    const keyed = { idempotencyKey: "plan of twice" }
    expect(await shop.plan(order, [due(LATER, "170.00")], keyed)).toEqual({ plan: 2, changed: true })
    await shop.plan(order, halves)
    expect(await shop.plan(order, [due(LATER, "170.00")], keyed)).toEqual({ plan: 2, changed: true })
    expect((await shop.view(order)).plan?.instalments).toHaveLength(2)
    await expect(shop.plan(order, halves, keyed)).rejects.toMatchObject({ code: "idempotency_key_reused" })
  })

  it("refuses a plan that cannot be, says why and what to do, and changes nothing", async () => {
    const order = shop.order("refused")
    await shop.read(order)
    const before = await shop.view(order)
    const cases: [string, InstalmentInput[], object?][] = [
      ["plan_empty", []],
      ["plan_too_long", Array.from({ length: 121 }, () => due(LATER, "1.00"))],
      ["plan_above_open", [due(LATER, "170.01")]],
      ["plan_row_unknown", [due(LATER, "10.00", { items: [{ row: "line:other" }] })]],
      [
        "pins_above_instalment",
        [due(LATER, "10.00", { items: [{ row: row(order, "A"), amount: "10.01" }] })],
      ],
      [
        "pins_above_open",
        [
          due(LATER, "60.00", { items: [{ row: row(order, "A"), amount: "60.00" }] }),
          due(LATER, "60.00", { items: [{ row: row(order, "A"), amount: "15.01" }] }),
        ],
      ],
      ["amount_not_positive", [due(LATER, "0.00")]],
      ["amount_not_positive", [due(LATER, "-1.00")]],
      ["amount_too_precise", [due(LATER, "1.001")]],
      ["amount_malformed", [due(LATER, "1e3")]],
      ["version_stale", [due(LATER, "10.00")], { expectedVersion: 7 }],
      ["order_not_read", [due(LATER, "10.00")], { orderId: "order_nobody" }],
    ]
    for (const [code, instalments, more] of cases) {
      // oxlint-disable-next-line no-await-in-loop -- each must leave the ledger as it was
      await expect(shop.plan(order, instalments, more)).rejects.toMatchObject({
        code,
        remedy: expect.stringMatching(/\w/) as unknown,
      })
    }
    expect(await shop.view(order)).toEqual(before)
  })

  it("names the instalment, and its item, whose amount is refused", async () => {
    const order = shop.order("named")
    await shop.read(order)
    const good = due(LATER, "10.00")
    const item = (amount: string): InstalmentInput =>
      due(LATER, "10.00", { items: [{ row: row(order, "A") }, { row: row(order, "B"), amount }] })
    const cases: readonly (readonly [string, InstalmentInput[]])[] = [
      ["instalments.2.amount", [good, good, due(LAST, "1.001")]],
      ["instalments.1.amount", [good, due(LAST, "0.00")]],
      ["instalments.0.amount", [due(LAST, "ten"), good]],
      ["instalments.0.amount", [due(LAST, "99999999999999999"), good]],
      ["instalments.1.items.1.amount", [good, item("-1.00")]],
    ]
    for (const [fields, instalments] of cases) {
      // oxlint-disable-next-line no-await-in-loop -- one timeline after the other
      await expect(shop.plan(order, instalments)).rejects.toMatchObject({
        message: expect.stringContaining(`${fields}: `) as unknown,
        ids: { fields },
      })
    }
  })

  it("says who changed the order when a plan comes late", async () => {
    const order = shop.order("late")
    await shop.read(order)
    await shop.plan(order, [due(LATER, "170.00")])
    await expect(shop.plan(order, [due(LAST, "170.00")], { expectedVersion: 1 })).rejects.toThrow(
      /at version 2, not 1: it was changed by user_eve \(plans\)/,
    )
  })

  it("refuses to plan payments of a cancelled order, and lets those that stand lapse", async () => {
    const order = shop.order("cancelled")
    await shop.read(order)
    await shop.plan(order, [due(LATER, "170.00")])
    order.cancel(moment(3))
    const view = await shop.read(order)
    expect(view).toMatchObject({ state: "full", plan: { not_covered: "0.00" } })
    expect(shown(view)).toEqual(["1: 0.00 of 170.00, lapsed, keeps nothing, shrunk by 170.00"])
    await expect(shop.plan(order, [due(LAST, "10.00")])).rejects.toMatchObject({ code: "order_cancelled" })
    const page = await shop.plans.list({ customerId: "cus_cancelled", limit: 10 })
    expect(page.instalments).toEqual([])
  })
})
