import type { InstalmentInput } from "../../src/modules/reconciliation/services/plan-payments"
import type { LedgerOrder } from "../../src/modules/reconciliation/services/order-view"
import { violationsIn } from "../setup/audit"
import { openLedger, type Ledger } from "../setup/ledger"
import { ModelOrder } from "../setup/model-shop"

const context = { actor: { type: "user", id: "user_eve" }, cause: "plans" } as const
const moment = (day: number): string => `2026-01-${String(day).padStart(2, "0")}T09:00:00.000Z`
/** Days far from today, so that what is due later is not due yet. */
const LATER = "2199-01-01"
const LAST = "2199-02-01"

describe("Planned payments on PostgreSQL", () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger("plans")
  })
  afterAll(async () => {
    await ledger.close()
  })

  const orderOf = (name: string, lines: bigint[] = [7500n, 7500n, 2000n]): ModelOrder =>
    new ModelOrder(`order_${name}`, 2, {
      customerId: `cus_${name}`,
      currency: "eur",
      lines,
      giftCard: 0n,
      at: moment(1),
    })

  const read = async (order: ModelOrder): Promise<LedgerOrder> => {
    const { now, hostVersions } = await ledger.service.readMarks([order.id])
    await ledger.service.reconcileOrder(order.read(hostVersions.get(order.id) ?? 0, now), { context })
    return viewOf(order)
  }

  const viewOf = async (order: ModelOrder): Promise<LedgerOrder> => {
    const view = await ledger.service.retrieveOrder(order.id)
    if (!view) throw new Error(`${order.id} is not in the ledger`)
    return view
  }

  const plan = async (order: ModelOrder, instalments: InstalmentInput[], more: object = {}) =>
    ledger.service.plans.plan({ orderId: order.id, instalments, context, ...more })

  const due = (dueOn: string, amount: string, more: Partial<InstalmentInput> = {}): InstalmentInput => ({
    dueOn,
    amount,
    ...more,
  })

  const row = (order: ModelOrder, name: string): string => `line:${order.id}_${name}`

  const paidRows = ({ rows }: LedgerOrder): string[] => rows.map(({ allocated }) => allocated)

  const shown = ({ plan: view }: LedgerOrder): string[] =>
    (view?.instalments ?? []).map(
      ({ number, amount, paid, shrunk_by: shrunk, state, reserved }) =>
        `${number}: ${paid} of ${amount}, ${state}, keeps ${reserved.map((one) => `${one.row.at(-1)} ${one.amount}`).join(" ") || "nothing"}${shrunk === "0.00" ? "" : `, shrunk by ${shrunk}`}`,
    )

  afterEach(async () => {
    const accounts = await ledger.sql<{ id: string }>("select id from reconciliation_account")
    const violations = await Promise.all(accounts.map(async ({ id }) => violationsIn(ledger, id)))
    expect(violations.flat()).toEqual([])
  })

  it("F7, F12: are planned while they cover, pin their rows and beat line order", async () => {
    const order = orderOf("pins")
    await read(order)
    const made = await plan(order, [
      due(LATER, "100.00", { items: [{ row: row(order, "C") }, { row: row(order, "B") }] }),
      due(LAST, "70.00"),
    ])
    expect(made).toEqual({ plan: 1, changed: true })
    const planned = await viewOf(order)
    expect(planned).toMatchObject({ state: "planned", code: null, plan: { version: 1, not_covered: "0.00" } })
    expect(shown(planned)).toEqual([
      "1: 0.00 of 100.00, scheduled, keeps C 20.00 B 75.00 A 5.00",
      "2: 0.00 of 70.00, scheduled, keeps A 70.00",
    ])
    order.capture(moment(2), 9500n, 0)
    const paid = await read(order)
    expect(paidRows(paid)).toEqual(["0.00", "75.00", "20.00"])
    expect(shown(paid)[0]).toBe("1: 95.00 of 100.00, scheduled, keeps A 5.00")
    expect(paid).toMatchObject({ state: "planned", code: { code: "a" } })
    order.capture(moment(3), 7500n, 0)
    const settled = await read(order)
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
      const order = orderOf(`by_${name}`)
      // oxlint-disable-next-line no-await-in-loop -- one story after the other
      await read(order)
      const items = [{ row: row(order, "C") }]
      // oxlint-disable-next-line no-await-in-loop
      await plan(order, [due(LATER, "150.00"), due(LAST, "20.00", { reference: reference ?? null, items })])
      order.capture(moment(2), 2000n, 0)
      // oxlint-disable-next-line no-await-in-loop
      const view = await read(order)
      expect({ name, rows: paidRows(view) }).toEqual({ name, rows: ["0.00", "0.00", "20.00"] })
    }
  })

  it("F12: a plan for all of the order counts what is paid and puts it again, in one change", async () => {
    const order = orderOf("whole")
    order.capture(moment(1), 10000n, 0)
    expect(paidRows(await read(order))).toEqual(["75.00", "25.00", "0.00"])
    const items = [{ row: row(order, "C") }, { row: row(order, "B"), amount: "70.00" }]
    await plan(order, [due("2026-01-01", "90.00", { items }), due(LATER, "80.00")])
    const view = await viewOf(order)
    expect(paidRows(view)).toEqual(["10.00", "70.00", "20.00"])
    expect(shown(view)).toEqual([
      "1: 90.00 of 90.00, settled, keeps nothing",
      "2: 10.00 of 80.00, scheduled, keeps A 65.00 B 5.00",
    ])
    expect(view).toMatchObject({ state: "planned", version: 2 })
    const changes = await ledger.sql<{ kind: string; released: string; put: string }>(
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
    expect(await read(order)).toEqual(view)
  })

  it("F12: a plan for what is still open leaves alone what is paid", async () => {
    const order = orderOf("rest")
    order.capture(moment(1), 10000n, 0)
    await read(order)
    await plan(order, [due(LATER, "70.00", { items: [{ row: row(order, "C") }, { row: row(order, "B") }] })])
    const view = await viewOf(order)
    expect(paidRows(view)).toEqual(["75.00", "25.00", "0.00"])
    expect(shown(view)).toEqual(["1: 0.00 of 70.00, scheduled, keeps C 20.00 B 50.00"])
  })

  it("a new plan takes the place of what is left of the old one; what was paid of that stays", async () => {
    const order = orderOf("replaced")
    await read(order)
    await plan(order, [due(LATER, "85.00"), due(LAST, "85.00")])
    order.capture(moment(2), 5000n, 0)
    await read(order)
    await expect(plan(order, [due(LATER, "170.00")])).rejects.toMatchObject({ code: "plan_above_open" })
    expect(await plan(order, [due(LATER, "120.00")])).toEqual({ plan: 2, changed: true })
    const view = await viewOf(order)
    expect(view.plan?.instalments.map((one) => [one.plan, one.number, one.state, one.paid])).toEqual([
      [1, 1, "cancelled", "50.00"],
      [2, 1, "scheduled", "0.00"],
    ])
    order.capture(moment(3), 12000n, 0)
    expect(await read(order)).toMatchObject({ state: "full", code: { code: "A" } })
  })

  it("sent twice changes nothing, by key or by content; a key is not used for two plans", async () => {
    const order = orderOf("twice")
    await read(order)
    const halves = [due(LATER, "85.00"), due(LAST, "85.00")]
    const attempts = await Promise.all(Array.from({ length: 5 }, async () => plan(order, halves)))
    expect(attempts.filter(({ changed }) => changed)).toHaveLength(1)
    const keyed = { idempotencyKey: "plan of twice" }
    expect(await plan(order, [due(LATER, "170.00")], keyed)).toEqual({ plan: 2, changed: true })
    await plan(order, halves)
    expect(await plan(order, [due(LATER, "170.00")], keyed)).toEqual({ plan: 3, changed: false })
    await expect(plan(order, halves, keyed)).rejects.toMatchObject({ code: "idempotency_key_reused" })
  })

  it("an instalment is postponed, fails, is paid again, and cannot be changed once settled", async () => {
    const order = orderOf("changed")
    await read(order)
    await plan(order, [due("2026-01-05", "85.00"), due(LATER, "85.00")])
    const view = await viewOf(order)
    expect(view).toMatchObject({ state: "none", code: null })
    const [first, second] = view.plan?.instalments ?? []
    const change = async (
      id: string | undefined,
      action: Parameters<typeof ledger.service.plans.changeInstalment>[0]["action"],
    ) => ledger.service.plans.changeInstalment({ instalmentId: id ?? "", action, context })
    expect(first?.state).toBe("overdue")
    expect(await change(first?.id, { kind: "postpone", dueOn: LATER })).toMatchObject({ changed: true })
    expect(await change(first?.id, { kind: "postpone", dueOn: LATER })).toMatchObject({ changed: false })
    expect(await viewOf(order)).toMatchObject({ state: "planned", version: view.version + 1 })
    expect(await change(first?.id, { kind: "fail", note: "card declined" })).toMatchObject({ changed: true })
    expect(await change(first?.id, { kind: "fail", note: "card declined" })).toMatchObject({ changed: false })
    expect((await viewOf(order)).plan?.instalments.map(({ state }) => state)).toEqual(["failed", "scheduled"])
    order.capture(moment(6), 8500n, 0)
    expect(await read(order)).toMatchObject({
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
    expect(await viewOf(order)).toMatchObject({ state: "partial", plan: { not_covered: "85.00" } })
  })

  it("cancelling a plan frees what it kept; repeating it changes nothing", async () => {
    const order = orderOf("withdrawn")
    await read(order)
    await plan(order, [due(LATER, "170.00", { items: [{ row: row(order, "C") }] })])
    const cancel = async (more: object = {}) =>
      ledger.service.plans.cancel({ orderId: order.id, context, ...more })
    expect(await cancel({ plan: 7 })).toEqual({ plan: 1, changed: false })
    expect(await cancel()).toEqual({ plan: 1, changed: true })
    expect(await cancel()).toEqual({ plan: 1, changed: false })
    order.capture(moment(2), 5000n, 0)
    const view = await read(order)
    expect(paidRows(view)).toEqual(["50.00", "0.00", "0.00"])
    expect(view).toMatchObject({ state: "partial" })
  })

  it("refuses a plan that cannot be, says why and what to do, and changes nothing", async () => {
    const order = orderOf("refused")
    await read(order)
    const before = await viewOf(order)
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
      await expect(plan(order, instalments, more)).rejects.toMatchObject({
        code,
        remedy: expect.stringMatching(/\w/) as unknown,
      })
    }
    expect(await viewOf(order)).toEqual(before)
  })

  it("says who changed the order when a plan comes late", async () => {
    const order = orderOf("late")
    await read(order)
    await plan(order, [due(LATER, "170.00")])
    await expect(plan(order, [due(LAST, "170.00")], { expectedVersion: 1 })).rejects.toThrow(
      /at version 2, not 1: it was changed by user_eve \(plans\)/,
    )
  })

  it("refuses to plan payments of a cancelled order, and lets those that stand lapse", async () => {
    const order = orderOf("cancelled")
    await read(order)
    await plan(order, [due(LATER, "170.00")])
    order.cancel(moment(3))
    const view = await read(order)
    expect(view).toMatchObject({ state: "full", plan: { not_covered: "0.00" } })
    expect(shown(view)).toEqual(["1: 0.00 of 170.00, lapsed, keeps nothing, shrunk by 170.00"])
    await expect(plan(order, [due(LAST, "10.00")])).rejects.toMatchObject({ code: "order_cancelled" })
    const page = await ledger.service.plans.list({ customerId: "cus_cancelled", limit: 10 })
    expect(page.instalments).toEqual([])
  })

  it("F62: lists what is to come, overdue and failed, page by page, as postponed", async () => {
    const order = orderOf("listed")
    await read(order)
    await plan(order, [
      due("2026-01-05", "50.00"),
      due("2026-01-06", "50.00"),
      due(LATER, "50.00"),
      due(LAST, "20.00"),
    ])
    const ids = (await viewOf(order)).plan?.instalments.map(({ id }) => id) ?? []
    await ledger.service.plans.changeInstalment({
      instalmentId: ids[2] ?? "",
      action: { kind: "postpone", dueOn: "2199-03-01" },
      context,
    })
    await ledger.service.plans.changeInstalment({
      instalmentId: ids[1] ?? "",
      action: { kind: "fail", note: null },
      context,
    })
    const numbers = async (more: object) => {
      const seen: number[] = []
      for (let cursor: string | undefined; ;) {
        // oxlint-disable-next-line no-await-in-loop -- a page names the next
        const page = await ledger.service.plans.list({ customerId: "cus_listed", limit: 1, cursor, ...more })
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
    await expect(ledger.service.plans.list({ cursor: "x", limit: 1 })).rejects.toMatchObject({
      code: "cursor_malformed",
    })
  })

  it("lets nothing but the plan take back what fulfils an instalment", async () => {
    const order = orderOf("bound")
    await read(order)
    await plan(order, [due(LATER, "170.00")])
    order.capture(moment(2), 5000n, 0)
    await read(order)
    const [bound] = await ledger.sql<Record<string, string>>(
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
    await expect(ledger.together(...release("edit", "instalment_id"), roll)).rejects.toThrow(
      /fulfils a planned payment/,
    )
    await expect(ledger.together(...release("edit", "null"), roll)).rejects.toThrow(/do not belong together/)
    await expect(ledger.together(...release("plan", "instalment_id"), roll)).rejects.toThrow(
      /division by zero/,
    )
  })
})
