import type {
  InstalmentsView,
  SoughtInstalments,
} from "../../src/modules/reconciliation/instalments/instalment-filter"
import { daysAfter } from "../../src/modules/reconciliation/domain/day"
import type { InstalmentView, ListedInstalmentView } from "../../src/types/http"
import type { ModelOrder } from "../setup/model-shop"
import { due, LATER, moment, PlanShop, row } from "../setup/plan-shop"

const VIEWS = ["open", "late", "failed", "paid"] as const satisfies readonly InstalmentsView[]
const TODAY = new Date().toISOString().slice(0, 10)
const YESTERDAY = daysAfter(TODAY, -1)
const [SOON, MONTH, AFTER] = [daysAfter(TODAY, 3), daysAfter(TODAY, 30), daysAfter(TODAY, 31)]
const OPEN: ReadonlySet<string> = new Set(["scheduled", "due", "overdue", "failed"])

const cents = (amount: string): bigint => BigInt(amount.replace(".", ""))
const written = (units: bigint): string => `${units / 100n}.${String(units % 100n).padStart(2, "0")}`
const sum = (amounts: readonly string[]): bigint => amounts.reduce((all, one) => all + cents(one), 0n)

describe("F62: planned payments of all accounts, on PostgreSQL", () => {
  let shop: PlanShop
  const orders: ModelOrder[] = []

  beforeAll(async () => {
    shop = await PlanShop.open("instalments_listed")
    orders.push(...(await everyStateOnce(shop)), ...(await manyPlans(shop)))
  })
  afterAll(async () => {
    const violations = await shop.violations()
    await shop.ledger.close()
    expect(violations).toEqual([])
  })

  const read = async (wanted: {
    view?: InstalmentsView
    limit?: number
    sought?: SoughtInstalments
  }): Promise<ListedInstalmentView[]> => {
    const all: ListedInstalmentView[] = []
    for (let cursor: string | undefined; ;) {
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ends
      const page = await shop.plans.list({ limit: 3, ...wanted, cursor })
      // A page is full unless it is the last one, whatever was taken back.
      if (page.nextCursor !== null) expect(page.instalments).toHaveLength(wanted.limit ?? 3)
      all.push(...page.instalments)
      if (page.nextCursor === null) return all
      cursor = page.nextCursor
    }
  }

  /** What the orders' own pages say, which derive it from the items in another way. */
  const onOrders = async (): Promise<(InstalmentView & { kept: string })[]> => {
    const views = await Promise.all(orders.map(async (order) => shop.view(order)))
    return views.flatMap(({ plan }) =>
      (plan?.instalments ?? []).map((one) => ({
        ...one,
        kept: written(sum(one.reserved.map(({ amount }) => amount))),
      })),
    )
  }

  const IN_VIEW: Readonly<Record<InstalmentsView, (one: InstalmentView) => boolean>> = {
    open: ({ state }) => OPEN.has(state),
    late: ({ state, due_on: on }) => OPEN.has(state) && on < TODAY,
    failed: ({ state }) => state === "failed",
    paid: ({ state }) => state === "settled",
  }

  it.each(VIEWS)("lists exactly those that the orders say are so, in order: %s", async (view) => {
    const rows = await read({ view })
    const said = (one: InstalmentView & { kept: string }): string =>
      [one.id, one.state, one.due_on, one.amount, one.paid, one.kept, one.shrunk_by].join(" ")
    const expected = (await onOrders()).filter(IN_VIEW[view])
    expect(expected.length).toBeGreaterThan(1)
    expect(rows.map(said).toSorted()).toEqual(expected.map(said).toSorted())
    const places = rows.map(({ due_on: on, id }) => `${on} ${id.padStart(9, "0")}`)
    const ascending = places.toSorted()
    expect(places).toEqual(view === "paid" ? ascending.toReversed() : ascending)
    expect((await read({ view, limit: 500 })).map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  })

  it("counts exactly what each view lists, and adds up what is to come", async () => {
    const totals = await shop.plans.totals()
    expect(totals.today).toBe(TODAY)
    for (const view of VIEWS) {
      // oxlint-disable-next-line no-await-in-loop -- one list after the other
      expect([view, totals[view]]).toEqual([view, (await read({ view })).length])
    }
    const open = (await onOrders()).filter(IN_VIEW.open)
    const isLate = (one: InstalmentView): boolean => one.state === "failed" || one.due_on < TODAY
    const kept = (some: typeof open): string => written(sum(some.map((one) => one.kept)))
    expect(totals.sums).toEqual([
      {
        currency_code: "eur",
        digits: 2,
        late_or_failed: kept(open.filter(isLate)),
        soon: kept(open.filter((one) => !isLate(one) && one.due_on <= MONTH)),
        later: kept(open.filter((one) => !isLate(one) && one.due_on > MONTH)),
      },
    ])
  })

  it("says what became of each since it was planned", async () => {
    const rows = [...(await read({ limit: 500 })), ...(await read({ view: "paid", limit: 500 }))]
    const of = (name: string): ListedInstalmentView | undefined =>
      rows.find(({ order_id: id }) => id === `order_${name}`)
    expect(of("failed")).toMatchObject({
      state: "failed",
      days: -1,
      failed_on: TODAY,
      failed_because: "card declined",
      titles: ["C"],
      owner: { id: "cus_failed" },
    })
    const postponed = await shop.ledger.service.orders.retrieve("order_postponed")
    expect(of("postponed")).toMatchObject({
      state: "scheduled",
      postponed: 2,
      days: 3,
      order_version: postponed?.version,
    })
    expect(of("lowered")).toMatchObject({ kept: "30.00", shrunk_by: "40.00", items_changed: true })
    expect(of("raised")).toMatchObject({ kept: "70.00", shrunk_by: "0.00", items_changed: true })
    expect(of("replaced")).toMatchObject({ plan: 2, items_changed: false })
    expect(of("paid")).toMatchObject({
      state: "settled",
      paid: "170.00",
      kept: "0.00",
      paid_on: "2026-01-02",
    })
    expect(of("paid")?.titles).toHaveLength(3)
    expect(of("bounced")).toMatchObject({ state: "scheduled" })
  })

  it("finds them by the account's owner and by an order, and counts the same", async () => {
    const nobody = { customerIds: [], companyIds: [], orderIds: [] }
    const some = [
      [{ ...nobody, customerIds: ["cus_failed"] }, 1],
      [{ ...nobody, orderIds: ["order_postponed", "order_raised"] }, 2],
      [nobody, 0],
    ] as const
    for (const [sought, count] of some) {
      // oxlint-disable-next-line no-await-in-loop -- one search after the other
      expect(await read({ sought })).toHaveLength(count)
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await shop.plans.totals({ sought })).toMatchObject({ open: count })
    }
  })
})

/** A store in which each thing has become of a planned payment. */
async function everyStateOnce(shop: PlanShop): Promise<ModelOrder[]> {
  const orders: ModelOrder[] = []
  const ordered = async (name: string, lines?: bigint[]): Promise<ModelOrder> => {
    const order = shop.order(name, lines)
    await shop.read(order)
    orders.push(order)
    return order
  }
  const change = async (
    order: ModelOrder,
    action: Parameters<typeof shop.plans.changeInstalment>[0]["action"],
  ): Promise<void> => {
    const [first] = (await shop.view(order)).plan?.instalments ?? []
    await shop.plans.changeInstalment({ instalmentId: first?.id ?? "", action, context: shop.context })
  }
  const failed = await ordered("failed")
  await shop.plan(failed, [due(YESTERDAY, "20.00", { items: [{ row: row(failed, "C") }] })])
  await change(failed, { kind: "fail", note: "card declined" })
  const early = await ordered("failed_early")
  await shop.plan(early, [due(LATER, "170.00")])
  await change(early, { kind: "fail", note: null })
  const late = await ordered("late")
  await shop.plan(late, [
    due(YESTERDAY, "30.00"),
    due(TODAY, "40.00"),
    due(MONTH, "50.00"),
    due(AFTER, "50.00"),
  ])
  late.capture(moment(2), 1000n, 0)
  await shop.read(late)
  const postponed = await ordered("postponed")
  await shop.plan(postponed, [due(YESTERDAY, "170.00")])
  await change(postponed, { kind: "postpone", dueOn: LATER })
  await change(postponed, { kind: "postpone", dueOn: SOON })
  const cancelled = await ordered("cancelled")
  await shop.plan(cancelled, [due(SOON, "85.00"), due(LATER, "85.00")])
  await change(cancelled, { kind: "cancel" })
  const lowered = await ordered("lowered")
  await shop.plan(lowered, [due(SOON, "70.00", { items: [{ row: row(lowered, "A") }] })])
  lowered.edit(moment(3), 0, 3000n)
  await shop.read(lowered)
  const raised = await ordered("raised")
  await shop.plan(raised, [due(SOON, "70.00", { items: [{ row: row(raised, "A") }] })])
  raised.edit(moment(3), 0, 9000n)
  await shop.read(raised)
  const shared = await ordered("shared")
  const partOfA = (amount: string) => ({ items: [{ row: row(shared, "A"), amount }] })
  await shop.plan(shared, [due(SOON, "40.00", partOfA("40.00")), due(LATER, "35.00", partOfA("35.00"))])
  shared.edit(moment(3), 0, 5000n)
  await shop.read(shared)
  const replaced = await ordered("replaced")
  await shop.plan(replaced, [due(SOON, "85.00"), due(LATER, "85.00")])
  await shop.plan(replaced, [due(SOON, "170.00")])
  const paid = await ordered("paid")
  await shop.plan(paid, [due(SOON, "170.00")])
  paid.capture(moment(2), 17_000n, 0)
  await shop.read(paid)
  const gone = await ordered("gone")
  await shop.plan(gone, [due(YESTERDAY, "100.00"), due(SOON, "70.00")])
  gone.capture(moment(2), 12_000n, 0)
  await shop.read(gone)
  gone.vanish("order_gone_cap0001")
  await shop.read(gone)
  const bounced = await ordered("bounced")
  await shop.plan(bounced, [due(SOON, "75.00", { items: [{ row: row(bounced, "A") }] }), due(LATER, "95.00")])
  bounced.capture(moment(2), 17_000n, 0)
  await shop.read(bounced)
  await shop.ledger.service.payments.reverse({
    paymentId: "order_bounced_cap0001",
    kind: "chargeback",
    amount: "60.00",
    reference: null,
    reason: "bounced",
    occurredAt: null,
    idempotencyKey: "bounced",
    context: shop.context,
  })
  const over = await ordered("over")
  await shop.plan(over, [due(SOON, "170.00")])
  over.cancel(moment(3))
  await shop.read(over)
  return orders
}

/** The same numbers for the same seed, from 0 to below a limit. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(state / 65_536) % limit
  }
}

/** Plans whose instalments pin some lines, pay others as they come, and are paid in part: by chance, and always the same. */
async function manyPlans(shop: PlanShop): Promise<ModelOrder[]> {
  const next = numbersFrom(62)
  const orders: ModelOrder[] = []
  for (let count = 0; count < 14; count += 1) {
    const lines = [next(9000) + 100, next(9000) + 100, next(9000) + 100].map(BigInt)
    const order = shop.order(`chance_${count}`, lines)
    orders.push(order)
    // oxlint-disable-next-line no-await-in-loop -- one order after the other
    await shop.read(order)
    const all = lines.reduce((total, line) => total + line, 0n)
    const parts = next(4) + 2
    const instalments = Array.from({ length: parts }, () => {
      const pinned = next(3)
      const item = { row: row(order, "ABC"[next(3)] ?? "A") }
      const amount = written(all / BigInt(parts))
      return due(daysAfter(TODAY, next(80) - 20), amount, pinned === 0 ? {} : { items: [item] })
    })
    // oxlint-disable-next-line no-await-in-loop -- as above
    await shop.plan(order, instalments)
    for (let money = 0; money < next(3); money += 1)
      order.capture(moment(2 + money), BigInt(next(Number(all / 2n)) + 1), 0)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await shop.read(order)
    if (next(2) === 0) order.edit(moment(9), next(3), BigInt(next(9000) + 100))
    // oxlint-disable-next-line no-await-in-loop -- as above
    await shop.read(order)
  }
  return orders
}
